import { Group, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ReplyOf } from '#kernel/method.ts';
import { listLimits, listLimitSets } from '#contexts/quality/verdict.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FilterBar, SearchFilter } from '#web/ui/filter-bar.tsx';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { mgText, named } from './lot-marks.tsx';

type Row = ReplyOf<typeof listLimits>['items'][number];
type Set = ReplyOf<typeof listLimitSets>['items'][number];

const columns: Column<Row>[] = [
  { label: 'quality:verdict.residue', cell: ({ name }) => name },
  { label: 'quality:limit.commodity', cell: (row) => <Commodity row={row} /> },
  { label: 'quality:verdict.limit', cell: (row) => <Limit row={row} />, align: 'end' },
  { label: 'quality:limit.source', cell: (row) => <Source row={row} />, minor: true },
];

function Commodity({ row: { commodity, commodityNames } }: { row: Row }) {
  const t = useWords('quality');
  if (commodityNames !== null) return named(commodityNames);
  return commodity === '*' ? t('limit.anyCommodity') : commodity;
}

function Limit({ row: { ngPerKg, rule } }: { row: Row }) {
  const t = useWords('quality');
  return ngPerKg === null ? t(`limit.rule.${rule}`) : mgText(ngPerKg);
}

function Source({ row: { source, verified } }: { row: Row }) {
  return (
    <Group gap={6}>
      {source}
      {!verified && <UnverifiedMark />}
    </Group>
  );
}

const usualSet = 'eu-2026-demonstration';
const chosenIn = (search: URLSearchParams): { set: string } => ({ set: search.get('set') ?? usualSet });

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listLimitSets, {}), ask(listLimits, filtersIn(listLimits, search, chosenIn(search)))]);

export function Page() {
  const t = useWords('quality');
  const [search, setSearch] = useSearchParams();
  const { set: chosen } = chosenIn(search);
  const fixed = useMemo(() => ({ set: chosen }), [chosen]);
  const filters = useFilters(listLimits, fixed);
  const sets = useAnswer(listLimitSets, {}).items;
  const { items, total } = useAnswer(listLimits, filters.input);
  const set = sets.find(({ id }) => id === chosen);
  return (
    <>
      <PageHeader
        title={t('limit.title')}
        lead={t('limit.lead')}
        badges={set !== undefined && !set.verified && <UnverifiedMark />}
      />
      <NativeSelect
        label={t('limit.set')}
        mb="md"
        maw="34rem"
        value={chosen}
        data={sets.map((each) => ({
          value: each.id,
          label: t('limit.setOption', { market: named(each.marketNames), name: each.name, version: each.version }),
        }))}
        onChange={(event) => setSearch({ set: event.currentTarget.value }, { replace: true })}
      />
      {set !== undefined && <About set={set} />}
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('limit.search')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={({ residue, commodity }) => `${residue} ${commodity}`}
        total={total}
        filters={filters}
        caption={t('limit.title')}
        empty={t('limit.empty')}
      />
    </>
  );
}

/** Where the list comes from, since when it holds, and what holds for what it does not name. */
function About({ set }: { set: Set }) {
  const t = useWords('quality');
  const rule = t(`limit.defaultRule.${set.defaultRule}`, {
    value: set.defaultNgPerKg === null ? '' : mgText(set.defaultNgPerKg),
  });
  return (
    <Facts
      facts={[
        {
          label: t('limit.default'),
          value: (
            <Group gap={6}>
              {rule} ({set.defaultSource}){!set.defaultVerified && <UnverifiedMark />}
            </Group>
          ),
        },
        { label: t('limit.validFrom'), value: <DayText day={set.validFrom} /> },
        { label: t('limit.source'), value: set.source },
      ]}
    />
  );
}
