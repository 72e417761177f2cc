import { sectors, storages } from '#contexts/registry/commodity.ts';
import { listCommodities, type CommodityRow } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { nameIn } from './named.ts';
import { registryPaths } from './paths.ts';

const columns: Column<CommodityRow>[] = [
  { label: 'registry:name', cell: ({ names }) => nameIn(names), sortKey: 'name' },
  {
    label: 'registry:commodity.sectorLabel',
    cell: ({ sector }) => word(`registry:commodity.sector.${sector}`),
    sortKey: 'sector',
  },
  { label: 'registry:commodity.units', cell: ({ units }) => units.map(({ names }) => nameIn(names)).join(', ') },
  { label: 'registry:commodity.storageLabel', cell: ({ storage }) => word(`registry:commodity.storage.${storage}`) },
  {
    label: 'registry:commodity.cycleLabel',
    cell: ({ cycle }) => word(`registry:commodity.cycle.${cycle}`),
    minor: true,
  },
  {
    label: 'registry:commodity.varieties',
    cell: ({ varieties }) => varieties.map(({ names }) => nameIn(names)).join(', '),
    minor: true,
  },
];

export const load: Load = ({ ask, search }) => ask(listCommodities, filtersIn(listCommodities, search));

export function Page() {
  const t = useWords('registry');
  const filters = useFilters(listCommodities);
  const { items } = useAnswer(listCommodities, filters.input);
  return (
    <>
      <PageHeader title={t('commodity.title')} lead={t('commodity.lead')} />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="sector"
          label={t('commodity.sectorLabel')}
          options={sectors.map((value) => ({ value, label: t(`commodity.sector.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="storage"
          label={t('commodity.storageLabel')}
          options={storages.map((value) => ({ value, label: t(`commodity.storage.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        filters={filters}
        caption={t('commodity.title')}
        rowLink={({ id }) => registryPaths.commodity(id)}
        empty={t('commodity.empty')}
      />
    </>
  );
}
