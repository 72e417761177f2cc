import { Stack } from '@mantine/core';
import { useLocation } from 'react-router';
import { today } from '#kernel/day.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { listFigures } from '#contexts/insight/figure.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { FigureCards } from './figure-cards.tsx';

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listFigures, filtersIn(listFigures, search)), ask(listUnits, {})]);

export function Page() {
  const t = useWords('insight');
  const filters = useFilters(listFigures);
  const { search } = useLocation();
  const { items } = useAnswer(listFigures, filters.input);
  const units = useAnswer(listUnits, {}).items;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="lg">
        <FilterBar filters={filters}>
          <SelectFilter
            filters={filters}
            name="unit"
            label={t('figure.place')}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <DayFilter filters={filters} name="asOf" label={t('figure.asOf')} max={today()} />
        </FilterBar>
        <FigureCards figures={items} search={search} />
      </Stack>
    </>
  );
}
