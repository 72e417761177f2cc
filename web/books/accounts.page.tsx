import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { exportYearBooks, listYearBooks, type YearBook } from '#contexts/books/year-book.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { Chart } from '#web/ui/chart.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { AccountForm } from './account.form.tsx';
import { AccountSection } from './account-section.tsx';

export const load: Load = ({ ask, param }) => ask(listYearBooks, { organisation: param('id') });

/** The books in short, year by year, external and internal apart. */
export function Page() {
  const t = useWords('books');
  const organisation = useParam<OrganisationId>('id');
  const { items, may, organisation: of } = useAnswer(listYearBooks, { organisation });
  const [writing, setWriting] = useState<YearBook | 'new'>();
  const done = () => setWriting(undefined);
  return (
    <>
      <PageHeader
        title={t('account.title')}
        lead={t('account.lead')}
        crumbs={[{ label: of.name, to: registryPaths.organisation(organisation) }]}
        actions={
          <>
            {items.length > 0 && <Exports organisation={organisation} />}
            {may.record && writing === undefined && (
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setWriting('new')}>
                {t('account.record')}
              </Button>
            )}
          </>
        }
      />
      <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} mb="md">
        {t('account.layout')}
      </Alert>
      {writing !== undefined && (
        <AccountForm
          key={writing === 'new' ? 'new' : writing.year}
          organisation={organisation}
          former={writing === 'new' ? undefined : writing}
          onDone={done}
        />
      )}
      {items.length === 0 && <EmptyState title={t('account.empty')} text={t('account.emptyText')} />}
      {items.length > 1 && <AccountChart items={items} />}
      {items.map((one) => (
        <AccountSection
          key={one.year}
          account={one}
          organisation={organisation}
          onCorrect={may.record ? () => setWriting(one) : undefined}
        />
      ))}
    </>
  );
}

/** Every year there is, in one file. */
function Exports({ organisation }: { organisation: OrganisationId }) {
  const href = (format: 'pdf' | 'xlsx'): string =>
    documentUrl(exportYearBooks, { organisation, format, language: currentLanguage() });
  return (
    <ExportLinks
      links={[
        { label: 'PDF', href: href('pdf') },
        { label: 'XLSX', href: href('xlsx') },
      ]}
    />
  );
}

const million = 1_000_000;

function AccountChart({ items }: { items: readonly YearBook[] }) {
  const t = useWords('books');
  const years = items.toReversed();
  const value = (account: YearBook, side: 'externalVnd' | 'internalVnd'): number | null => {
    const found = account.lines.find(({ line }) => line === 'revenue')?.[side] ?? null;
    return found === null ? null : Math.round(found / million);
  };
  const series = (['externalVnd', 'internalVnd'] as const).map((side) => ({
    name: t(`account.${side}`).replace(/ *\(.*\)$/, ''),
    data: years.map((one) => value(one, side)),
  }));
  const nameOf = ({ year, asOn }: YearBook): string =>
    asOn === null ? String(year) : `${year}, ${t('provisional.mark')}`;
  const told = (amount: number | null | undefined): string => (typeof amount === 'number' ? numberText(amount) : '–');
  return (
    <Chart
      title={t('account.chart')}
      option={{
        xAxis: { type: 'category', data: years.map(nameOf) },
        yAxis: { type: 'value' },
        series: series.map((one) => ({ ...one, type: 'bar', stack: 'revenue', barMaxWidth: 48 })),
      }}
      table={{
        columns: [t('account.year'), ...series.map(({ name }) => name)],
        rows: years.map((one, at) => [nameOf(one), ...series.map(({ data }) => told(data[at]))]),
      }}
    />
  );
}
