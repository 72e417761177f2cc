import { useQueries } from '@tanstack/react-query';
import { listFigureUnits } from '#contexts/insight/figure.wire.ts';
import { wholeHeir, type ActPlan } from '#contexts/places/unit-act.ts';
import { answer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import type { UnitActView } from './act-values.ts';

/** Counts that are nobody's accounts; means are not divided among units. */
const keys = ['cooperatives', 'unions', 'cooperativeGroups', 'farms', 'members'] as const;

interface Row {
  readonly key: (typeof keys)[number];
  readonly all: number;
  readonly moves: number;
}

const columns: Column<Row>[] = [
  { label: 'places:act.figure', cell: ({ key }) => word(`places:act.figureKey.${key}`) },
  { label: 'places:act.figureAll', cell: ({ all }) => numberText(all), align: 'end' },
  { label: 'places:act.figureMoves', cell: ({ moves }) => numberText(moves), align: 'end' },
  { label: 'places:act.figureWaits', cell: ({ all, moves }) => numberText(all - moves), align: 'end' },
];

/** What the units that end count for in the figures of today, and what becomes of it on the map of now. */
export function ActFigures({ act }: { act: UnitActView }) {
  const t = useWords('places');
  const plan = act.plan as ActPlan;
  const figures = useQueries({ queries: keys.map((key) => answer(listFigureUnits, { key, map: 'now' })) });
  const rows = keys.flatMap((key, at): Row[] => {
    const items = figures[at]?.data?.items;
    if (items === undefined) return [];
    const own = items.filter(({ unit }) => plan.ends.some(({ code }) => code === unit?.code));
    const whole = own.filter(({ unit }) => wholeHeir(plan, unit!.code!) !== undefined);
    const sum = (some: typeof own): number => some.reduce((total, { value }) => total + value, 0);
    return [{ key, all: sum(own), moves: sum(whole) }];
  });
  return (
    <Section title={t('act.figures')} lead={t('act.figuresLead')}>
      <DataTable
        columns={columns}
        rows={rows.length < keys.length ? undefined : rows}
        rowKey={({ key }) => key}
        caption={t('act.figures')}
      />
    </Section>
  );
}
