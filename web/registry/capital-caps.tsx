import { Alert, Group } from '@mantine/core';
import type { CapRow, getCapital } from '#contexts/registry/capital.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { percentText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { Excesses } from './cap-excess.tsx';

type Capital = ReplyOf<typeof getCapital>;
type Difference = Capital['differences'][number];

const share = (basisPoints: number): string => percentText(basisPoints / 10_000, 2);

const caps: Column<CapRow>[] = [
  { label: 'registry:capital.caps.cap', cell: ({ cap }) => word(`registry:capital.caps.kind.${cap}`) },
  {
    label: 'registry:capital.caps.limit',
    cell: ({ basisPoints }) => (basisPoints === null ? '–' : share(basisPoints)),
    align: 'end',
  },
  {
    label: 'registry:capital.caps.held',
    cell: (row) => (
      <>
        <Money amountVnd={row.partVnd} /> ({share(row.partBasisPoints)})
      </>
    ),
    align: 'end',
  },
  { label: 'registry:capital.caps.result', cell: (row) => <Result row={row} /> },
  { label: 'registry:capital.caps.source', cell: (row) => <Source row={row} />, minor: true },
];

function Result({ row: { isAbove } }: { row: CapRow }) {
  const t = useWords('registry');
  if (isAbove === null) return <StateBadge tone="neutral" label={t('capital.caps.unchecked')} />;
  return isAbove ? (
    <StateBadge tone="bad" label={t('capital.caps.above')} />
  ) : (
    <StateBadge tone="good" label={t('capital.caps.within')} />
  );
}

function Source({ row: { source, verified } }: { row: CapRow }) {
  if (source === null) return null;
  return (
    <Group gap="xs">
      {source}
      {!verified && <UnverifiedMark />}
    </Group>
  );
}

/** The law's limits of the day beside what is held. */
export function Caps({ capital }: { capital: Capital }) {
  return (
    <div id="caps">
      <Limits capital={capital} />
      <Excesses excesses={capital.excesses} mayTell={capital.may.record} />
    </div>
  );
}

function Limits({ capital }: { capital: Capital }) {
  const t = useWords('registry');
  const known = capital.caps.filter(({ source }) => source !== null);
  return (
    <Section title={t('capital.caps.title')} lead={t('capital.caps.lead')}>
      {known.length === 0 ? (
        <EmptyState title={t('capital.caps.none')} />
      ) : (
        <DataTable columns={caps} rows={known} rowKey={({ cap }) => cap} caption={t('capital.caps.title')} />
      )}
    </Section>
  );
}

const differences: Column<Difference>[] = [
  { label: 'registry:capital.differences.year', cell: ({ year }) => year },
  { label: 'registry:capital.differences.on', cell: ({ on }) => <DayText day={on} />, minor: true },
  {
    label: 'registry:capital.differences.declared',
    cell: ({ declaredVnd }) => <Money amountVnd={declaredVnd} />,
    align: 'end',
  },
  {
    label: 'registry:capital.differences.ledger',
    cell: ({ ledgerVnd }) => <Money amountVnd={ledgerVnd} />,
    align: 'end',
  },
  {
    label: 'registry:capital.differences.difference',
    cell: ({ declaredVnd, ledgerVnd }) => <Money amountVnd={declaredVnd - ledgerVnd} />,
    align: 'end',
  },
];

/** Where the yearly figures say another charter capital than the book on the last day of their year. */
export function Differences({ capital }: { capital: Capital }) {
  const t = useWords('registry');
  if (capital.differences.length === 0) return null;
  return (
    <Section title={t('capital.differences.title')}>
      <Alert color="clay" variant="light" mb="sm">
        {t('capital.differences.text')}
      </Alert>
      <DataTable
        columns={differences}
        rows={capital.differences}
        rowKey={({ year }) => String(year)}
        caption={t('capital.differences.title')}
      />
    </Section>
  );
}
