import { Anchor, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { Link } from 'react-router';
import { reportingKinds } from '#contexts/books/update-field.ts';
import { reportingYear } from '#kernel/reporting-year.ts';
import type { OrganisationView } from '#contexts/registry/organisation.wire.ts';
import { listYearly, type YearlyRow } from '#contexts/registry/yearly.wire.ts';
import { today } from '#kernel/day.ts';
import { useAnswer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Chart } from '#web/ui/chart.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Money } from '#web/ui/value-text.tsx';
import { ProvenanceMark } from './organisation-marks.tsx';
import { YearlySides } from './yearly-sides.tsx';
import { booksPaths } from '#web/books/paths.ts';

type Row = YearlyRow & { readonly update: string | undefined };

const count = (value: number | null): string => (value === null ? '–' : numberText(value));
const columns: Column<Row>[] = [
  { label: 'registry:yearly.year', cell: (row) => <Year row={row} /> },
  { label: 'registry:yearly.revenue', cell: (row) => <Money amountVnd={row.revenueVnd} rounded />, align: 'end' },
  { label: 'registry:yearly.profit', cell: (row) => <Money amountVnd={row.profitVnd} rounded />, align: 'end' },
  {
    label: 'registry:yearly.charterCapital',
    cell: (row) => <Money amountVnd={row.charterCapitalVnd} rounded />,
    align: 'end',
    minor: true,
  },
  {
    label: 'registry:yearly.totalCapital',
    cell: (row) => <Money amountVnd={row.totalCapitalVnd} rounded />,
    align: 'end',
    minor: true,
  },
  {
    label: 'registry:yearly.undividedAssets',
    cell: (row) => <Money amountVnd={row.undividedAssetsVnd} rounded />,
    align: 'end',
    minor: true,
  },
  { label: 'registry:yearly.officialMembers', cell: (row) => count(row.officialMembers), align: 'end' },
  { label: 'registry:yearly.workers', cell: (row) => count(row.workers), align: 'end', minor: true },
  {
    label: 'registry:provenanceLabel',
    cell: (row) => (row.provenance === 'synthetic' ? <ProvenanceMark provenance="synthetic" /> : row.source),
    minor: true,
  },
];

function Year({ row: { year, update } }: { row: Row }) {
  const t = useWords('registry');
  if (update === undefined) return <>{year}</>;
  return (
    <Anchor component={Link} to={update} title={t('yearly.update', { year })}>
      {year}
    </Anchor>
  );
}

/** Revenue, profit and capital by reporting year, for whom they are open to. */
export function YearlySection({ organisation }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  return (
    <Section title={t('yearly.title')} lead={t('yearly.lead')}>
      {organisation.may.listYearly ? (
        <Years organisation={organisation} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('yearly.closed')}
        </Text>
      )}
    </Section>
  );
}

const reporting: readonly string[] = reportingKinds;

function Years({ organisation: { id, kind } }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  const { items, may } = useAnswer(listYearly, { organisation: id });
  const running = reportingYear(today());
  return (
    <>
      {may.update && reporting.includes(kind) && (
        <Group gap="xs" mb="sm" data-noprint>
          <Button
            component={Link}
            to={booksPaths.update(id, running)}
            size="xs"
            variant="default"
            leftSection={<IconClipboardText size={16} aria-hidden />}
          >
            {t('yearly.update', { year: running })}
          </Button>
          <Button component={Link} to={booksPaths.accounts(id)} size="xs" variant="default">
            {t('yearly.books')}
          </Button>
          <Button component={Link} to={booksPaths.cards(id, items[0]?.year ?? running)} size="xs" variant="default">
            {t('yearly.cards')}
          </Button>
        </Group>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('yearly.empty')} />
      ) : (
        <>
          {items.length > 1 && (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" mb="md">
              <YearlyChart title={t('yearly.chart')} rows={items} figures={['revenueVnd', 'profitVnd']} />
              <YearlyChart
                title={t('yearly.capitalChart')}
                rows={items}
                figures={['charterCapitalVnd', 'totalCapitalVnd', 'undividedAssetsVnd']}
              />
            </SimpleGrid>
          )}
          <DataTable
            columns={columns}
            rows={items.map((row) => ({
              ...row,
              update: may.update && reporting.includes(kind) ? booksPaths.update(id, row.year) : undefined,
            }))}
            rowKey={({ year }) => String(year)}
            caption={t('yearly.title')}
          />
          <YearlySides rows={items} />
        </>
      )}
    </>
  );
}

const million = 1_000_000;

const names = {
  revenueVnd: 'yearly.revenue',
  profitVnd: 'yearly.profit',
  charterCapitalVnd: 'yearly.charterCapital',
  totalCapitalVnd: 'yearly.totalCapital',
  undividedAssetsVnd: 'yearly.undividedAssets',
} as const;

interface YearlyChartProps {
  readonly title: string;
  readonly rows: readonly YearlyRow[];
  readonly figures: readonly (keyof typeof names)[];
}

function YearlyChart({ title, rows, figures }: YearlyChartProps) {
  const t = useWords('registry');
  const years = rows.toReversed();
  const inMillions = (value: number | null): number | null => (value === null ? null : Math.round(value / million));
  const series = figures.map((figure) => ({
    name: t(names[figure]),
    data: years.map((year) => inMillions(year[figure])),
  }));
  return (
    <Chart
      title={`${title} (${t('yearly.million')})`}
      option={{
        xAxis: { type: 'category', data: years.map(({ year }) => String(year)) },
        yAxis: { type: 'value' },
        // On a phone the names of three series need two lines.
        grid: { left: 8, right: 8, top: 16, bottom: figures.length > 2 ? 64 : 36, containLabel: true },
        series: series.map((one) => ({ ...one, type: 'bar', barMaxWidth: 36 })),
      }}
      table={{
        columns: [t('yearly.year'), ...series.map(({ name }) => name)],
        rows: years.map(({ year }, at) => [String(year), ...series.map(({ data }) => count(data[at] ?? null))]),
      }}
    />
  );
}
