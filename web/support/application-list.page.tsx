import { applicationStates } from '#contexts/support/application.ts';
import { listApplications, type ApplicationRow } from '#contexts/support/application.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { ApplicationState } from './application-state.tsx';
import { OutcomeBadge } from './clause-list.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';

const columns: Column<ApplicationRow>[] = [
  { label: 'support:application.organisation', cell: (row) => row.organisation.name, sortKey: 'organisation' },
  { label: 'support:application.number', cell: (row) => row.number ?? '' },
  { label: 'support:application.measure', cell: (row) => said(row.measure.name), minor: true },
  { label: 'support:application.unit', cell: (row) => row.unitName ?? '', minor: true },
  { label: 'support:application.submittedOn', cell: (row) => <DayText day={row.submittedOn} />, sortKey: 'submitted' },
  {
    label: 'support:application.outcome',
    cell: (row) => (row.outcome === null ? '' : <OutcomeBadge outcome={row.outcome} />),
    minor: true,
  },
  {
    label: 'support:application.amount',
    cell: (row) => <Money amountVnd={row.amountVnd} />,
    align: 'end',
    sortKey: 'amount',
  },
  { label: 'support:application.stateLabel', cell: (row) => <ApplicationState state={row.state} /> },
];

export const load: Load = ({ ask, search }) => ask(listApplications, filtersIn(listApplications, search));

export function Page() {
  const t = useWords('support');
  const filters = useFilters(listApplications);
  const { items, total } = useAnswer(listApplications, filters.input);
  return (
    <>
      <PageHeader title={t('application.title')} />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="state"
          label={t('application.stateLabel')}
          options={applicationStates.map((value) => ({ value, label: t(`application.state.${value}`) }))}
        />
        <SwitchFilter filters={filters} name="waiting" label={t('application.waiting')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('application.title')}
        rowLink={(row) => supportPaths.application(row.id)}
        empty={t('application.empty')}
      />
    </>
  );
}
