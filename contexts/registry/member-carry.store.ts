import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { noteMade, noteRows, type Trail } from './act-trail.store.ts';
import type { Standing } from './member.ts';
import { mergedMembersIn } from './member-merged.store.ts';
import { personsOf } from './member-person.ts';
import { saveEntries } from './member.store.ts';
import { carryParties } from './party.store.ts';
import { decrypted, encrypted } from './personal.cipher.ts';
import { closedBooks, idsOf } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

/** The records of members on a day, each with whom it stands for, as far as an act that moves them has to know. */
export async function membersOn(db: Db, organisation: OrganisationId, on: Day) {
  const ids = await idsOf(db, organisation);
  const persons = await mergedMembersIn(db, ids);
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .selectAll()
    .where('organisation_id', 'in', ids)
    .where('voided_by', 'is', null)
    .where('joined_on', '<=', on)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', on)]))
    .orderBy('id')
    .execute();
  // What stands in a book that was entered twice is nobody's capital.
  const closed = await closedBooks(db, ids);
  return rows.map((row) => ({
    ...row,
    person: persons.get(row.id) ?? row.id,
    ...(closed.has(row.organisation_id) && { subscribed_vnd: 0, contributed_vnd: 0 }),
  }));
}
export type MemberThen = Awaited<ReturnType<typeof membersOn>>[number];

export interface PersonThen {
  readonly id: MemberId;
  readonly standing: Standing;
  readonly subscribedVnd: number;
  readonly paidVnd: number;
  /** The one that stands first; an act that moves a person moves each. */
  readonly records: readonly [MemberThen, ...MemberThen[]];
}

/** The members of a day by person: what an act counts, names and shares out. */
export const presentPersons = (members: readonly MemberThen[]): PersonThen[] =>
  personsOf(members).map(({ id, records }) => ({
    id,
    standing: records[0].standing,
    subscribedVnd: records.reduce((sum, { subscribed_vnd }) => sum + subscribed_vnd, 0),
    paidVnd: records.reduce((sum, { contributed_vnd }) => sum + contributed_vnd, 0),
    records,
  }));

/** The records of the persons an act names. */
export const recordsNamed = <Named extends { readonly member: MemberId }>(
  members: readonly MemberThen[],
  named: readonly Named[],
): { readonly named: Named; readonly record: MemberThen }[] => {
  const byPerson = Map.groupBy(members, ({ person }) => person);
  return named.flatMap((one) => (byPerson.get(one.member) ?? []).map((record) => ({ named: one, record })));
};

/** Has anybody joined or left after that day? Then an act of that day would pass them by. */
export async function changedAfter(db: Db, organisation: OrganisationId, on: Day): Promise<boolean> {
  const row = await registryIn(db)
    .selectFrom('registry.member')
    .select('id')
    .where('organisation_id', 'in', await idsOf(db, organisation))
    .where('voided_by', 'is', null)
    .where((eb) => eb.or([eb('joined_on', '>', on), eb('left_on', '>', on)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface Ending {
  readonly trail: Trail;
  readonly on: Day;
  readonly by: AccountId;
}

/** The memberships end on that day; why, and whether they are carried on elsewhere, stands in their entries. */
export async function endMemberships(
  db: Db,
  ending: readonly { readonly member: MemberThen; readonly kind: 'left' | 'carried'; readonly reason?: string }[],
  { trail, on, by }: Ending,
): Promise<void> {
  const ids = ending.map(({ member }) => member.id);
  if (ids.length === 0) return;
  await noteRows(db, trail, 'member', ids);
  await sql`update registry.member set left_on = ${on}::date, version = version + 1
    where province = platform.current_province() and id = any(${ids}::uuid[])`.execute(db);
  await saveEntries(
    db,
    ending.map(({ member, kind, reason }) => ({
      member: member.id,
      organisation: member.organisation_id,
      kind,
      onDay: on,
      reason,
    })),
    by,
  );
}

/** An organisation that is no more has no members: each membership ends on its last day, with an entry. */
export async function closeMemberships(db: Db, organisation: OrganisationId, { trail, on, by }: Ending): Promise<void> {
  const members = await membersOn(db, organisation, on);
  await endMemberships(
    db,
    members.map((member) => ({ member, kind: 'left' as const })),
    { trail, on, by },
  );
}

/** The same person or organisation in another organisation: the national id is sealed to the row, so it is sealed anew. */
function carriedRow(from: MemberThen, to: OrganisationId, on: Day) {
  const id = newId<MemberId>();
  const { province: _, plain_name: _plain, version: _version, recorded_at: _at, person: _person, ...kept } = from;
  return {
    ...kept,
    id,
    organisation_id: to,
    joined_on: on,
    left_on: null,
    contributed_vnd: 0,
    subscribed_vnd: 0,
    voided_by: null,
    national_id_cipher:
      from.national_id_cipher === null ? null : encrypted(decrypted(from.national_id_cipher, from.id), id),
  };
}

const rowsAtOnce = 1_000;

/** New memberships in another organisation, each of which carries one on. */
export async function carryMembers(
  db: Db,
  carried: readonly { readonly from: MemberThen; readonly to: OrganisationId }[],
  { trail, on, by }: Ending,
): Promise<MemberId[]> {
  const rows = carried.map(({ from, to }) => carriedRow(from, to, on));
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await registryIn(db)
      .insertInto('registry.member')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  for (const { id } of rows) noteMade(trail, 'member', id);
  const pairs = rows.map(({ id }, at) => ({ from: carried[at]!.from.id, to: id }));
  await carryParties(db, pairs, { on, by });
  await saveEntries(
    db,
    rows.map(({ id, organisation_id }) => ({
      member: id,
      organisation: organisation_id,
      kind: 'carried' as const,
      onDay: on,
    })),
    by,
  );
  return rows.map(({ id }) => id);
}

export async function saveMemberLinks(
  db: Db,
  trail: Trail,
  links: readonly { readonly from: MemberId; readonly to: MemberId }[],
): Promise<void> {
  for (let at = 0; at < links.length; at += rowsAtOnce)
    await registryIn(db)
      .insertInto('registry.member_link')
      .values(
        links.slice(at, at + rowsAtOnce).map(({ from, to }) => ({
          predecessor_id: from,
          successor_id: to,
          act_id: trail.act,
        })),
      )
      .execute();
}

interface Restanding {
  readonly member: MemberThen;
  readonly standing: Standing;
}

/** Another standing from that day on; the one before it stays known. */
export async function changeStandings(db: Db, changes: readonly Restanding[], { trail, on }: Ending): Promise<void> {
  const changed = changes.filter(({ member, standing }) => member.standing !== standing);
  if (changed.length === 0) return;
  await noteRows(
    db,
    trail,
    'member',
    changed.map(({ member }) => member.id),
  );
  for (const { member, standing } of changed) {
    await registryIn(db)
      .insertInto('registry.member_former_standing')
      .values({ member_id: member.id, act_id: trail.act, until_day: on, standing: member.standing })
      .execute();
    await registryIn(db)
      .updateTable('registry.member')
      .set({ standing, version: sql`version + 1` })
      .where('id', '=', member.id)
      .execute();
  }
}
