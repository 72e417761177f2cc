import { settlementStates } from '#contexts/linkage/settlement.ts';
import { listSettlements } from '#contexts/linkage/settlement.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { linkagePaths } from './paths.ts';
import { useOwnOrganisations } from './parts.tsx';
import { settlementListColumns } from './settlement-columns.tsx';

export const load: Load = ({ ask, search }) => ask(listSettlements, filtersIn(listSettlements, search));

export function Page() {
  const t = useWords('linkage');
  const filters = useFilters(listSettlements);
  const { items, total } = useAnswer(listSettlements, filters.input);
  return (
    <>
      <PageHeader title={t('settlement.title')} lead={t('settlement.lead')} />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="state"
          label={t('state')}
          options={settlementStates.map((value) => ({ value, label: t(`settlement.stateName.${value}`) }))}
        />
        {useOwnOrganisations().length > 0 && <SwitchFilter filters={filters} name="mine" label={t('mine')} />}
      </FilterBar>
      <DataTable
        columns={settlementListColumns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('settlement.title')}
        rowLink={(row) => linkagePaths.settlement(row.id)}
        empty={t('settlement.empty')}
      />
    </>
  );
}
