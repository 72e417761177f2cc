import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { maps, type FigureMap } from '#contexts/insight/figure-map.ts';
import { listFigureUnits, type FigureGroup, type FigureView } from '#contexts/insight/figure.wire.ts';
import { answer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { figureText } from './figure-text.tsx';

/** A figure by the units of today or of its day; both come to the province's. */
export function FigureUnits({ figure }: { figure: FigureView }) {
  const t = useWords('insight');
  const [map, setMap] = useState<FigureMap>('now');
  const { data } = useQuery({
    ...answer(listFigureUnits, { key: figure.key, asOf: figure.asOf, map }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<FigureGroup>[] = [
    { label: 'insight:figure.units.unit', cell: ({ unit }) => unit?.name ?? t('figure.units.unassigned') },
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
          onChange={(value) => setMap(value)}
          data={maps.map((value) => ({ value, label: t(`figure.units.map.${value}`) }))}
        />
      }
    >
      <DataTable
        columns={columns}
        rows={data?.items}
        rowKey={({ unit }) => unit?.code ?? ''}
        caption={t('figure.units.title')}
        empty={t('figure.empty')}
      />
      {data !== undefined && <p>{`${t('figure.units.total')}: ${figureText(data.total.value, figure.unit)}`}</p>}
    </Section>
  );
}
