import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { seasonStates } from '#contexts/production/season.ts';
import { listSeasons, type SeasonRow } from '#contexts/production/season.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SearchFilter, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText } from '#web/ui/value-text.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';
import { seasonTones } from './plot-seasons.tsx';

function Progress({ season }: { season: SeasonRow }) {
  const t = useWords('production');
  const done = season.stages.filter(({ state }) => state === 'signed-off').length;
  return (
    <Text span inherit>
      {t('season.stagesDone', { done, all: season.stages.length })}
    </Text>
  );
}

function Overdue({ season }: { season: SeasonRow }) {
  const t = useWords('production');
  if (season.state !== 'running') return null;
  const isLate = season.overdue > 0;
  return (
    <StateBadge
      tone={isLate ? 'waiting' : 'good'}
      label={isLate ? t('season.overdue', { count: season.overdue }) : t('season.nothingOverdue')}
    />
  );
}

const columns: Column<SeasonRow>[] = [
  { label: 'production:season.protocol', cell: (row) => named(row.protocol.name) },
  { label: 'production:season.plot', cell: (row) => `${row.plot.code} · ${row.plot.name}` },
  { label: 'production:plot.organisation', cell: (row) => row.organisation.name, sortKey: 'organisation' },
  { label: 'production:season.startedOn', cell: (row) => <DayText day={row.startedOn} />, sortKey: 'started' },
  { label: 'production:season.stages', cell: (row) => <Progress season={row} /> },
  { label: 'production:step.planned', cell: (row) => <Overdue season={row} /> },
  {
    label: 'production:season.stateLabel',
    cell: (row) => (
      <>
        <StateBadge tone={seasonTones[row.state]} label={word(`production:season.state.${row.state}`)} />{' '}
        {row.provenance === 'synthetic' && <SyntheticMark />}
      </>
    ),
  },
];

export const load: Load = ({ ask, search }) => ask(listSeasons, filtersIn(listSeasons, search));

export function Page() {
  const t = useWords('production');
  const filters = useFilters(listSeasons);
  const { items, total } = useAnswer(listSeasons, filters.input);
  const mayStart = hasRole(useMe(), 'organisation-manager', 'buyer');
  return (
    <>
      <PageHeader
        title={t('season.title')}
        actions={
          mayStart && (
            <Button component={Link} to={productionPaths.newSeason()} leftSection={<IconPlus size={18} aria-hidden />}>
              {t('season.new')}
            </Button>
          )
        }
      />
      <FilterBar filters={filters}>
        <SearchFilter filters={filters} name="search" label={t('shell:search')} />
        <SelectFilter
          filters={filters}
          name="state"
          label={t('season.stateLabel')}
          options={seasonStates.map((value) => ({ value, label: t(`season.state.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('season.title')}
        rowLink={(row) => productionPaths.season(row.id)}
        empty={t('season.empty')}
      />
    </>
  );
}
