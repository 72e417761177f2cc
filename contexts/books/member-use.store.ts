import { sql } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { booksIn } from './books.tables.ts';
import type { recordMemberUse } from './member-use.wire.ts';

export interface UseRow {
  readonly member: MemberId;
  readonly linkageVnd: number;
  readonly useVnd: number | null;
  readonly labourDayTenths: number | null;
  readonly labourVnd: number | null;
  readonly version: number;
  readonly source: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Instant | null;
}

/**
 * Everybody who was a member at some time of the year, with what statements tell of them and what was entered last. Who was
 * entered twice in the register stands once: statements add up, of entries that of the record that stands counts.
 */
export async function memberUse(db: Db, organisation: OrganisationId, year: number): Promise<UseRow[]> {
  const { rows } = await sql<UseRow>`
    with present as (
      select m.id from registry.published_member m
      where m.province = platform.current_province() and m.organisation_id = ${organisation} and m.survivor_id is null
        and m.joined_on <= make_date(${year}, 12, 31) and (m.left_on is null or m.left_on > make_date(${year}, 1, 1))
    ), sold as (
      select i.stands_as_id as id, sum(p.amount_vnd)::bigint as vnd from books.patronage p
      join registry.published_member_identity i on i.province = p.province and i.id = p.member_id
      where p.organisation_id = ${organisation} and p.on_day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
      group by i.stands_as_id
    ), entered as (
      select distinct on (i.stands_as_id) i.stands_as_id as id, u.use_vnd, u.labour_day_tenths, u.labour_vnd, u.version, u.source,
        u.reason, a.name as by, u.recorded_at
      from books.member_use u
      join registry.published_member_identity i on i.province = u.province and i.id = u.member_id
      left join auth.user a on a.id = u.recorded_by
      where u.province = platform.current_province() and u.organisation_id = ${organisation} and u.year = ${year}
      order by i.stands_as_id, u.member_id = i.stands_as_id desc, u.version desc
    )
    select k.id as member, coalesce(s.vnd, 0)::bigint as "linkageVnd", e.use_vnd as "useVnd", e.labour_day_tenths as "labourDayTenths",
      e.labour_vnd as "labourVnd", coalesce(e.version, 0) as version, e.source, e.reason, e.by, e.recorded_at as at
    from (select id from present union select id from sold union select id from entered) k
    left join sold s on s.id = k.id
    left join entered e on e.id = k.id
    order by k.id`.execute(db);
  return rows;
}

export interface FormerUse {
  readonly member: MemberId;
  readonly useVnd: number | null;
  readonly labourDayTenths: number | null;
  readonly labourVnd: number | null;
  readonly version: number;
  readonly source: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Instant;
}

/** Of these members everything that was entered but what stands, the last first. */
export async function formerUse(
  db: Db,
  { organisation, year }: { readonly organisation: OrganisationId; readonly year: number },
  members: readonly MemberId[],
): Promise<FormerUse[]> {
  if (members.length === 0) return [];
  const { rows } = await sql<FormerUse>`
    with told as (
      select i.stands_as_id as member, u.*, a.name as by,
        row_number() over (partition by i.stands_as_id order by u.member_id = i.stands_as_id desc, u.version desc) as place
      from books.member_use u
      join registry.published_member_identity i on i.province = u.province and i.id = u.member_id
      left join auth.user a on a.id = u.recorded_by
      where u.province = platform.current_province() and u.organisation_id = ${organisation} and u.year = ${year}
        and i.stands_as_id = any(${[...members]}::uuid[])
    )
    select member, use_vnd as "useVnd", labour_day_tenths as "labourDayTenths", labour_vnd as "labourVnd", version, source,
      reason, by, recorded_at as at
    from told where place > 1 order by member, place`.execute(db);
  return rows;
}

/** The next version of each beside the former ones; of two at once the key lets one in. */
export async function insertMemberUse(
  db: Db,
  given: ParsedInputOf<typeof recordMemberUse>,
  by: AccountId,
): Promise<void> {
  const { organisation, year, source, reason, lines } = given;
  await booksIn(db)
    .insertInto('books.member_use')
    .values(
      lines.map((line) => ({
        organisation_id: organisation,
        year,
        member_id: line.member,
        version: line.seen + 1,
        use_vnd: line.useVnd,
        labour_day_tenths: line.labourDayTenths,
        labour_vnd: line.labourVnd,
        source,
        reason: line.seen === 0 ? null : (reason ?? null),
        recorded_by: by,
      })),
    )
    .execute();
}
