import { requestStates } from '#contexts/registry/change-request.ts';
import { listChangeRequests, type ChangeRequestRow } from '#contexts/registry/change-request.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { ChangeRequestState } from './change-request-state.tsx';
import { requestFieldsText } from './change-request-value.tsx';
import { registryPaths } from './paths.ts';

const columns: Column<ChangeRequestRow>[] = [
  { label: 'registry:changeRequest.organisation', cell: ({ organisation }) => organisation.name, sortKey: 'name' },
  { label: 'registry:changeRequest.fields', cell: ({ fields }) => requestFieldsText(fields) },
  {
    label: 'registry:changeRequest.unit',
    cell: ({ unit }) => unit?.name ?? word('registry:changeRequest.outside'),
    minor: true,
  },
  {
    label: 'registry:changeRequest.submittedOn',
    cell: ({ submittedOn }) => <DayText day={submittedOn} />,
    sortKey: 'submitted',
  },
  { label: 'registry:changeRequest.stateLabel', cell: ({ state }) => <ChangeRequestState state={state} /> },
];

export const load: Load = ({ ask, search }) => ask(listChangeRequests, filtersIn(listChangeRequests, search));

export function Page() {
  const t = useWords('registry');
  const filters = useFilters(listChangeRequests);
  const { items, total } = useAnswer(listChangeRequests, filters.input);
  return (
    <>
      <PageHeader title={t('changeRequest.title')} lead={t('changeRequest.lead')} />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="state"
          label={t('changeRequest.stateLabel')}
          options={[
            { value: 'open', label: t('changeRequest.open') },
            ...requestStates.map((value) => ({ value, label: t(`changeRequest.state.${value}`) })),
          ]}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('changeRequest.title')}
        rowLink={({ id }) => registryPaths.changeRequest(id)}
        empty={t('changeRequest.empty')}
      />
    </>
  );
}
