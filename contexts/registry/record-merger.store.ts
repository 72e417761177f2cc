import { sql } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { MergerId, RecordSubject, Standing } from './record-merger.ts';
import { registryIn } from './registry.tables.ts';

/** Under which id an organisation stands today; the id itself where the province has none such. */
export async function standingOrganisation(db: Db, organisation: OrganisationId): Promise<OrganisationId> {
  const row = await registryIn(db)
    .selectFrom('registry.published_identity')
    .select('stands_as_id')
    .where('id', '=', organisation)
    .executeTakeFirst();
  return row?.stands_as_id ?? organisation;
}

/** Every id under which this organisation was entered; what hangs on any of them hangs on it. */
export async function idsOf(db: Db, organisation: OrganisationId): Promise<OrganisationId[]> {
  const standing = await standingOrganisation(db, organisation);
  const rows = await registryIn(db)
    .selectFrom('registry.record_merger')
    .select('merged_id')
    .where('subject', '=', 'organisation')
    .where('shown_as_id', '=', standing)
    .where('undone_at', 'is', null)
    .execute();
  return [standing, ...rows.map(({ merged_id }) => merged_id as OrganisationId)];
}

/** A record that was merged is written no more: what is to be changed is changed at the survivor. */
export async function refuseMerged(db: Db, subject: RecordSubject, id: OrganisationId | MemberId): Promise<void> {
  const row = await registryIn(db)
    .selectFrom('registry.record_merger')
    .select('shown_as_id')
    .where('subject', '=', subject)
    .where('merged_id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) throw new Problem('conflict', `registry.${subject}.merged`, { survivor: row.shown_as_id });
}

const lockRows = {
  organisation: (ids: readonly string[]) =>
    sql`select id from registry.organisation where province = platform.current_province() and id = any(${ids}::uuid[])
      order by id for update`,
  member: (ids: readonly string[]) =>
    sql`select id from registry.member where province = platform.current_province() and id = any(${ids}::uuid[])
      order by id for update`,
};

/** Locks both, always in one order, so that two mergers of them come one after the other. */
export async function lockRecords(db: Db, subject: RecordSubject, ids: readonly string[]): Promise<void> {
  const { rows } = await lockRows[subject](ids).execute(db);
  if (rows.length !== new Set(ids).size) throw new Problem('not-found', `registry.${subject}.unknown`);
}

/** One merging or undoing of a province at a time: where the others lead is worked out from all that stand. */
export const oneMergerAtATime = (db: Db): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('registry.record_merger'), platform.current_province())`.execute(db);

/** The rows of records that stand: nothing merged counts or is listed beside its survivor. */
export const notMerged = (
  subject: RecordSubject,
  id: string,
) => sql<boolean>`not exists (select from registry.record_merger g
  where g.province = platform.current_province() and g.subject = ${sql.lit(subject)} and g.merged_id = ${sql.ref(id)} and g.undone_at is null)`;

/** Which of these organisations' books were entered twice and do not count. */
export async function closedBooks(db: Db, organisations: readonly OrganisationId[]): Promise<Set<OrganisationId>> {
  const rows = await registryIn(db)
    .selectFrom('registry.closed_book')
    .select('organisation_id')
    .where('organisation_id', 'in', [...organisations])
    .execute();
  return new Set(rows.map(({ organisation_id }) => organisation_id));
}

const isMerged = (subject: RecordSubject) => sql<boolean>`exists (select from registry.record_merger g
  where g.province = platform.current_province() and g.subject = ${subject} and g.merged_id = r.id and g.undone_at is null)`;

const standings = {
  organisation: (ids: readonly string[]) => sql<Standing>`
    select r.id, r.id as organisation, ${isMerged('organisation')} as "isMerged", r.provenance = 'reported' as "isReported",
      false as "isErased", exists (select from registry.capital_act c
        where c.province = r.province and c.organisation_id = r.id) as "hasBook"
    from registry.organisation r where r.province = platform.current_province() and r.id = any(${ids}::uuid[])`,
  member: (ids: readonly string[]) => sql<Standing>`
    select r.id, i.stands_as_id as organisation, ${isMerged('member')} as "isMerged", false as "isReported",
      r.erased_at is not null as "isErased", false as "hasBook"
    from registry.member r
    join registry.published_identity i on i.province = r.province and i.id = r.organisation_id
    where r.province = platform.current_province() and r.id = any(${ids}::uuid[])`,
};

/** How these records stand, by id. */
export async function standingsOf(
  db: Db,
  subject: RecordSubject,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await standings[subject](ids).execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Is one of two organisations a member of the other? As one it would be its own member. */
export async function isMemberOfOther(db: Db, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from registry.member m
    where m.province = platform.current_province() and m.left_on is null
      and ((m.organisation_id = ${one} and m.party_organisation_id = ${other})
        or (m.organisation_id = ${other} and m.party_organisation_id = ${one}))) as found`.execute(db);
  return rows[0]!.found;
}

