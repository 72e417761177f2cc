import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { MergerId, RecordSubject } from './record-merger.ts';
import { notMerged } from './record-merger.store.ts';
import type { Standing } from './member.ts';
import type { Party } from './party.ts';
import type { OrganisationKind } from './organisation.ts';

/** What is written in one record of an organisation, as far as it tells organisations apart. */
export interface OrganisationIdentity {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly short_name: string | null;
  readonly tax_number: string | null;
  /** Of a person's number, as its fingerprint, and sealed. */
  readonly tax_number_hmac: Buffer | null;
  readonly tax_number_cipher: Buffer | null;
  readonly registration_number: string | null;
  readonly founded_on: Day | null;
  readonly phone: string | null;
  readonly director: string | null;
  readonly unit_code: UnitCode | null;
  readonly unit_name: string | null;
  readonly address: string | null;
  readonly provenance: 'entered' | 'synthetic' | 'reported';
  readonly recorded_at: string;
}

/** What is written in one record of a member. The national id only as its fingerprint, and sealed. */
export interface MemberIdentity {
  readonly id: MemberId;
  readonly organisation_id: OrganisationId;
  readonly organisation_name: string;
  readonly party: Party;
  readonly standing: Standing;
  readonly name: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly birth_year: number | null;
  readonly phone: string | null;
  readonly national_id_hmac: Buffer | null;
  readonly national_id_cipher: Buffer | null;
  readonly hamlet: string | null;
  readonly unit_code: UnitCode | null;
  readonly unit_name: string | null;
  readonly joined_on: Day;
  readonly left_on: Day | null;
  readonly contributed_vnd: number;
  readonly provenance: 'entered' | 'synthetic';
  readonly recorded_at: string;
}

const organisations = sql`
  select o.id, o.kind, o.name, o.short_name, o.tax_number, o.tax_number_hmac, o.tax_number_cipher, o.registration_number, o.founded_on, o.phone, o.provenance, o.recorded_at,
    r.unit_code, r.unit_name, r.address,
    (select h.name from registry.representative h
     where h.province = o.province and h.organisation_id = o.id and h.valid_until is null order by h.valid_from desc limit 1) as director
  from registry.organisation o
  join registry.recorded_organisation r on r.province = o.province and r.id = o.id
  where o.province = platform.current_province()`;

const members = sql`
  select m.id, i.stands_as_id as organisation_id, u.name as organisation_name, m.party, m.standing, m.name, m.sex, m.birth_year, m.phone,
    m.national_id_hmac, m.national_id_cipher, m.hamlet, i.unit_code, u.unit_name, m.joined_on, m.left_on, m.contributed_vnd,
    m.provenance, m.recorded_at
  from registry.member m
  join registry.recorded_member r on r.province = m.province and r.id = m.id
  join registry.published_identity i on i.province = m.province and i.id = m.organisation_id
  join registry.recorded_organisation u on u.province = i.province and u.id = i.stands_as_id
  where m.province = platform.current_province()`;

/** What is read at once keeps the thread that answers requests for a few milliseconds. */
const batch = 250;

interface Keyed {
  readonly id: string;
}

/** By id, few at a time: a thread that answers requests is never held up by a long list. */
async function* inBatches<Row extends Keyed>(read: (after: string) => Promise<Row[]>): AsyncIterable<Row[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    after = rows.at(-1)!.id;
  }
}

/** Every organisation that stands and has not ended. What the article reports is not compared: nothing can be done about it. */
export const standingOrganisations = (db: Db): AsyncIterable<OrganisationIdentity[]> =>
  inBatches(async (after) => {
    const { rows } = await sql<OrganisationIdentity>`${organisations} and o.id > ${after} and o.provenance <> 'reported'
      and o.status in ('founding', 'operating', 'suspended', 'dissolving') and ${notMerged('organisation', 'o.id')}
      order by o.id limit ${batch}`.execute(db);
    return rows;
  });

/** Every present member that stands and can still be told apart. */
export const standingMembers = (db: Db): AsyncIterable<MemberIdentity[]> =>
  inBatches(async (after) => {
    const { rows } =
      await sql<MemberIdentity>`${members} and m.id > ${after} and m.left_on is null and m.erased_at is null
      and m.name is not null and ${notMerged('member', 'm.id')} order by m.id limit ${batch}`.execute(db);
    return rows;
  });

const byId = <Row extends Keyed>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));

/** These records as they are written, whatever they are shown as. */
export const organisationIdentities = async (
  db: Db,
  ids: readonly string[],
): Promise<Map<string, OrganisationIdentity>> =>
  byId((await sql<OrganisationIdentity>`${organisations} and o.id = any(${ids}::uuid[])`.execute(db)).rows);

export const memberIdentities = async (db: Db, ids: readonly string[]): Promise<Map<string, MemberIdentity>> =>
  byId((await sql<MemberIdentity>`${members} and m.id = any(${ids}::uuid[])`.execute(db)).rows);

export interface StandingMerger {
  readonly id: MergerId;
  readonly subject: RecordSubject;
  readonly merged_id: string;
  readonly survivor_id: string;
  readonly shown_as_id: string;
  readonly closes_book: boolean;
  readonly reason: string;
  readonly merged_at: string;
  readonly merged_by: string;
}

/** The mergers by which other records are shown as these, and by which one of these is shown as another. */
export async function mergersAround(db: Db, subject: RecordSubject, ids: readonly string[]): Promise<StandingMerger[]> {
  const { rows } = await sql<StandingMerger>`
    select id, subject, merged_id, survivor_id, shown_as_id, closes_book, reason, merged_at, merged_by from registry.record_merger
    where province = platform.current_province() and subject = ${subject} and undone_at is null
      and (merged_id = any(${ids}::uuid[]) or shown_as_id = any(${ids}::uuid[]))
    order by merged_at, id`.execute(db);
  return rows;
}

/** What of the registry hangs on a record, by kind. */
const hanging = {
  organisation: sql`
    select r.id,
      (select count(*) from registry.recorded_member m where m.province = r.province and m.organisation_id = r.id and m.left_on is null)
        as members,
      (select count(*) from registry.recorded_yearly_account y where y.province = r.province and y.organisation_id = r.id) as years,
      (select count(*) from registry.certificate c where c.province = r.province and c.organisation_id = r.id) as certificates,
      (select count(*) from registry.recorded_act a where a.province = r.province and a.organisation_id = r.id) as acts,
      (select count(*) from registry.capital_act k where k.province = r.province and k.organisation_id = r.id) as "capitalActs"
    from registry.organisation r`,
  member: sql`
    select r.id,
      (select count(*) from registry.capital_line l where l.province = r.province and l.member_id = r.id) as "capitalLines",
      (select count(*) from registry.member_entry e where e.province = r.province and e.member_id = r.id) as entries,
      (case when r.account_id is null then 0 else 1 end) as accounts
    from registry.member r`,
};

/** How many rows of the registry hang on each of these records, by what they are. */
export async function hangingOn(
  db: Db,
  subject: RecordSubject,
  ids: readonly string[],
): Promise<Map<string, Readonly<Record<string, number>>>> {
  const { rows } = await sql<{ id: string }>`${hanging[subject]}
    where r.province = platform.current_province() and r.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts as unknown as Record<string, number>]));
}
