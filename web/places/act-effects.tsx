import { List, Stack, Text } from '@mantine/core';
import { heirsOf, wholeHeir, type ActPlan } from '#contexts/places/unit-act.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import type { UnitActView } from './act-values.ts';
import { UnitLink, unitText } from './unit-text.tsx';

type End = UnitActView['ends'][number] & {
  readonly into: readonly string[];
  readonly isWhole: boolean;
  readonly isDone: boolean;
};

const columns: Column<End>[] = [
  { label: 'places:act.ends', cell: (unit) => <UnitLink unit={unit} /> },
  { label: 'places:act.goesInto', cell: (unit) => <GoesInto unit={unit} /> },
  { label: 'places:act.organisations', cell: ({ seats }) => numberText(seats), align: 'end' },
  { label: 'places:act.members', cell: ({ members }) => numberText(members), align: 'end' },
  { label: 'places:act.plots', cell: ({ plots }) => numberText(plots), align: 'end' },
  { label: 'places:act.fate', cell: (unit) => <Fate unit={unit} /> },
];

function GoesInto({ unit: { into, isWhole } }: { unit: End }) {
  const t = useWords('places');
  if (into.length === 0) return null;
  return (
    <>
      {into.join(', ')}{' '}
      <Text span size="sm" c="dimmed">
        ({t(isWhole ? 'act.wholly' : 'act.partly')})
      </Text>
    </>
  );
}

function Fate({ unit: { into, isWhole, isDone, seats, plots } }: { unit: End }) {
  const t = useWords('places');
  if (into.length === 0) return null;
  if (isDone && seats + plots === 0) return <StateBadge tone="good" label={t('act.moved')} />;
  return isWhole ? (
    <StateBadge tone="good" label={t('act.moves')} />
  ) : (
    <StateBadge tone="waiting" label={t('act.waits')} />
  );
}

const lines = [
  'seatsMoved',
  'seatsWaiting',
  'plotsMoved',
  'plotsWaiting',
  'requestsMoved',
  'requestsWaiting',
  'classesEnded',
  'officersEnded',
] as const;

const titles = { draft: 'act.effects', done: 'act.effectsDone', withdrawn: 'act.effectsWithdrawn' } as const;

/** What lies in each unit that ends, where it goes, and whether by itself or by a person's choice. */
export function ActEffects({ act }: { act: UnitActView }) {
  const t = useWords('places');
  const plan = act.plan as ActPlan;
  const names = new Map(plan.begins.map((unit) => [unit.code, unitText(unit)]));
  const rows = act.ends.map((unit) => ({
    ...unit,
    into: heirsOf(plan, unit.code).map((code) => names.get(code) ?? code),
    isWhole: wholeHeir(plan, unit.code) !== undefined,
    isDone: act.state === 'done',
  }));
  return (
    <Section title={t(titles[act.state])}>
      <Stack gap="sm">
        {act.state === 'draft' && (
          <List size="sm">
            {lines
              .filter((line) => act.effects[line] > 0)
              .map((line) => (
                <List.Item key={line}>{t(`act.${line}`, { count: act.effects[line] })}</List.Item>
              ))}
            <List.Item>{t('act.history')}</List.Item>
          </List>
        )}
        <DataTable
          columns={act.state === 'withdrawn' ? columns.slice(0, 2) : columns}
          rows={rows}
          rowKey={({ code }) => code}
          caption={t('act.ends')}
          empty={t('obstacle.unit-act.nothing-ends')}
        />
      </Stack>
    </Section>
  );
}