/**
 * Where each standing merger leads now: A merged into B is shown as C once B is merged into C, and as B again when that is
 * undone. Only rows that lead elsewhere than before are written.
 */
const followMergers = (db: Db, subject: RecordSubject) =>
  sql`
  with recursive standing as (
    select id, merged_id, survivor_id from registry.record_merger
    where province = platform.current_province() and subject = ${subject} and undone_at is null
  ), way as (
    select id, survivor_id as leads_to, 1 as steps from standing
    union all
    select w.id, s.survivor_id, w.steps + 1 from way w join standing s on s.merged_id = w.leads_to where w.steps < 100
  ), last as (
    select distinct on (id) id, leads_to from way order by id, steps desc
  )
  update registry.record_merger m set shown_as_id = l.leads_to from last l
  where m.province = platform.current_province() and m.id = l.id and m.shown_as_id <> l.leads_to`.execute(db);

export interface NewMerger {
  readonly id: MergerId;
  readonly subject: RecordSubject;
  readonly merged: string;
  readonly survivor: string;
  readonly closesBook?: boolean;
  readonly reason: string;
  readonly by: AccountId;
}

export async function saveMerger(db: Db, given: NewMerger): Promise<void> {
  await registryIn(db)
    .insertInto('registry.record_merger')
    .values({
      id: given.id,
      subject: given.subject,
      merged_id: given.merged,
      survivor_id: given.survivor,
      shown_as_id: given.survivor,
      closes_book: given.closesBook ?? false,
      reason: given.reason,
      merged_by: given.by,
      undone_at: null,
      undone_by: null,
      undo_reason: null,
    })
    .execute();
  await followMergers(db, given.subject);
}

export async function mergerForChange(db: Db, merger: MergerId) {
  const row = await registryIn(db)
    .selectFrom('registry.record_merger')
    .select(['id', 'subject', 'merged_id', 'survivor_id', 'shown_as_id', 'merged_at', 'undone_at'])
    .where('id', '=', merger)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.record-merger.unknown');
  return row;
}

/** A merger, standing or undone, for reading. */
export async function mergerById(db: Db, merger: MergerId) {
  const row = await registryIn(db)
    .selectFrom('registry.record_merger')
    .selectAll()
    .where('id', '=', merger)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.record-merger.unknown');
  return row;
}

export async function saveUndoing(
  db: Db,
  merger: { readonly id: MergerId; readonly subject: RecordSubject },
  by: AccountId,
  reason: string,
): Promise<void> {
  await registryIn(db)
    .updateTable('registry.record_merger')
    .set({ undone_at: sql`now()`, undone_by: by, undo_reason: reason })
    .where('id', '=', merger.id)
    .execute();
  await followMergers(db, merger.subject);
}

/** Of two organisations that part again, members may have been merged across: whoever parts them decides those first. */
export async function membersMergedAcross(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from registry.record_merger m
    join registry.published_member_identity a on a.province = m.province and a.id = m.merged_id
    join registry.published_member_identity b on b.province = m.province and b.id = m.survivor_id
    where m.province = platform.current_province() and m.subject = 'member' and m.undone_at is null
      and a.organisation_id <> b.organisation_id`.execute(db);
  return rows[0]!.n;
}

/** Whether an act that stands has since carried both records of a merger on as one membership. */
export async function carriedAsOne(
  db: Db,
  merger: { readonly merged_id: string; readonly shown_as_id: string; readonly merged_at: Instant },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from registry.member_link one
    join registry.member_link other on other.province = one.province and other.successor_id = one.successor_id
      and other.act_id = one.act_id and other.undone_by is null and other.predecessor_id <> one.predecessor_id
    join registry.organisation_act a on a.province = one.province and a.id = one.act_id and a.recorded_at > ${merger.merged_at}
    join registry.published_member_identity i on i.province = other.province and i.id = other.predecessor_id
    where one.province = platform.current_province() and one.undone_by is null and one.predecessor_id = ${merger.merged_id}
      and i.stands_as_id = ${merger.shown_as_id}) as found`.execute(db);
  return rows[0]!.found;
}
