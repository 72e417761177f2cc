import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { noteRows, type Trail } from './act-trail.store.ts';
import { saveAct } from './act.store.ts';
import { carryCapital } from './capital-carry.store.ts';
import { noAmounts, sumOf, type Amounts } from './capital.ts';
import { returnCapital } from './capital-return.store.ts';
import {
  carryMembers,
  endMemberships,
  presentPersons,
  saveMemberLinks,
  type MemberThen,
  type PersonThen,
} from './member-carry.store.ts';
import { memberMoves, type MergingMember } from './merger.ts';
import { saveStatus } from './organisation-change.store.ts';
import { saveLinks } from './organisation-link.store.ts';
import type { ShapedRecord } from './reshaping.store.ts';
import { carrySensitive } from './sensitive-carry.store.ts';
import { carryUndivided } from './undivided-carry.store.ts';

const sameOf = ({ party_organisation_id, national_id_hmac }: MemberThen): string | null =>
  party_organisation_id ?? national_id_hmac?.toString('hex') ?? null;

/** What tells that two memberships are of one: the organisation that is the member, or the national id, by any record. */
export const mergingMember = ({ id, standing, records }: PersonThen): MergingMember => ({
  id,
  standing,
  same: records.map(sameOf).find((same) => same !== null) ?? null,
});

export const mergingMembers = (members: readonly MemberThen[]): MergingMember[] =>
  presentPersons(members).map(mergingMember);

export interface Merged {
  readonly trail: Trail;
  readonly onDay: Day;
  readonly document: string;
  readonly by: AccountId;
  readonly predecessors: readonly ShapedRecord[];
  readonly successor: OrganisationId;
  readonly there: readonly MemberThen[];
  readonly way: 'merged' | 'absorbed';
  /** By person. */
  readonly leaving: ReadonlyMap<MemberId, string>;
}

/** Each membership with the one that carries it on, those that did not exist made. */
async function moveMembers(db: Db, merged: Merged): Promise<{ from: MemberThen; to: MemberId }[]> {
  const { predecessors, there, leaving, successor, trail, onDay, by } = merged;
  const going = predecessors.map(({ members }) => members.filter(({ person }) => !leaving.has(person)));
  const moves = memberMoves(going.map(mergingMembers), mergingMembers(there));
  const persons = new Map(going.flatMap(presentPersons).map((person) => [person.id as string, person]));
  const present = new Map(presentPersons(there).map(({ id, records }) => [id as string, records[0].id]));
  const made = [...new Set(moves.flatMap(({ to }) => ('made' in to ? [to.made] : [])))];
  const ending = { trail, on: onDay, by };
  const rows = made.map((id) => ({ from: persons.get(id)!.records[0], to: successor }));
  const ids = await carryMembers(db, rows, ending);
  const idOf = new Map(made.map((id, at) => [id, ids[at]!]));
  const carried = moves.flatMap(({ from, to }) =>
    persons.get(from)!.records.map((record) => ({
      from: record,
      to: 'made' in to ? idOf.get(to.made)! : present.get(to.there)!,
    })),
  );
  const links = carried.map(({ from, to }) => ({ from: from.id, to }));
  await saveMemberLinks(db, trail, links);
  // Into memberships that were made, from the record that stands; who was a member there keeps what that membership says.
  await carrySensitive(
    db,
    rows.map(({ from }, at) => ({ from: from.id, to: ids[at]! })),
  );
  return carried;
}

async function carryFrom(
  db: Db,
  { record, members }: ShapedRecord,
  merged: Merged,
  targets: ReadonlyMap<MemberId, MemberId>,
): Promise<Amounts> {
  const { trail, onDay, document, by, successor, leaving } = merged;
  const cause = trail.act;
  const gone = new Set(members.filter(({ person }) => leaving.has(person)).map(({ id }) => id));
  await returnCapital(db, { organisation: record.id, onDay, document, cause, by, members: gone });
  const moves = members.flatMap(({ id }) => {
    const to = targets.get(id);
    return to === undefined ? [] : [{ from: id, to }];
  });
  return carryCapital(db, { from: record.id, to: successor, onDay, document, cause, by, moves });
}

/** People first, then their capital, then the predecessors end; each has its line, its link and its last status. */
export async function saveMerger(db: Db, merged: Merged): Promise<Amounts & { members: number }> {
  const { predecessors, trail, onDay, document, by, successor, way, leaving } = merged;
  await noteRows(
    db,
    trail,
    'organisation',
    predecessors.map(({ record }) => record.id),
  );
  const carried = await moveMembers(db, merged);
  const targets = new Map(carried.map(({ from, to }) => [from.id, to]));
  let sum = noAmounts;
  for (const predecessor of predecessors) sum = sumOf(sum, await carryFrom(db, predecessor, merged, targets));
  const to = [{ organisation: successor, shareBp: 10_000 }];
  for (const { record } of predecessors)
    await carryUndivided(db, { from: record.id, to, onDay, document, cause: trail.act, by });
  const ending = predecessors.flatMap(({ members }) =>
    members.map((member) => {
      const reason = leaving.get(member.person);
      return reason === undefined ? { member, kind: 'carried' as const } : { member, kind: 'left' as const, reason };
    }),
  );
  await endMemberships(db, ending, { trail, on: onDay, by });
  for (const { record } of predecessors) {
    const act = await saveAct(db, { organisation: record.id, kind: 'merged', onDay, document, partOf: trail.act }, by);
    await saveStatus(db, record.id, { status: 'merged', on: onDay, act });
  }
  await saveLinks(
    db,
    predecessors.map(({ record }) => ({ predecessor: record.id, successor, way, act: trail.act, onDay })),
  );
  return { members: new Set(carried.map(({ to }) => to)).size, ...sum };
}
