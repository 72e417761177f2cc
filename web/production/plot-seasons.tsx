import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { PlotView } from '#contexts/production/plot.wire.ts';
import type { SeasonState } from '#contexts/production/season.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

type Row = PlotView['seasons'][number];

export const seasonTones: Record<SeasonState, Tone> = { running: 'busy', closed: 'good', abandoned: 'neutral' };

const columns: Column<Row>[] = [
  { label: 'production:season.protocol', cell: (row) => named(row.protocol) },
  { label: 'production:season.startedOn', cell: (row) => <DayText day={row.startedOn} />, align: 'end' },
  {
    label: 'production:season.stateLabel',
    cell: (row) => <StateBadge tone={seasonTones[row.state]} label={word(`production:season.state.${row.state}`)} />,
  },
];

/** What was grown on the plot, newest first. */
export function PlotSeasons({ plot }: { plot: PlotView }) {
  const t = useWords('production');
  return (
    <Section
      title={t('plot.seasons')}
      actions={
        plot.may.startSeason && (
          <Button component={Link} to={productionPaths.newSeason(plot.id)}>
            {t('plot.startSeason')}
          </Button>
        )
      }
    >
      <DataTable
        columns={columns}
        rows={plot.seasons}
        caption={t('plot.seasons')}
        rowLink={(row) => productionPaths.season(row.id)}
        empty={t('plot.noSeasons')}
      />
    </Section>
  );
}
