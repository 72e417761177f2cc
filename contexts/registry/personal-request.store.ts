import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { memberRecord } from './member.store.ts';
import type { LookId } from './member.wire.ts';
import type { decidePersonalRequest, PersonalRequestId, recordPersonalRequest } from './personal-request.wire.ts';
import { registryIn } from './registry.tables.ts';

/** The rows of whoever signs in with this account, in all organisations of the province. */
export async function membershipsOf(db: Db, account: AccountId) {
  const ids = await registryIn(db)
    .selectFrom('registry.member')
    .select('id')
    .where('account_id', '=', account)
    .where('voided_by', 'is', null)
    .orderBy('joined_on')
    .orderBy('id')
    .limit(50)
    .execute();
  return Promise.all(ids.map(({ id }) => memberRecord(db, id)));
}

/** Does this account hold a role of the organisation today? */
export async function belongsNow(db: Db, account: AccountId, organisation: OrganisationId, on: Day): Promise<boolean> {
  const { rows } = await sql`select from platform.access_grant
    where account_id = ${account} and organisation_id = ${organisation} and revoked_at is null
      and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date) limit 1`.execute(db);
  return rows.length > 0;
}

export async function saveMemberAccount(db: Db, member: MemberId, account: AccountId | null): Promise<void> {
  await registryIn(db).updateTable('registry.member').set({ account_id: account }).where('id', '=', member).execute();
}

const requests = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.personal_request as r')
    .innerJoin('registry.member as m', 'm.id', 'r.member_id')
    .select(['r.id', 'r.kind', 'r.wish', 'r.outcome', 'r.answer', 'r.member_id', 'm.name'])
    .select(['r.asked_at as askedAt', 'r.decided_at as decidedAt'])
    .orderBy(sql`r.outcome is not null`)
    .orderBy('r.asked_at', 'desc')
    .limit(200);

export const requestsOfMember = (db: Db, member: MemberId) => requests(db).where('r.member_id', '=', member).execute();
export const requestsOfOrganisation = (db: Db, organisation: OrganisationId) =>
  requests(db).where('m.organisation_id', '=', organisation).execute();
export type RequestRecord = Awaited<ReturnType<typeof requestsOfMember>>[number];

export async function requestForChange(db: Db, request: PersonalRequestId) {
  const row = await registryIn(db)
    .selectFrom('registry.personal_request')
    .select(['id', 'member_id', 'outcome'])
    .where('id', '=', request)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.personal-request.unknown');
  return row;
}

