import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { chainStates } from '#contexts/linkage/chain.ts';
import { listChains, type ChainRow } from '#contexts/linkage/chain.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { linkagePaths } from './paths.ts';
import { ChainBadge, Marked, nameOf, ownOrganisations } from './parts.tsx';

const columns: Column<ChainRow>[] = [
  {
    label: 'linkage:chain.name',
    cell: (row) => <Marked name={row.name} provenance={row.provenance} />,
    sortKey: 'name',
  },
  { label: 'linkage:chain.lead', cell: (row) => row.lead.name },
  { label: 'linkage:commodity', cell: (row) => row.products.map(nameOf).join(', ') || row.productNote },
  { label: 'linkage:chain.stages', cell: (row) => <StageNames row={row} />, minor: true },
  {
    label: 'linkage:chain.partnerCount',
    cell: (row) => numberText(row.partners),
    align: 'end',
    sortKey: 'partners',
  },
  { label: 'linkage:chain.contractCount', cell: (row) => <Contracts row={row} />, align: 'end' },
  { label: 'linkage:state', cell: (row) => <ChainBadge state={row.state} />, minor: true },
];

function StageNames({ row }: { row: ChainRow }) {
  const t = useWords('linkage');
  return <>{row.stages.map((stage) => t(`chain.stage.${stage}`)).join(', ')}</>;
}

function Contracts({ row }: { row: ChainRow }) {
  const t = useWords('linkage');
  return row.provenance === 'reported' ? <>{t('chain.noContractOnFile')}</> : <>{numberText(row.contracts)}</>;
}

export const load: Load = ({ ask, search }) => ask(listChains, filtersIn(listChains, search));

export function Page() {
  const t = useWords('linkage');
  const me = useMe();
  const filters = useFilters(listChains);
  const { items, total } = useAnswer(listChains, filters.input);
  const canDraft = ownOrganisations(me).length > 0 || hasRole(me, 'provincial-officer');
  return (
    <>
      <PageHeader
        title={t('chain.title')}
        lead={t('chain.listLead')}
        actions={
          canDraft && (
            <Button component={Link} to={linkagePaths.newChain}>
              {t('chain.draft')}
            </Button>
          )
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('state')}
          options={chainStates.map((value) => ({ value, label: t(`chain.stateName.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('chain.title')}
        rowLink={(row) => linkagePaths.chain(row.id)}
        empty={t('chain.empty')}
      />
    </>
  );
}
