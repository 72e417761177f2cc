import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { noteRows, type Trail } from './act-trail.store.ts';
import { carryCapital, type CapitalMove } from './capital-carry.store.ts';
import { isOfficial } from './member.ts';
import { carryMembers, endMemberships, saveMemberLinks, type MemberThen } from './member-carry.store.ts';
import { lockOrganisation } from './organisation.store.ts';
import { closedBooks, idsOf } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

/** Rows of other organisations' lists in which these organisations, by any id of theirs, are the member. */
async function rowsOfParties(db: Db, parties: readonly OrganisationId[]): Promise<MemberThen[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .selectAll()
    .where('party_organisation_id', 'in', [...parties])
    .where('voided_by', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, person: row.id }));
}

async function idsOfAll(db: Db, organisations: readonly OrganisationId[]): Promise<OrganisationId[]> {
  const ids: OrganisationId[] = [];
  for (const organisation of organisations) ids.push(...(await idsOf(db, organisation)));
  return ids;
}

const isThere = ({ joined_on, left_on }: MemberThen, on: Day): boolean =>
  joined_on <= on && (left_on === null || left_on > on);

/** Where these organisations are members on a day: official memberships first, which then say how the successor stands. */
export async function membershipsHeld(
  db: Db,
  organisations: readonly OrganisationId[],
  on: Day,
): Promise<MemberThen[]> {
  const rows = await rowsOfParties(db, await idsOfAll(db, organisations));
  return rows
    .filter((row) => isThere(row, on))
    .toSorted((one, other) => Number(isOfficial(other.standing)) - Number(isOfficial(one.standing)));
}

/** Has one of them joined or left another organisation after that day? What passes on that day would pass it by. */
export async function partyObstacles(
  db: Db,
  organisations: readonly OrganisationId[],
  on: Day,
): Promise<'membership-later'[]> {
  const rows = await rowsOfParties(db, await idsOfAll(db, organisations));
  const later = rows.some(({ joined_on, left_on }) => joined_on > on || (left_on !== null && left_on > on));
  return later ? ['membership-later'] : [];
}

/** The organisations of which they are members, as they are shown, each once. */
export async function holdersOf(db: Db, held: readonly MemberThen[]): Promise<OrganisationId[]> {
  const books = [...new Set(held.map(({ organisation_id }) => organisation_id))];
  if (books.length === 0) return [];
  const rows = await registryIn(db)
    .selectFrom('registry.published_identity')
    .select('stands_as_id')
    .where('id', 'in', books)
    .execute();
  return [...new Set(rows.map(({ stands_as_id }) => stands_as_id))].toSorted();
}

export interface Heir {
  readonly organisation: OrganisationId;
  readonly name: string;
  /** What of the capital goes into the membership of this heir; without it all. */
  readonly moves?: (to: MemberId) => readonly CapitalMove[];
}

interface Passing {
  readonly trail: Trail;
  readonly onDay: Day;
  readonly document: string;
  readonly by: AccountId;
}

/** The membership of the heir in the same organisation: the one that is there, or one that carries this on. */
async function heirsPlace(db: Db, row: MemberThen, heir: Heir, { trail, onDay, by }: Passing): Promise<MemberThen> {
  const lists = await idsOf(db, row.organisation_id);
  const own = await rowsOfParties(db, await idsOf(db, heir.organisation));
  const there = own.find((one) => lists.includes(one.organisation_id) && isThere(one, onDay));
  if (there !== undefined) return there;
  const from = { ...row, party_organisation_id: heir.organisation, name: heir.name };
  const [id] = await carryMembers(db, [{ from, to: row.organisation_id }], { trail, on: onDay, by });
  return { ...from, id: id!, person: id! };
}

/** A book takes lines of records of its own organisation only, and one that was entered twice counts nowhere. */
async function passCapital(
  db: Db,
  rows: readonly MemberThen[],
  {
    to,
    moves,
    passing,
  }: { readonly to: MemberThen; readonly moves: readonly CapitalMove[]; readonly passing: Passing },
): Promise<void> {
  const { trail, onDay, document, by } = passing;
  const books = Map.groupBy(rows, ({ organisation_id }) => organisation_id);
  const closed = await closedBooks(db, [...books.keys()]);
  for (const [book, own] of books) {
    const ids = new Set(own.map(({ id }) => id));
    const of = moves.filter(({ from }) => ids.has(from));
    if (!closed.has(book))
      await carryCapital(db, { from: book, to: to.organisation_id, onDay, document, cause: trail.act, by, moves: of });
  }
}

/** What one membership, by all its records, is and holds goes to these heirs on that day, in the same list; it ends itself. */
export async function passMembership(
  db: Db,
  rows: readonly [MemberThen, ...MemberThen[]],
  heirs: readonly Heir[],
  passing: Passing,
): Promise<MemberId[]> {
  const ids: MemberId[] = [];
  for (const heir of heirs) {
    const to = await heirsPlace(db, rows[0], heir, passing);
    ids.push(to.id);
    const all = rows.map(({ id }) => ({ from: id, to: to.id }));
    await saveMemberLinks(db, passing.trail, all);
    await passCapital(db, rows, { to, moves: heir.moves?.(to.id) ?? all, passing });
  }
  const ending = rows.map((member) => ({ member, kind: 'carried' as const }));
  await endMemberships(db, ending, { trail: passing.trail, on: passing.onDay, by: passing.by });
  return ids;
}

/** Where the organisations of a merger were members their successor is one now, with the capital of all of them. */
export async function passMemberships(
  db: Db,
  held: readonly MemberThen[],
  heir: Heir,
  passing: Passing,
): Promise<void> {
  for (const row of held) {
    await lockOrganisation(db, row.organisation_id);
    await passMembership(db, [row], [heir], passing);
  }
}

interface Restating {
  readonly trail: Trail;
  readonly onDay: Day;
  readonly name: string;
}

/** A group that is a cooperative now stands as a legal person under its new name where it is a member, or became one later. */
export async function restateParty(db: Db, group: OrganisationId, { trail, onDay, name }: Restating): Promise<void> {
  const rows = await rowsOfParties(db, await idsOf(db, group));
  const ids = rows.filter(({ left_on }) => left_on === null || left_on > onDay).map(({ id }) => id);
  if (ids.length === 0) return;
  await noteRows(db, trail, 'member', ids);
  await sql`update registry.member set party = 'legal-person', name = ${name}, version = version + 1
    where province = platform.current_province() and id = any(${ids}::uuid[])`.execute(db);
}