export async function saveRequest(
  db: Db,
  given: ParsedInputOf<typeof recordPersonalRequest>,
  by: AccountId,
): Promise<void> {
  await registryIn(db)
    .insertInto('registry.personal_request')
    .values({
      id: given.id,
      member_id: given.member,
      kind: given.kind,
      wish: given.wish,
      asked_by: by,
      outcome: null,
      answer: null,
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

export async function saveDecision(
  db: Db,
  { request, outcome, answer }: ParsedInputOf<typeof decidePersonalRequest>,
  by: AccountId,
): Promise<void> {
  await registryIn(db)
    .updateTable('registry.personal_request')
    .set({ outcome, answer, decided_by: by, decided_at: sql`now()` })
    .where('id', '=', request)
    .execute();
}

/** Words of a request may name people: they go with the member. */
export async function eraseRequests(db: Db, member: MemberId): Promise<void> {
  await registryIn(db)
    .updateTable('registry.personal_request')
    .set({ wish: '–––', answer: sql`case when answer is null then null else '–––' end` })
    .where('member_id', '=', member)
    .execute();
}

export async function saveCopyLook(db: Db, member: MemberId, by: AccountId): Promise<void> {
  await registryIn(db)
    .insertInto('registry.personal_look')
    .values({
      id: newId<LookId>(),
      member_id: member,
      organisation_id: null,
      field: 'personal-copy',
      filter: null,
      row_count: null,
      way: 'exported',
      purpose: 'export',
      looked_by: by,
    })
    .execute();
}

/** Left more than so many years ago, and not erased. */
export const retainedTooLong = (db: Db, organisation: OrganisationId, years: number, today: Day) =>
  registryIn(db)
    .selectFrom('registry.member')
    .select(['id', 'name', 'left_on as leftOn'])
    .select(sql<Day>`(left_on + make_interval(years => ${years}))::date::text`.as('until'))
    .where('organisation_id', '=', organisation)
    .where('erased_at', 'is', null)
    .where('voided_by', 'is', null)
    .where(sql<boolean>`left_on + make_interval(years => ${years}) < ${today}::date`)
    .orderBy('left_on')
    .orderBy('id')
    .limit(500)
    .$narrowType<{ leftOn: Day }>()
    .execute();

interface Counted {
  readonly members: number;
  readonly erased: number;
  readonly looks: number;
  readonly exports: number;
  readonly consents: number;
  readonly withdrawn: number;
  readonly requests: number;
}

/** What the data-protection file counts: of an organisation, or of all. */
export async function protectionCounts(db: Db, organisation: OrganisationId | undefined): Promise<Counted> {
  const of = (column: string) => (organisation === undefined ? sql`true` : sql`${sql.ref(column)} = ${organisation}`);
  const members = sql`select id from registry.member m where ${of('m.organisation_id')}`;
  const { rows } = await sql<Counted>`select
    (select count(*) from registry.member m where ${of('m.organisation_id')} and m.erased_at is null and m.voided_by is null) as members,
    (select count(*) from registry.member m where ${of('m.organisation_id')} and m.erased_at is not null) as erased,
    (select count(*) from registry.personal_look l where l.way <> 'exported' and l.looked_at > now() - interval '12 months'
       and l.member_id in (${members})) as looks,
    (select count(*) from registry.personal_look l where l.way = 'exported' and l.looked_at > now() - interval '12 months'
       and (l.member_id in (${members}) or (l.member_id is null and (l.organisation_id is null or ${of('l.organisation_id')})))) as exports,
    (select count(*) from registry.member_sensitive s where s.basis = 'consent' and s.erased_at is null and s.member_id in (${members})) as consents,
    (select count(*) from registry.member_sensitive s where s.withdrawn_on is not null and s.member_id in (${members})) as withdrawn,
    (select count(*) from registry.personal_request r where r.outcome is null and r.member_id in (${members})) as requests`.execute(
    db,
  );
  return rows[0]!;
}

/** How many members have something in each field. */
export async function fieldCounts(
  db: Db,
  organisation: OrganisationId | undefined,
): Promise<ReadonlyMap<string, number>> {
  const where = organisation === undefined ? sql`true` : sql`m.organisation_id = ${organisation}`;
  const { rows } = await sql<Record<string, number>>`select count(m.name) as "name", count(m.sex) as "sex",
      count(m.birth_year) as "birthYear", count(m.birth_day) as "birthDay", count(m.phone) as "phone",
      count(m.hamlet) as "hamlet", count(m.national_id_cipher) as "nationalId",
      count(*) filter (where m.foreign_investor) as "foreignInvestor",
      count(*) filter (where exists (select from registry.member_representative r where r.member_id = m.id and r.name is not null)) as "representative",
      count(*) filter (where exists (select from registry.guardian g where g.member_id = m.id and g.name is not null)) as "guardian",
      count(*) filter (where exists (select from registry.member_sensitive s where s.member_id = m.id and s.field = 'ethnicity' and s.erased_at is null)) as "ethnicity",
      count(*) filter (where exists (select from registry.member_sensitive s where s.member_id = m.id and s.field = 'poverty' and s.erased_at is null)) as "poverty"
    from registry.member m where m.voided_by is null and ${where}`.execute(db);
  return new Map(Object.entries(rows[0]!));
}
