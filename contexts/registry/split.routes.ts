import { overseesUnit } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { newTrail, noteRows, saveTrail, type Trail } from './act-trail.store.ts';
import { saveAct } from './act.store.ts';
import { carryCapital } from './capital-carry.store.ts';
import { capsAbove, settleExcess } from './capital-excess.store.ts';
import { noAmounts, sumOf } from './capital.ts';
import { returnCapital } from './capital-return.store.ts';
import { refuse } from './founding.routes.ts';
import { carryMembers, endMemberships, presentPersons, saveMemberLinks } from './member-carry.store.ts';
import { madeObstacles } from './merger.routes.ts';
import { leastMembers } from './minimum.store.ts';
import { saveStatus } from './organisation-change.store.ts';
import { saveLinks } from './organisation-link.store.ts';
import { saveMade, shapedRecord, type ShapedRecord } from './reshaping.store.ts';
import { splitOrganisation } from './reshaping.wire.ts';
import { carrySensitive } from './sensitive-carry.store.ts';
import { splitObstacles } from './split.ts';
import { movesOf } from './split-moves.store.ts';
import { carryUndivided, undividedHeld } from './undivided-carry.store.ts';
import { findUnit } from './unit.store.ts';

type Split = ParsedInputOf<typeof splitOrganisation>;

interface Splitting {
  readonly given: Split;
  readonly source: ShapedRecord;
  readonly trail: Trail;
  readonly home: Province;
  readonly by: AccountId;
  readonly today: Day;
}

async function makeSuccessors(db: Db, { given, source, trail, home, by, today }: Splitting): Promise<void> {
  const { kind, fields } = source.record;
  const { onDay, document } = given;
  for (const made of given.made) {
    const unit = await findUnit(db, made.unit, today);
    const act = { partOf: given.act };
    await saveMade(db, made, { trail, onDay, document, kind, fields, unit: unit!, home, by, act, actKind: 'split' });
  }
  await saveLinks(
    db,
    given.made.map(({ organisation }) => ({
      predecessor: source.record.id,
      successor: organisation,
      way: given.way,
      act: given.act,
      onDay,
    })),
  );
}

/** Those who go to one successor, with their part of the capital. */
async function moveInto(db: Db, to: OrganisationId, { given, source, trail, by }: Splitting) {
  const byId = new Map(presentPersons(source.members).map((person) => [person.id, person]));
  const going = given.members.filter((one) => one.to.some(({ organisation }) => organisation === to));
  const rows = going.map(({ member }) => ({ from: byId.get(member)!.records[0], to }));
  const ids = await carryMembers(db, rows, { trail, on: given.onDay, by });
  const made = rows.map(({ from }, at) => ({ from: from.id, to: ids[at]! }));
  const links = going.flatMap((one, at) => byId.get(one.member)!.records.map(({ id }) => ({ from: id, to: ids[at]! })));
  await saveMemberLinks(db, trail, links);
  await carrySensitive(db, made);
  const moves = going.flatMap((one, at) => movesOf(byId.get(one.member)!, one.to, { to, member: ids[at]! }));
  const { onDay, document } = given;
  return carryCapital(db, { from: source.record.id, to, onDay, document, cause: given.act, by, moves });
}

/** Who stays with the source keeps the membership there; everybody else's ends, carried on or with the reason why not. */
async function endSource(db: Db, { given, source, trail, by }: Splitting): Promise<void> {
  const stays = new Set(
    given.members
      .filter(({ to }) => to.some(({ organisation }) => organisation === source.record.id))
      .map(({ member }) => member),
  );
  const reasons = new Map<MemberId, string>(given.leaving.map(({ member, reason }) => [member, reason]));
  const ending = source.members
    .filter(({ person }) => !stays.has(person))
    .map((member) => {
      const reason = reasons.get(member.person);
      return reason === undefined ? { member, kind: 'carried' as const } : { member, kind: 'left' as const, reason };
    });
  await endMemberships(db, ending, { trail, on: given.onDay, by });
  if (given.way === 'divided')
    await saveStatus(db, source.record.id, { status: 'divided', on: given.onDay, act: given.act });
}

async function saveSplit(db: Db, splitting: Splitting) {
  const { given, source, trail, by } = splitting;
  await noteRows(db, trail, 'organisation', [source.record.id]);
  await saveAct(db, { ...given, id: given.act, kind: 'split' }, by);
  await makeSuccessors(db, splitting);
  const { onDay, document, act: cause } = given;
  const leaving = new Set(given.leaving.map(({ member }) => member));
  const gone = new Set(source.members.filter(({ person }) => leaving.has(person)).map(({ id }) => id));
  await returnCapital(db, { organisation: source.record.id, onDay, document, cause, by, members: gone });
  let sum = noAmounts;
  for (const { organisation } of given.made) sum = sumOf(sum, await moveInto(db, organisation, splitting));
  await carryUndivided(db, {
    from: source.record.id,
    to: given.undivided,
    onDay,
    document,
    cause,
    by,
  });
  await endSource(db, splitting);
  await saveTrail(db, trail);
  return sum;
}

export const splitRoutes = [
  handle(splitOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    const source = await shapedRecord(db, input.organisation, input.onDay);
    insist(overseesUnit(actor, source.record.unit_code) && input.made.every(({ unit }) => overseesUnit(actor, unit)));
    const { kind } = source.record;
    const least = await leastMembers(db, kind, input.onDay);
    const made = await Promise.all(input.made.map((one) => madeObstacles(db, one, kind, today)));
    refuse('registry.split.not-recordable', [
      ...splitObstacles({
        onDay: input.onDay,
        today,
        way: input.way,
        source: source.shaped,
        sourceId: input.organisation,
        made: input.made,
        present: presentPersons(source.members),
        members: input.members,
        leaving: input.leaving,
        least: least?.least ?? null,
        undivided: input.undivided,
        undividedHeld: (await undividedHeld(db, input.organisation, input.onDay)).length > 0,
      }),
      ...made.flat(),
    ]);
    const before = await capsAbove(db, [input.organisation], today);
    const sum = await saveSplit(db, {
      given: input,
      source,
      trail: newTrail(input.act),
      home: actor.province,
      by: actor.account!,
      today,
    });
    await settleExcess(db, {
      organisations: [...input.made.map(({ organisation }) => organisation), input.organisation],
      before,
      cause: 'split',
      onDay: input.onDay,
      today,
      by: actor.account,
      excuse: input,
      code: 'registry.split.not-recordable',
    });
    const moved = input.members.filter(({ to }) => to.some(({ organisation }) => organisation !== input.organisation));
    await tell('registry.organisation.split', {
      organisation: input.organisation,
      successors: input.made.map(({ organisation }) => organisation),
    });
    return {
      members: moved.length,
      left: input.leaving.length,
      subscribedVnd: sum.subscribedVnd,
      paidVnd: sum.paidVnd,
    };
  }),
];
