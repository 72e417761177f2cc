import { contractStates } from '#contexts/linkage/contract.ts';
import { listContracts, type ContractRow } from '#contexts/linkage/contract.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Quantity } from '#web/ui/value-text.tsx';
import { linkagePaths } from './paths.ts';
import { ContractBadge, goodsName, Marked, unitOf, useOwnOrganisations } from './parts.tsx';

const columns: Column<ContractRow>[] = [
  {
    label: 'linkage:contract.number',
    cell: (row) => <Marked name={row.number} provenance={row.provenance} />,
    sortKey: 'number',
  },
  { label: 'linkage:commodity', cell: (row) => goodsName(row.commodity, row.variety) },
  { label: 'linkage:contract.seller', cell: (row) => row.seller.name },
  { label: 'linkage:contract.buyer', cell: (row) => row.buyer.name },
  { label: 'linkage:days', cell: (row) => daysText(row.from, row.until), sortKey: 'from', minor: true },
  {
    label: 'linkage:contract.committed',
    cell: (row) => <Quantity qty={row.committedQty} unit={unitOf(row.commodity)} />,
    align: 'end',
    sortKey: 'qty',
  },
  {
    label: 'linkage:contract.delivered',
    cell: (row) => <Quantity qty={row.deliveredQty} unit={unitOf(row.commodity)} />,
    align: 'end',
  },
  { label: 'linkage:state', cell: (row) => <ContractBadge state={row.state} /> },
];

export const load: Load = ({ ask, search }) => ask(listContracts, filtersIn(listContracts, search));

export function Page() {
  const t = useWords('linkage');
  const filters = useFilters(listContracts);
  const { items, total } = useAnswer(listContracts, filters.input);
  const runsSome = useOwnOrganisations().length > 0;
  return (
    <>
      <PageHeader title={t('contract.title')} lead={runsSome ? t('contract.chooseLine') : undefined} />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('state')}
          options={contractStates.map((value) => ({ value, label: t(`contract.stateName.${value}`) }))}
        />
        {runsSome && <SwitchFilter filters={filters} name="mine" label={t('mine')} />}
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('contract.title')}
        rowLink={(row) => linkagePaths.contract(row.id)}
        empty={t('contract.empty')}
      />
    </>
  );
}
