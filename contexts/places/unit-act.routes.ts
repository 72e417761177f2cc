import type { Actor } from '#kernel/actor.ts';
import { isAuditor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { officersGivenSince, officersOf } from '#people';
import { plotCount, plotsRestingOn } from '#production';
import { memberCount, openRequestCount, seatCount, seatsRestingOn, unitClassCount } from '#registry';
import { mayKeepUnits, mayReadActs } from './places.access.ts';
import { heirsOf, planObstacles, wholeHeir, type ActEffects, type UndoTrouble } from './unit-act.ts';
import {
  begunBy,
  hasLaterAct,
  listedVersions,
  markDone,
  markWithdrawn,
  saveDraft,
  saveDraftChange,
  unitAct,
  unitActForChange,
  unitActPage,
  type UnitActRecord,
} from './unit-act.store.ts';
import {
  changeUnitAct,
  confirmUnitAct,
  draftUnitAct,
  getUnitAct,
  listUnitActs,
  withdrawUnitAct,
} from './unit-act.wire.ts';
import { carryOut, takeBack } from './unit-effect.store.ts';

/** What each unit that ends holds, and who is its officer. */
async function held(db: Db, { plan, on_day }: UnitActRecord, today: Day) {
  const ends = [];
  for (const unit of plan.ends)
    ends.push({
      unit,
      seats: await seatCount(db, unit, on_day),
      members: await memberCount(db, unit, on_day),
      plots: await plotCount(db, unit),
      requests: await openRequestCount(db, unit, on_day),
      classes: await unitClassCount(db, unit, on_day),
    });
  return {
    ends,
    officers: await officersOf(
      db,
      plan.ends.map(({ code }) => code),
      today,
    ),
  };
}

function effectsOf({ plan }: UnitActRecord, { ends, officers }: Awaited<ReturnType<typeof held>>): ActEffects {
  const sum = (whole: boolean, what: 'seats' | 'plots' | 'requests'): number =>
    ends
      .filter(({ unit }) => (wholeHeir(plan, unit.code) !== undefined) === whole)
      .reduce((total, one) => total + one[what], 0);
  return {
    seatsMoved: sum(true, 'seats'),
    seatsWaiting: sum(false, 'seats'),
    plotsMoved: sum(true, 'plots'),
    plotsWaiting: sum(false, 'plots'),
    officersEnded: officers.length,
    requestsMoved: sum(true, 'requests'),
    requestsWaiting: sum(false, 'requests'),
    classesEnded: ends.reduce((total, { classes }) => total + classes, 0),
  };
}

async function undoObstacles(db: Db, { id, plan, on_day, done_at }: UnitActRecord): Promise<UndoTrouble[]> {
  const begun = begunBy(plan, on_day);
  const codes = begun.map(({ code }) => code);
  return [
    ...((await hasLaterAct(db, begun)) ? ['later-act' as const] : []),
    ...((await seatsRestingOn(db, id, begun)) > 0 ? ['seats-rest-on-it' as const] : []),
    ...((await plotsRestingOn(db, id, begun)) > 0 ? ['plots-rest-on-it' as const] : []),
    ...((await officersGivenSince(db, codes, done_at!)) > 0 ? ['officers-given' as const] : []),
  ];
}

const codesIn = ({ plan }: UnitActRecord): string[] => [...plan.ends, ...plan.begins].map(({ code }) => code);

const troublesOf = async (db: Db, act: UnitActRecord, today: Day) =>
  planObstacles(act.plan, { day: act.on_day, today, listed: await listedVersions(db, codesIn(act)) });

async function namedEnds(db: Db, act: UnitActRecord, ends: Awaited<ReturnType<typeof held>>['ends']) {
  const listed = new Map((await listedVersions(db, codesIn(act))).map((unit) => [`${unit.code} ${unit.from}`, unit]));
  return ends.map(({ unit, ...holding }) => {
    const known = listed.get(`${unit.code} ${unit.from}`);
    return { ...unit, name: known?.name ?? unit.code, kind: known?.kind ?? ('commune' as const), ...holding };
  });
}

async function viewOf(db: Db, act: UnitActRecord, actor: Actor, today: Day) {
  const isDraft = act.state === 'draft';
  const holding = await held(db, act, today);
  const keeps = mayKeepUnits(actor);
  const names = new Map(act.plan.begins.map(({ code, name }) => [code, name]));
  const undoTroubles = act.state === 'done' ? await undoObstacles(db, act) : [];
  const troubles = isDraft ? await troublesOf(db, act, today) : [];
  return {
    id: act.id,
    onDay: act.on_day,
    document: act.document,
    legalBasis: act.legal_basis,
    note: act.note,
    state: act.state,
    version: act.version,
    reason: act.reason,
    draftedAt: act.drafted_at,
    doneAt: act.done_at,
    plan: act.plan as never,
    ends: await namedEnds(db, act, holding.ends),
    officers: isDraft
      ? holding.officers.map(({ name, unit }) => ({
          name: isAuditor(actor) && !keeps ? '•••' : name,
          unit,
          proposedFor: heirsOf(act.plan, unit).map((code) => names.get(code) ?? code),
        }))
      : [],
    troubles,
    effects: effectsOf(act, holding),
    undoTroubles,
    may: {
      change: keeps && isDraft,
      confirm: keeps && isDraft && troubles.length === 0,
      withdraw: keeps && act.state !== 'withdrawn' && undoTroubles.length === 0,
    },
  };
}

const sameEffects = (one: ActEffects, other: ActEffects): boolean =>
  (Object.keys(one) as (keyof ActEffects)[]).every((key) => one[key] === other[key]);

function refuseUnlessDraft({ state, version }: UnitActRecord, seen: number): void {
  const obstacles = [...(state === 'draft' ? [] : ['not-a-draft']), ...(version === seen ? [] : ['changed-meanwhile'])];
  if (obstacles.length > 0) throw new Problem('conflict', 'places.unit-act.not-changeable', { obstacles });
}

const confirming = handle(confirmUnitAct, async ({ input, actor, db, today, insist, tell }) => {
  insist(mayKeepUnits(actor));
  const act = await unitActForChange(db, input.act);
  refuseUnlessDraft(act, input.version);
  const troubles = await troublesOf(db, act, today);
  if (troubles.length > 0) throw new Problem('conflict', 'places.unit-act.not-possible', { obstacles: troubles });
  // What was seen before is what is done: a seat recorded meanwhile is looked at first.
  if (!sameEffects(effectsOf(act, await held(db, act, today)), input.seen))
    throw new Problem('conflict', 'places.unit-act.not-changeable', { obstacles: ['effects-changed'] });
  await carryOut(db, act, { by: actor.account!, byName: actor.name, today });
  await markDone(db, act.id, actor.account!);
  await tell('places.unit-act.done', { act: act.id });
  return {};
});

const withdrawing = handle(withdrawUnitAct, async ({ input, actor, db, today, insist, tell }) => {
  insist(mayKeepUnits(actor));
  const act = await unitActForChange(db, input.act);
  const obstacles =
    act.state === 'withdrawn' ? ['withdrawn-already'] : act.state === 'done' ? await undoObstacles(db, act) : [];
  if (obstacles.length > 0) throw new Problem('conflict', 'places.unit-act.not-withdrawable', { obstacles });
  if (act.state === 'done') await takeBack(db, act, { by: actor.account!, byName: actor.name, today }, input.reason);
  await markWithdrawn(db, act.id, actor.account!, input.reason);
  await tell('places.unit-act.withdrawn', { act: act.id });
  return {};
});

export const unitActRoutes = [
  handle(listUnitActs, async ({ input, actor, db, insist }) => {
    insist(mayReadActs(actor));
    const { items, total } = await unitActPage(db, input);
    return {
      total,
      may: { draft: mayKeepUnits(actor) },
      items: items.map((row) => ({
        id: row.id,
        onDay: row.on_day,
        document: row.document,
        state: row.state,
        ends: (row.plan as UnitActRecord['plan']).ends.map(({ code }) => code),
        begins: (row.plan as UnitActRecord['plan']).begins.map(({ name }) => name),
        draftedAt: row.drafted_at,
        doneAt: row.done_at,
      })),
    };
  }),

  handle(getUnitAct, async ({ input, actor, db, today, insist }) => {
    insist(mayReadActs(actor));
    return viewOf(db, await unitAct(db, input.act), actor, today);
  }),

  handle(draftUnitAct, async ({ input, actor, db, insist }) => {
    insist(mayKeepUnits(actor));
    await saveDraft(db, input, actor.account!);
    return {};
  }),

  handle(changeUnitAct, async ({ input, actor, db, insist }) => {
    insist(mayKeepUnits(actor));
    refuseUnlessDraft(await unitActForChange(db, input.act), input.version);
    return { version: await saveDraftChange(db, input) };
  }),

  confirming,
  withdrawing,
];
