import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { maps } from '#contexts/insight/figure-map.ts';
import {
  listFigureUnits,
  type FigureGroup,
  type FigureView,
  type listFigureRows,
} from '#contexts/insight/figure.wire.ts';
import { answer } from '#web/lib/api.ts';
import type { Filters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { searchOf } from '#web/lib/params.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { figureText, placeName } from './figure-text.tsx';
import { insightPaths } from './paths.ts';

const groupKey = ({ unit, why }: FigureGroup): string => unit?.former ?? unit?.code ?? why ?? '';

/** A figure by the units of today or of its day; both come to the province's. Each row opens to the rows it is made of. */
export function FigureUnits({ figure, filters }: { figure: FigureView; filters: Filters<typeof listFigureRows> }) {
  const t = useWords('insight');
  const { map } = figure.scope;
  const { data } = useQuery({
    ...answer(listFigureUnits, { key: figure.key, asOf: figure.asOf, map }),
    placeholderData: keepPreviousData,
  });
  const rowsOf = ({ unit, why }: FigureGroup): string => {
    const { asOf } = filters.input;
    const place = { unit: unit?.code, former: unit?.former, unplaced: why, map: map === 'now' ? undefined : map };
    return `${insightPaths.figure(figure.key)}?${searchOf({ asOf, ...place })}`;
  };
  const columns: Column<FigureGroup>[] = [
    { label: 'insight:figure.units.unit', cell: ({ unit, why }) => placeName({ unit, unplaced: why }) },
    { label: 'insight:figure.value', cell: ({ value }) => figureText(value, figure.unit), align: 'end' },
  ];
  return (
    <Section
      title={t('figure.units.title')}
      lead={t('figure.units.lead')}
      actions={
        <SegmentedControl
          aria-label={t('figure.units.mapLabel')}
          value={map}
          onChange={(value) => filters.set({ map: value === 'now' ? undefined : value })}
          data={maps.map((value) => ({ value, label: t(`figure.units.map.${value}`) }))}
        />
      }
    >
      <DataTable
        columns={columns}
        rows={data?.items}
        rowKey={groupKey}
        rowLink={rowsOf}
        caption={t('figure.units.title')}
        empty={t('figure.empty')}
      />
      {data !== undefined && <p>{`${t('figure.units.total')}: ${figureText(data.total.value, figure.unit)}`}</p>}
    </Section>
  );
}
