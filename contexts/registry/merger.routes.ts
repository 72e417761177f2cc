import { overseesUnit, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { newTrail, noteRows, saveTrail } from './act-trail.store.ts';
import { saveAct } from './act.store.ts';
import { capsAbove, settleExcess } from './capital-excess.store.ts';
import { refuse } from './founding.routes.ts';
import { mergerObstacles, type MergingParty } from './merger.ts';
import { mergingMembers, saveMerger } from './merger.store.ts';
import { leastMembers } from './minimum.store.ts';
import { twinObstacles } from './organisation-change.routes.ts';
import { holdersOf, membershipsHeld, partyObstacles, passMemberships } from './party-carry.store.ts';
import { identityObstacles } from './organisation.ts';
import { saveMade, shapedRecord, type Made, type ShapedRecord } from './reshaping.store.ts';
import { mergeOrganisations } from './reshaping.wire.ts';
import { findUnit, type UnitFacts } from './unit.store.ts';

type Merging = ParsedInputOf<typeof mergeOrganisations>;

const partyOf = ({ shaped, members }: ShapedRecord): MergingParty => ({
  shaped,
  members: mergingMembers(members),
});

/** Locked in one order, whoever merges what into what. */
async function allShaped(db: Db, ids: readonly OrganisationId[], on: Day): Promise<Map<OrganisationId, ShapedRecord>> {
  const found = new Map<OrganisationId, ShapedRecord>();
  for (const id of [...new Set(ids)].toSorted()) found.set(id, await shapedRecord(db, id, on));
  return found;
}

/** What cannot be of an organisation that an act is to make. */
export async function madeObstacles(db: Db, made: Made, kind: string, today: Day): Promise<string[]> {
  const identity = {
    kind: kind as 'cooperative',
    legalForm: null,
    taxNumber: made.certificate?.taxNumber ?? null,
    foundedOn: null,
    certificateOn: null,
  };
  return [
    ...identityObstacles(identity, today),
    ...((await findUnit(db, made.unit, today)) === undefined ? ['unit-unknown'] : []),
    ...(await twinObstacles(db, { id: made.organisation, name: made.name, ...identity })),
  ];
}

const mayAll = (actor: Actor, records: Iterable<ShapedRecord>): boolean =>
  [...records].every(({ record }) => overseesUnit(actor, record.unit_code));

async function successorOf(db: Db, input: Merging, { first, trail, unit, home, by }: Successor) {
  const { onDay, document, legalBasis, note } = input;
  if (input.into !== undefined) {
    await noteRows(db, trail, 'organisation', [input.into]);
    await saveAct(
      db,
      { id: input.act, organisation: input.into, kind: 'merged', onDay, document, legalBasis, note },
      by,
    );
    return input.into;
  }
  const { kind, fields } = first.record;
  const act = { id: input.act };
  await saveMade(db, input.made!, {
    trail,
    onDay,
    document,
    kind,
    fields,
    unit: unit!,
    home,
    by,
    act,
    actKind: 'merged',
  });
  return input.made!.organisation;
}

interface Successor {
  readonly first: ShapedRecord;
  readonly trail: ReturnType<typeof newTrail>;
  readonly unit: UnitFacts | undefined;
  readonly home: Actor['province'];
  readonly by: NonNullable<Actor['account']>;
}

async function obstaclesOf(db: Db, input: Merging, all: ReadonlyMap<OrganisationId, ShapedRecord>, today: Day) {
  const predecessors = input.predecessors.map((id) => all.get(id)!);
  const into = input.into === undefined ? undefined : all.get(input.into);
  const { kind } = predecessors[0]!.record;
  const least = await leastMembers(db, kind, input.onDay);
  return [
    ...mergerObstacles({
      onDay: input.onDay,
      today,
      predecessors: predecessors.map(partyOf),
      predecessorIds: input.predecessors,
      into: into && partyOf(into),
      intoId: input.into,
      made: input.made,
      leaving: input.leaving,
      least: least?.least ?? null,
    }),
    ...(await partyObstacles(db, [...all.keys()], input.onDay)),
    ...(input.made === undefined ? [] : await madeObstacles(db, input.made, kind, today)),
  ];
}

export const mergerRoutes = [
  handle(mergeOrganisations, async ({ input, actor, db, today, insist, tell }) => {
    const ids = [...input.predecessors, ...(input.into === undefined ? [] : [input.into])];
    const all = await allShaped(db, ids, input.onDay);
    const unit = input.made === undefined ? undefined : await findUnit(db, input.made.unit, today);
    insist(mayAll(actor, all.values()) && (input.made === undefined || overseesUnit(actor, input.made.unit)));
    refuse('registry.merger.not-recordable', await obstaclesOf(db, input, all, today));

    const by = actor.account!;
    const held = await membershipsHeld(db, input.predecessors, input.onDay);
    const holders = await holdersOf(db, held);
    const before = await capsAbove(db, [...ids, ...holders], today);
    const trail = newTrail(input.act);
    const predecessors = input.predecessors.map((id) => all.get(id)!);
    const first = predecessors[0]!;
    const successor = await successorOf(db, input, { first, trail, unit, home: actor.province, by });
    const leaving = new Map(input.leaving.map(({ member, reason }) => [member, reason]));
    const { members, subscribedVnd, paidVnd } = await saveMerger(db, {
      trail,
      onDay: input.onDay,
      document: input.document,
      by,
      predecessors,
      successor,
      there: input.into === undefined ? [] : all.get(input.into)!.members,
      way: input.into === undefined ? 'merged' : 'absorbed',
      leaving,
    });
    const { onDay, document } = input;
    const name = input.made?.name ?? all.get(input.into!)!.record.name;
    await passMemberships(db, held, { organisation: successor, name }, { trail, onDay, document, by });
    await settleExcess(db, {
      organisations: [successor, ...holders],
      before,
      cause: 'merged',
      onDay,
      today,
      by,
      excuse: input,
      code: 'registry.merger.not-recordable',
    });
    await saveTrail(db, trail);
    await tell('registry.organisation.merged', { organisation: successor, predecessors: input.predecessors });
    return { members, left: leaving.size, subscribedVnd, paidVnd };
  }),
];
