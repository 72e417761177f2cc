import { Alert, Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { exportSurplus, getSurplus, listPatronage } from '#contexts/books/surplus.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { dayText, vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Money } from '#web/ui/value-text.tsx';
import { booksPaths } from './paths.ts';
import { PatronageSection } from './patronage-section.tsx';
import { RecordedSharing } from './recorded-sharing.tsx';
import { SurplusSimulator } from './surplus-simulator.tsx';

export const load: Load = ({ ask, param }) => {
  const asked = { organisation: param('id'), year: Number(param('year')) };
  return Promise.all([ask(getSurplus, asked), ask(listPatronage, asked)]);
};

/** The surplus of a year: what it is shared from, tried without saving, recorded by the general meeting's decision. */
export function Page() {
  const t = useWords('books');
  const asked = { organisation: useParam<OrganisationId>('id'), year: Number(useParam('year')) };
  const page = useAnswer(getSurplus, asked);
  const patronage = useAnswer(listPatronage, asked);
  const href = (format: 'pdf' | 'xlsx'): string =>
    documentUrl(exportSurplus, { ...asked, format, language: currentLanguage() });
  return (
    <>
      <PageHeader
        title={t('surplus.title', { year: asked.year })}
        lead={t('surplus.lead')}
        crumbs={[
          { label: page.organisation.name, to: registryPaths.organisation(asked.organisation) },
          { label: t('account.title'), to: booksPaths.accounts(asked.organisation) },
        ]}
        actions={
          page.recorded.length > 0 && (
            <ExportLinks
              links={[
                { label: 'PDF', href: href('pdf') },
                { label: 'XLSX', href: href('xlsx') },
              ]}
            />
          )
        }
      />
      <Facts
        facts={[
          { label: t('surplus.profit'), value: page.profitVnd === null ? null : <Money amountVnd={page.profitVnd} /> },
          { label: t('surplus.tax'), value: page.taxVnd === null ? null : <Money amountVnd={page.taxVnd} /> },
          { label: t('surplus.membersKnown'), value: String(page.weights.length) },
          { label: t('surplus.capitalOn'), value: dayText(page.capitalOn) },
        ]}
      />
      {page.recorded.map((one) => (
        <RecordedSharing key={one.id} sharing={one} mayWithdraw={page.may.record || one.reversal === null} />
      ))}
      {page.profitVnd === null || page.taxVnd === null ? (
        <Alert color="clay" variant="light" mt="lg" title={t('surplus.booksBlank')}>
          <Button component={Link} to={booksPaths.accounts(asked.organisation)} variant="default" size="xs">
            {t('account.title')}
          </Button>
        </Alert>
      ) : (
        <SurplusSimulator page={page} profitVnd={page.profitVnd} taxVnd={page.taxVnd} />
      )}
      <Group mt="lg">
        <Button component={Link} to={booksPaths.memberUse(asked.organisation, asked.year)} variant="default">
          {t('use.open')}
        </Button>
      </Group>
      <PatronageSection
        patronage={patronage}
        note={page.untracedVnd > 0 ? t('patronage.untracedNote', { amount: vndText(page.untracedVnd) }) : undefined}
      />
    </>
  );
}
