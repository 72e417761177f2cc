import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { actStates, type ActState } from '#contexts/places/unit-act.ts';
import { listUnitActs, type UnitActRow } from '#contexts/places/unit-act.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FilterBar, SelectFilter } from '#web/ui/filter-bar.tsx';
import { StateBadge, type Tone } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, InstantText } from '#web/ui/value-text.tsx';
import { placesPaths } from './paths.ts';

const tones: Readonly<Record<ActState, Tone>> = { draft: 'waiting', done: 'good', withdrawn: 'neutral' };

export function ActBadge({ state }: { state: ActState }) {
  const t = useWords('places');
  return <StateBadge tone={tones[state]} label={t(`act.state.${state}`)} />;
}

const columns: Column<UnitActRow>[] = [
  { label: 'places:act.document', cell: ({ document }) => document },
  { label: 'places:act.onDay', cell: ({ onDay }) => <DayText day={onDay} /> },
  { label: 'places:act.ends', cell: ({ ends }) => <Ends codes={ends} /> },
  { label: 'places:act.begins', cell: ({ begins }) => begins.join(', ') },
  { label: 'places:act.stateLabel', cell: ({ state }) => <ActBadge state={state} /> },
  { label: 'places:act.draftedAt', cell: ({ draftedAt }) => <InstantText at={draftedAt} />, minor: true },
  { label: 'places:act.doneAt', cell: ({ doneAt }) => doneAt !== null && <InstantText at={doneAt} />, minor: true },
];

/** Of a code that ended and is not used again the list of today knows no name. */
function Ends({ codes }: { codes: readonly string[] }) {
  const { items } = useAnswer(listUnits, {});
  const names = new Map<string, string>(items.map(({ code, name }) => [code, name]));
  return <>{codes.map((code) => names.get(code) ?? code).join(', ')}</>;
}

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listUnitActs, filtersIn(listUnitActs, search)), ask(listUnits, {})]);

export function Page() {
  const t = useWords('places');
  const filters = useFilters(listUnitActs);
  const { items, total, may } = useAnswer(listUnitActs, filters.input);
  return (
    <>
      <PageHeader
        title={t('act.title')}
        lead={t('act.lead')}
        actions={
          <>
            <Button component={Link} to={placesPaths.waiting} variant="default">
              {t('waiting.title')}
            </Button>
            {may.draft && (
              <Button component={Link} to={placesPaths.newAct} leftSection={<IconPlus size={18} aria-hidden />}>
                {t('act.new')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar filters={filters}>
        <SelectFilter
          filters={filters}
          name="state"
          label={t('act.stateLabel')}
          options={actStates.map((value) => ({ value, label: t(`act.state.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={items}
        total={total}
        filters={filters}
        caption={t('act.title')}
        rowLink={({ id }) => placesPaths.act(id)}
        empty={t('act.empty')}
      />
    </>
  );
}
