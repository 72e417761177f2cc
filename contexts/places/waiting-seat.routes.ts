import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { unitKey, type UnitVersion } from '#kernel/succession.ts';
import type { Position } from '#kernel/ring.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { assignPlot, plotsBeyond, type PlotBeyond } from '#production';
import { assignSeat, seatsBeyond, type SeatBeyond } from '#registry';
import { unitFinder, type UnitFinder } from './boundary.store.ts';
import { middleOf } from './boundary-point.ts';
import { mayKeepUnits, mayReadActs, seesPlots } from './places.access.ts';
import { heirsAfter, seatsWithPoint, type DirectHeir } from './unit-heir.store.ts';
import {
  listSeatsElsewhere,
  listWaitingSeats,
  recordWaitingSeats,
  type SeatElsewhere,
  type WaitingSeat,
} from './waiting-seat.wire.ts';

interface Finding {
  readonly heirs: ReadonlyMap<string, readonly DirectHeir[]>;
  readonly find: UnitFinder;
}

/** Of the units it may lie in, the one whose boundary holds its point; a point in two boundaries says nothing. */
function byPoint({ heirs, find }: Finding, unit: UnitVersion, point: Position | null): UnitVersion | null {
  if (point === null) return null;
  const found = find(point).filter((one) => heirs.get(unitKey(unit))?.some((heir) => unitKey(heir) === unitKey(one)));
  return found.length === 1 ? { code: found[0]!.code, from: found[0]!.from } : null;
}

const choicesOf = ({ heirs }: Finding, unit: UnitVersion): WaitingSeat['choices'] =>
  (heirs.get(unitKey(unit)) ?? []).map(({ code, from, name, kind }) => ({ code, from, name, kind }));

const pointOf = ({ lon, lat }: { lon: number | null; lat: number | null }): Position | null =>
  lon === null || lat === null ? null : [lon, lat];

const kindOf = (finding: Finding, unit: UnitVersion): WaitingSeat['unit']['kind'] =>
  finding.heirs.get(unitKey(unit))?.[0]?.fromKind ?? 'commune';

const seatView = (seat: SeatBeyond, finding: Finding): WaitingSeat => ({
  id: `${seat.organisation} ${seat.seatFrom}`,
  what: 'seat',
  name: seat.name,
  organisation: seat.organisation,
  plot: null,
  seatFrom: seat.seatFrom,
  seatUntil: seat.seatUntil,
  address: seat.address,
  lon: seat.lon,
  lat: seat.lat,
  unit: { ...seat.unit, kind: kindOf(finding, seat.unit) },
  choices: choicesOf(finding, seat.unit),
  byPoint: byPoint(finding, seat.unit, pointOf(seat)),
});

function plotView(plot: PlotBeyond, finding: Finding): WaitingSeat {
  const middle = plot.outline === null ? null : middleOf(plot.outline);
  return {
    id: plot.plot,
    what: 'plot',
    name: `${plot.code} · ${plot.name}`,
    organisation: plot.organisation.id,
    plot: plot.plot,
    seatFrom: null,
    seatUntil: null,
    address: plot.organisation.name,
    lon: middle?.[0] ?? null,
    lat: middle?.[1] ?? null,
    unit: { ...plot.unit, kind: kindOf(finding, plot.unit) },
    choices: choicesOf(finding, plot.unit),
    byPoint: byPoint(finding, plot.unit, middle),
  };
}

async function waiting(db: Db, actor: Actor): Promise<WaitingSeat[]> {
  const finding = { heirs: await heirsAfter(db), find: await unitFinder(db) };
  const plots = seesPlots(actor) ? await plotsBeyond(db) : [];
  return [
    ...(await seatsBeyond(db)).map((seat) => seatView(seat, finding)),
    ...plots.map((plot) => plotView(plot, finding)),
  ];
}

const pageIn = <Item>(items: readonly Item[], { page, size }: { page: number; size: number }): Item[] =>
  items.slice((page - 1) * size, page * size);

type Items = Parameters<Parameters<typeof handle<typeof recordWaitingSeats>>[1]>[0]['input']['items'];

function refuse(code: string, at: number): never {
  throw new Problem('conflict', 'places.waiting-seat.not-recordable', { obstacles: [code], item: at });
}

async function recordAll(db: Db, actor: Actor, items: Items): Promise<void> {
  const known = new Map((await waiting(db, actor)).map((one) => [one.id, one]));
  const heirs = await heirsAfter(db);
  for (const [at, item] of items.entries()) {
    const id = item.what === 'seat' ? `${item.organisation} ${item.seatFrom}` : item.plot;
    const one = known.get(id);
    if (one === undefined || unitKey(one.unit) !== unitKey(item.unit)) refuse('waits-no-longer', at);
    const heir = heirs.get(unitKey(item.unit))?.find((choice) => unitKey(choice) === unitKey(item.to));
    if (heir === undefined) refuse('not-a-choice', at);
    if (item.by === 'point' && (one.byPoint === null || unitKey(one.byPoint) !== unitKey(item.to)))
      refuse('point-elsewhere', at);
    const moving = { act: heir.act, day: heir.day, to: item.to, by: actor.account! };
    const { unit } = item;
    if (item.what === 'seat')
      await assignSeat(
        db,
        { organisation: item.organisation, seatFrom: item.seatFrom, unit },
        { ...moving, how: item.by },
      );
    else await assignPlot(db, item.plot, unit, { ...moving, reason: heir.document });
  }
}

export const waitingSeatRoutes = [
  handle(listWaitingSeats, async ({ input, actor, db, insist }) => {
    insist(mayReadActs(actor));
    const all = await waiting(db, actor);
    return {
      items: pageIn(all, input),
      total: all.length,
      withPoint: all.filter((one) => one.byPoint !== null).length,
      may: { record: mayKeepUnits(actor) },
    };
  }),

  handle(recordWaitingSeats, async ({ input, actor, db, insist, tell }) => {
    insist(mayKeepUnits(actor));
    await recordAll(db, actor, input.items);
    await tell('places.waiting-seat.recorded', { count: input.items.length });
    return { recorded: input.items.length };
  }),

  handle(listSeatsElsewhere, async ({ input, actor, db, insist }) => {
    insist(mayReadActs(actor));
    const find = await unitFinder(db);
    const found: SeatElsewhere[] = [];
    for (const seat of find.boundaries === 0 ? [] : await seatsWithPoint(db)) {
      const inside = find([seat.lon, seat.lat]);
      if (inside.some((unit) => unitKey(unit) === unitKey(seat.recorded))) continue;
      // Where the recorded unit has no boundary and the point is in none, nothing is known against it.
      if (inside.length === 0 && !find.has(seat.recorded)) continue;
      const one = { ...seat, found: inside[0] ?? null };
      if (input.unit === undefined || [one.recorded.code, one.found?.code].includes(input.unit)) found.push(one);
    }
    return { items: pageIn(found, input), total: found.length, boundaries: find.boundaries };
  }),
];
