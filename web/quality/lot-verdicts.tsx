import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { LotId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { getVerdict, MarketVerdictView } from '#contexts/quality/verdict.wire.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import type { LotReply } from './lot-harvests.tsx';
import { EnforcementBadge, named, ReleaseBadge } from './lot-marks.tsx';
import { NotTested } from './not-tested.tsx';
import { qualityPaths } from './paths.ts';

export type VerdictReply = ReplyOf<typeof getVerdict>;
type Row = MarketVerdictView & { readonly lot: LotId };

const columns: Column<Row>[] = [
  { label: 'quality:verdict.market', cell: (row) => named(row.market) },
  { label: 'quality:verdict.limitSet', cell: (row) => <LimitSet row={row} />, minor: true },
  { label: 'quality:verdict.enforcement', cell: ({ enforcement }) => <EnforcementBadge verdict={enforcement} /> },
  { label: 'quality:verdict.release', cell: ({ release }) => <ReleaseBadge verdict={release} /> },
  { label: 'quality:verdict.rows', cell: (row) => <Residues row={row} /> },
];

function LimitSet({ row: { limitSet } }: { row: Row }) {
  return (
    limitSet && (
      <Group gap={6}>
        {limitSet.name}
        {!limitSet.verified && <UnverifiedMark />}
      </Group>
    )
  );
}

function Residues({ row }: { row: Row }) {
  const t = useWords('quality');
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={qualityPaths.verdict(row.lot, row.market.code)}>
        {t('verdict.rows')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t('verdict.counts', row.counts)}
      </Text>
    </Stack>
  );
}

function Organic({ organic }: { organic: NonNullable<VerdictReply['organic']> }) {
  const t = useWords('quality');
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(', ');
  const { breaches, traces } = organic;
  return (
    <Alert color={breaches.length > 0 ? 'red' : 'leaf'} variant="light" mb="md">
      <Text>
        {breaches.length > 0 ? t('verdict.organicBreach', { names: names(breaches) }) : t('verdict.organicClean')}
      </Text>
      {traces.length > 0 && <Text size="sm">{t('verdict.organicTrace', { names: names(traces) })}</Text>}
    </Alert>
  );
}

/** One result, every market. What was not tested stands beside what passed. */
export function LotVerdicts({ lot, verdict }: { lot: LotReply; verdict: VerdictReply }) {
  const t = useWords('quality');
  if (verdict.report === null) {
    return (
      <Section title={t('verdict.title')}>
        <EmptyState title={t('verdict.none')} />
      </Section>
    );
  }
  return (
    <Section title={t('verdict.title')} lead={t('verdict.lead', { day: dayText(verdict.on) })}>
      {verdict.organic && <Organic organic={verdict.organic} />}
      <DataTable
        columns={columns}
        rows={verdict.markets.map((market) => ({ ...market, lot: lot.id }))}
        rowKey={({ market }) => market.code}
        caption={t('verdict.title')}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('verdict.enforcement')}: {t('verdict.enforcementHint')} {t('verdict.release')}: {t('verdict.releaseHint')}
      </Text>
      <Stack gap="xs" mt="md">
        {verdict.markets.map((market) => (
          <NotTested key={market.market.code} market={market} />
        ))}
      </Stack>
    </Section>
  );
}
