import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { landUses } from '#contexts/production/plot.ts';
import { listPlots, type PlotRow } from '#contexts/production/plot.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { areaText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { Area } from '#web/ui/value-text.tsx';
import { AreaDifference } from './area-difference.tsx';
import { productionPaths } from './paths.ts';

const columns: Column<PlotRow>[] = [
  { label: 'production:plot.code', cell: (row) => row.code, sortKey: 'code' },
  { label: 'production:plot.name', cell: (row) => row.name },
  { label: 'production:plot.organisation', cell: (row) => row.organisation.name, sortKey: 'organisation' },
  { label: 'production:plot.unit', cell: (row) => row.unit.name, minor: true },
  { label: 'production:plot.landUse', cell: (row) => word(`production:plot.use.${row.landUse}`), minor: true },
  { label: 'production:plot.area', cell: (row) => <Area areaM2={row.areaM2} />, align: 'end', sortKey: 'area' },
  {
    label: 'production:plot.difference',
    cell: (row) =>
      row.differenceBp === null ? (
        word('production:plot.noOutline')
      ) : (
        <AreaDifference differenceBp={row.differenceBp} />
      ),
    minor: true,
  },
  {
    label: 'production:plot.stateLabel',
    cell: (row) => (
      <StateBadge
        tone={row.closedOn === null ? 'good' : 'neutral'}
        label={word(row.closedOn === null ? 'production:plot.open' : 'production:plot.closed')}
      />
    ),
  },
];

export const load: Load = ({ ask, search }) => ask(listPlots, filtersIn(listPlots, search));

export function Page() {
  const t = useWords('production');
  const filters = useFilters(listPlots);
  const { items, total, areaM2, may } = useAnswer(listPlots, filters.input);
  const isOpen = (closed: string) => ({ value: closed, label: t(closed === 'true' ? 'plot.closed' : 'plot.open') });
  return (
    <>
      <PageHeader
        title={t('plot.title')}
        lead={t('plot.totalArea', { area: areaText(areaM2) })}
        actions={
          may.record && (
            <Button component={Link} to={productionPaths.newPlot} leftSection={<IconPlus size={18} aria-hidden />}>
              {t('plot.new')}
            </Button>
          )
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="landUse"
          label={t('plot.landUse')}
          options={landUses.map((value) => ({ value, label: t(`plot.use.${value}`) }))}
        />
        <SelectFilter
          filters={filters}
          name="closed"
          label={t('plot.stateLabel')}
          options={['false', 'true'].map(isOpen)}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('plot.title')}
        rowLink={(row) => productionPaths.plot(row.id)}
        empty={t('plot.empty')}
      />
    </>
  );
}
