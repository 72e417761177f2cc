import { deliveryStates } from '#contexts/linkage/delivery.ts';
import { listDeliveries } from '#contexts/linkage/delivery.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { deliveryListColumns } from './delivery-columns.tsx';
import { linkagePaths } from './paths.ts';
import { useOwnOrganisations } from './parts.tsx';

export const load: Load = ({ ask, search }) => ask(listDeliveries, filtersIn(listDeliveries, search));

export function Page() {
  const t = useWords('linkage');
  const filters = useFilters(listDeliveries);
  const { items, total } = useAnswer(listDeliveries, filters.input);
  return (
    <>
      <PageHeader title={t('delivery.title')} lead={t('delivery.lead')} />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="state"
          label={t('state')}
          options={deliveryStates.map((value) => ({ value, label: t(`delivery.stateName.${value}`) }))}
        />
        {useOwnOrganisations().length > 0 && <SwitchFilter filters={filters} name="mine" label={t('mine')} />}
      </FilterBar>
      <DataTable
        columns={deliveryListColumns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('delivery.title')}
        rowLink={(row) => linkagePaths.delivery(row.id)}
        empty={t('delivery.empty')}
      />
    </>
  );
}
