import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';

/** Under which id a member stands today. */
export async function standingMember(db: Db, member: MemberId): Promise<MemberId> {
  const row = await registryIn(db)
    .selectFrom('registry.record_merger')
    .select('shown_as_id')
    .where('subject', '=', 'member')
    .where('merged_id', '=', member)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return (row?.shown_as_id as MemberId | undefined) ?? member;
}

/** Under which id each record stands that was merged into another, of these organisations' members. */
export async function mergedMembersIn(
  db: Db,
  organisations: readonly OrganisationId[],
): Promise<Map<MemberId, MemberId>> {
  const { rows } = await sql<{ id: MemberId; person: MemberId }>`
    select g.merged_id as id, g.shown_as_id as person from registry.record_merger g
    join registry.member m on m.province = g.province and m.id = g.merged_id
    where g.province = platform.current_province() and g.subject = 'member' and g.undone_at is null
      and m.organisation_id = any(${[...organisations]}::uuid[]) and m.voided_by is null`.execute(db);
  return new Map(rows.map(({ id, person }) => [id, person]));
}

/** Every record of a member's person, the one that stands first; each is a membership of its own once parted again. */
export async function recordsOfPerson(db: Db, member: MemberId): Promise<MemberId[]> {
  const standing = await standingMember(db, member);
  const rows = await registryIn(db)
    .selectFrom('registry.record_merger')
    .select('merged_id')
    .where('subject', '=', 'member')
    .where('shown_as_id', '=', standing)
    .where('undone_at', 'is', null)
    .orderBy('merged_id')
    .execute();
  return [standing, ...rows.map(({ merged_id }) => merged_id as MemberId)];
}

/** The records merged into a row of registry.member called m. */
const alsoM = sql`select r.* from registry.record_merger g join registry.member r on r.province = g.province and r.id = g.merged_id
  where g.province = m.province and g.subject = 'member' and g.shown_as_id = m.id and g.undone_at is null and r.voided_by is null`;

/** Whether the organisation that is the member in the row m is no more on a day: it has left without anybody saying so. */
const hasEndedBy = (on: Day): RawBuilder<boolean> =>
  sql<boolean>`coalesce(registry.party_end(m.province, m.party_organisation_id) <= ${on}::date, false)`;

/** Whether the person of the row m, by any of the records, is a member on a day; the day of leaving is no longer one. */
export const isThereOn = (on: Day): RawBuilder<boolean> => sql<boolean>`(not ${hasEndedBy(on)} and (
  (m.joined_on <= ${on}::date and (m.left_on is null or m.left_on > ${on}::date))
  or exists (select from (${alsoM}) a where a.joined_on <= ${on}::date and (a.left_on is null or a.left_on > ${on}::date))))`;

/** The first day of joining of the person of the row m. */
export const firstJoined: RawBuilder<Day> = sql<Day>`least(m.joined_on, (select min(a.joined_on) from (${alsoM}) a))`;

/** Since when the organisation that is the member in the row m is no more; null of a person, and of one that goes on. */
export const partyEnd: RawBuilder<Day | null> = sql<Day | null>`registry.party_end(m.province, m.party_organisation_id)`;

/** Whether the person of the row m has not left: one record that stands is enough. */
export const isPresent: RawBuilder<boolean> = sql<boolean>`(${partyEnd} is null
  and (m.left_on is null or exists (select from (${alsoM}) a where a.left_on is null)))`;

interface Added {
  readonly id: MemberId;
  readonly joined_on: Day;
  readonly left_on: Day | null;
  readonly contributed_vnd: number;
  readonly subscribed_vnd: number;
}

interface Summed {
  readonly id: MemberId;
  readonly joined_on: Day;
  readonly left_on: Day | null;
  readonly contributed_vnd: number;
  readonly subscribed_vnd?: number;
}

const unlessClosed = (amount: RawBuilder<unknown>) =>
  sql`case when b.organisation_id is null then ${amount} else 0 end`;

/** Of these those whose own record stands in a book that was entered twice and does not count. */
async function inClosedBooks(db: Db, members: readonly MemberId[]): Promise<Set<MemberId>> {
  if (members.length === 0) return new Set();
  const { rows } = await sql<{ id: MemberId }>`
    select m.id from registry.closed_book b
    join registry.member m on m.province = b.province and m.organisation_id = b.organisation_id
    where b.province = platform.current_province() and m.id = any(${members}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

async function mergedInto(db: Db, members: readonly MemberId[]): Promise<Map<MemberId, Added>> {
  if (members.length === 0) return new Map();
  const { rows } = await sql<Added>`
    select g.shown_as_id as id, min(m.joined_on) as joined_on,
      case when bool_or(m.left_on is null) then null else max(m.left_on) end as left_on, sum(${unlessClosed(sql`m.contributed_vnd`)})::bigint as contributed_vnd,
      sum(${unlessClosed(sql`m.subscribed_vnd`)})::bigint as subscribed_vnd
    from registry.record_merger g join registry.recorded_member r on r.province = g.province and r.id = g.merged_id
    join registry.member m on m.province = r.province and m.id = r.id
    left join registry.closed_book b on b.province = m.province and b.organisation_id = m.organisation_id
    where g.province = platform.current_province() and g.subject = 'member' and g.undone_at is null
      and g.shown_as_id = any(${members}::uuid[])
    group by g.shown_as_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who stands by one record has not left by the other. */
const lastOf = (one: Day | null, other: Day | null): Day | null => {
  if (one === null || other === null) return null;
  return one < other ? other : one;
};

/** One person's records count together: the first day of joining, the last of leaving, and the capital of all. */
export async function withMerged<Row extends Summed>(db: Db, rows: readonly Row[]): Promise<Row[]> {
  const ids = rows.map(({ id }) => id);
  const [added, closed] = [await mergedInto(db, ids), await inClosedBooks(db, ids)];
  return rows.map((whole) => {
    const row = closed.has(whole.id)
      ? { ...whole, contributed_vnd: 0, ...(whole.subscribed_vnd !== undefined && { subscribed_vnd: 0 }) }
      : whole;
    const more = added.get(row.id);
    if (more === undefined) return row;
    return {
      ...row,
      joined_on: more.joined_on < row.joined_on ? more.joined_on : row.joined_on,
      left_on: lastOf(row.left_on, more.left_on),
      contributed_vnd: row.contributed_vnd + more.contributed_vnd,
      ...(row.subscribed_vnd !== undefined && { subscribed_vnd: row.subscribed_vnd + more.subscribed_vnd }),
    };
  });
}
