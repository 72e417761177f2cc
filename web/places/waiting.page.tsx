import { Anchor, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { createContext, useContext, useState } from 'react';
import { Link } from 'react-router';
import { listOfficerProposals } from '#contexts/places/officer-proposal.wire.ts';
import { listWaitingSeats, recordWaitingSeats, type WaitingSeat } from '#contexts/places/waiting-seat.wire.ts';
import { unitKey } from '#kernel/succession.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useFilters } from '#web/lib/filters.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { productionPaths } from '#web/production/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { OfficerSection } from './officer-section.tsx';
import { placesPaths } from './paths.ts';
import { UnitLink, unitText } from './unit-text.tsx';

type Chosen = Readonly<Record<string, string>>;

/** Chosen by the person, or by the point where that says one unit. */
const chosenOf = (row: WaitingSeat, chosen: Chosen): string =>
  chosen[row.id] ?? (row.byPoint === null ? '' : unitKey(row.byPoint));

function itemOf(row: WaitingSeat, key: string) {
  const to = row.choices.find((choice) => unitKey(choice) === key)!;
  const by = row.byPoint !== null && unitKey(row.byPoint) === key ? ('point' as const) : ('person' as const);
  const assigned = {
    unit: { code: row.unit.code, from: row.unit.from },
    to: { code: to.code, from: to.from },
    by,
  };
  return row.what === 'seat'
    ? { what: 'seat' as const, organisation: row.organisation, seatFrom: row.seatFrom!, ...assigned }
    : { what: 'plot' as const, plot: row.plot!, ...assigned };
}

interface ChoosingState {
  readonly chosen: Chosen;
  readonly disabled: boolean;
  readonly choose: (id: string, key: string) => void;
}
/** What has been chosen on this page and is not recorded yet. */
const Choosing = createContext<ChoosingState>({ chosen: {}, disabled: true, choose: () => undefined });

const columns: Column<WaitingSeat>[] = [
  { label: 'places:waiting.nameLabel', cell: (row) => <Name row={row} /> },
  { label: 'places:waiting.whatLabel', cell: ({ what }) => word(`places:waiting.what.${what}`), minor: true },
  { label: 'places:waiting.address', cell: ({ address }) => address },
  { label: 'places:waiting.wasIn', cell: ({ unit }) => <UnitLink unit={unit} /> },
  { label: 'places:waiting.choice', cell: (row) => <Choice row={row} /> },
];

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listWaitingSeats, filtersIn(listWaitingSeats, search)), ask(listOfficerProposals, {})]);

/** The work that an act leaves to people: where each seat and plot of a divided unit lies, and who gets the role. */
export function Page() {
  const t = useWords('places');
  return (
    <>
      <PageHeader
        title={t('waiting.title')}
        lead={t('waiting.lead')}
        crumbs={[{ label: t('act.title'), to: placesPaths.acts }]}
      />
      <WaitingSeats />
      <OfficerSection />
    </>
  );
}

function WaitingSeats() {
  const t = useWords('places');
  const filters = useFilters(listWaitingSeats);
  const { items, total, withPoint, may } = useAnswer(listWaitingSeats, filters.input);
  const record = useCommand(recordWaitingSeats, { stale: ['registry', 'production', 'insight'] });
  const [chosen, setChosen] = useState<Chosen>({});
  const given = items.filter((row) => chosenOf(row, chosen) !== '');
  return (
    <Stack gap="md">
      {withPoint > 0 && <Text size="sm">{t('waiting.withPoint', { count: withPoint })}</Text>}
      <ProblemNote problem={record.error} />
      <Text size="sm" aria-live="polite" c="dimmed">
        {record.data === undefined ? '' : t('waiting.recorded', { count: record.data.recorded })}
      </Text>
      <Choosing
        value={{
          chosen,
          disabled: !may.record,
          choose: (id, key) => setChosen((before) => ({ ...before, [id]: key })),
        }}
      >
        <DataTable
          columns={columns}
          rows={items}
          total={total}
          filters={filters}
          caption={t('waiting.title')}
          empty={t('waiting.empty')}
        />
      </Choosing>
      {may.record && items.length > 0 && (
        <Group data-noprint>
          <Button
            size="md"
            disabled={given.length === 0}
            loading={record.isPending}
            onClick={() => record.mutate({ items: given.map((row) => itemOf(row, chosenOf(row, chosen))) })}
          >
            {t('waiting.record', { count: given.length })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Name({ row: { what, name, organisation, plot } }: { row: WaitingSeat }) {
  const to = what === 'seat' || plot === null ? registryPaths.organisation(organisation) : productionPaths.plot(plot);
  return (
    <Anchor component={Link} to={to} inherit underline="always">
      {name}
    </Anchor>
  );
}

function Choice({ row }: { row: WaitingSeat }) {
  const t = useWords('places');
  const { chosen, disabled, choose } = useContext(Choosing);
  const point = row.byPoint === null ? '' : unitKey(row.byPoint);
  return (
    <NativeSelect
      aria-label={t('waiting.choiceOf', { name: row.name })}
      value={chosenOf(row, chosen)}
      disabled={disabled}
      data={[
        { value: '', label: t('waiting.notChosen') },
        ...row.choices.map((choice) => ({
          value: unitKey(choice),
          label: unitKey(choice) === point ? `${unitText(choice)} (${t('waiting.byPoint')})` : unitText(choice),
        })),
      ]}
      onChange={(event) => choose(row.id, event.currentTarget.value)}
    />
  );
}
