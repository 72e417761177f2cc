import { listSamples } from '#contexts/quality/sample.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { named } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

type Row = ReplyOf<typeof listSamples>['items'][number];

const columns: Column<Row>[] = [
  { label: 'quality:sample.code', cell: ({ code }) => code },
  { label: 'quality:sample.lot', cell: ({ lot }) => lot.code },
  { label: 'quality:lot.commodity', cell: ({ commodity }) => named(commodity) },
  { label: 'quality:sample.takenOn', cell: ({ takenOn }) => <DayText day={takenOn} /> },
  { label: 'quality:sample.sealNumber', cell: ({ sealNumber }) => sealNumber, minor: true },
  { label: 'quality:sample.reports', cell: ({ reports }) => reports, align: 'end', minor: true },
  { label: 'quality:sample.stateLabel', cell: (row) => <State row={row} /> },
];

function State({ row: { state } }: { row: Row }) {
  const t = useWords('quality');
  return <StateBadge tone={state === 'sent' ? 'waiting' : 'good'} label={t(`sample.state.${state}`)} />;
}

export const load: Load = ({ ask, search }) => ask(listSamples, filtersIn(listSamples, search));

export function Page() {
  const t = useWords('quality');
  const filters = useFilters(listSamples);
  const { items, total } = useAnswer(listSamples, filters.input);
  return (
    <>
      <PageHeader title={t('sample.desk')} lead={t('sample.deskLead')} />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('sample.code')} />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('sample.stateLabel')}
          options={(['sent', 'reported'] as const).map((value) => ({ value, label: t(`sample.state.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('sample.desk')}
        rowLink={({ id }) => qualityPaths.sample(id)}
        empty={t('sample.deskEmpty')}
      />
    </>
  );
}
