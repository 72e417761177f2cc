import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { lotStates } from '#contexts/quality/lot.ts';
import { listLots } from '#contexts/quality/lot.wire.ts';
import type { LotRow } from '#contexts/quality/quality-part.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter, SwitchFilter } from '#web/ui/filter-bar.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, Quantity } from '#web/ui/value-text.tsx';
import { LotStateBadge, named } from './lot-marks.tsx';
import { qualityPaths } from './paths.ts';

const columns: Column<LotRow>[] = [
  { label: 'quality:lot.code', cell: ({ code }) => code, sortKey: 'code' },
  { label: 'quality:lot.commodity', cell: ({ commodity }) => named(commodity) },
  { label: 'quality:lot.organisation', cell: (lot) => <Owner lot={lot} /> },
  {
    label: 'quality:lot.qty',
    cell: ({ qty, commodity }) => <Quantity qty={qty} unit={commodity.unit} />,
    align: 'end',
    sortKey: 'qty',
  },
  {
    label: 'quality:lot.left',
    cell: ({ leftQty, commodity }) => <Quantity qty={leftQty} unit={commodity.unit} />,
    align: 'end',
    minor: true,
  },
  { label: 'quality:lot.packedOn', cell: ({ packedOn }) => <DayText day={packedOn} />, sortKey: 'packed' },
  { label: 'quality:lot.stateLabel', cell: (lot) => <State lot={lot} /> },
];

function Owner({ lot }: { lot: LotRow }) {
  return (
    <Group gap={6}>
      {lot.organisation.name}
      {lot.provenance === 'synthetic' && <SyntheticMark />}
    </Group>
  );
}

function State({ lot }: { lot: LotRow }) {
  return (
    <Group gap={6}>
      <LotStateBadge state={lot.state} />
      {lot.releasedFor.length > 0 && lot.releasedFor.map((market) => market.toUpperCase()).join(', ')}
    </Group>
  );
}

export const load: Load = ({ ask, search }) => ask(listLots, filtersIn(listLots, search));

export function Page() {
  const t = useWords('quality');
  const filters = useFilters(listLots);
  const { items, total, may } = useAnswer(listLots, filters.input);
  return (
    <>
      <PageHeader
        title={t('lot.title')}
        lead={t('lot.lead')}
        actions={
          may.draft && (
            <Button component={Link} to={qualityPaths.newLot} leftSection={<IconPlus size={18} aria-hidden />}>
              {t('lot.new')}
            </Button>
          )
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('lot.code')} />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('lot.stateLabel')}
          options={lotStates.map((value) => ({ value, label: t(`lot.state.${value}`) }))}
        />
        <SwitchFilter filters={filters} name="mine" label={t('lot.mine')} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('lot.title')}
        rowLink={(lot) => qualityPaths.lot(lot.id)}
        empty={t('lot.empty')}
      />
    </>
  );
}
