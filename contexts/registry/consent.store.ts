import { sql } from 'kysely';
import type { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import { heldFields, type ConsentField } from './consent.ts';
import type { ConsentInput } from './consent.wire.ts';
import { registryIn } from './registry.tables.ts';

type Given = z.output<typeof ConsentInput>;

interface Told {
  readonly member: MemberId;
  readonly fields: readonly ConsentField[];
  readonly given: Given | undefined;
  readonly by: AccountId;
}

/** Keeps a consent for each field that has none; what was agreed to before stands. */
export async function saveConsent(db: Db, { member, fields, given, by }: Told): Promise<void> {
  if (given === undefined) return;
  const agreed = await agreedFields(db, member);
  const anew = fields.filter((field) => !agreed.includes(field));
  if (anew.length === 0) return;
  await registryIn(db)
    .insertInto('registry.member_consent')
    .values(
      anew.map((field) => ({
        id: newId(),
        member_id: member,
        field,
        way: given.way,
        given_on: given.givenOn,
        document: given.document ?? null,
        text_version: given.text,
        recorded_by: by,
        withdrawn_on: null,
        withdrawn_at: null,
        withdrawn_by: null,
      })),
    )
    .execute();
}

/** Fields for which a consent stands. */
export async function agreedFields(db: Db, member: MemberId): Promise<ConsentField[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.member_consent')
    .select('field')
    .where('member_id', '=', member)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map(({ field }) => field);
}

export const consentsOf = (db: Db, member: MemberId) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.member_consent as c')
    .leftJoin('auth.user as u', 'u.id', 'c.recorded_by')
    .select(['c.id', 'c.field', 'c.way', 'c.given_on as givenOn', 'c.document', 'c.text_version as text'])
    .select(['u.name as recordedBy', 'c.recorded_at as recordedAt', 'c.withdrawn_on as withdrawnOn'])
    .where('c.member_id', '=', member)
    .orderBy('c.recorded_at', 'desc')
    .orderBy('c.field')
    .execute();

/** Fields of a member that say something now. */
export async function keptFields(db: Db, member: MemberId): Promise<ConsentField[]> {
  const row = await registryIn(db)
    .selectFrom('registry.member as m')
    .select(['m.sex', 'm.phone', 'm.hamlet'])
    .select((eb) =>
      eb
        .selectFrom('registry.member_representative as r')
        .select('r.phone')
        .whereRef('r.member_id', '=', 'm.id')
        .where('r.phone', 'is not', null)
        .limit(1)
        .as('representativePhone'),
    )
    .where('m.id', '=', member)
    .executeTakeFirstOrThrow();
  return heldFields(row);
}

/** The consents stand no more, and what was kept by them is erased. */
export async function saveConsentWithdrawal(
  db: Db,
  { member, fields, on, by }: { member: MemberId; fields: readonly ConsentField[]; on: Day; by: AccountId },
): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_consent')
    .set({ withdrawn_on: on, withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('member_id', '=', member)
    .where('field', 'in', [...fields])
    .where('withdrawn_at', 'is', null)
    .execute();
  const own = fields.filter((field) => field !== 'representativePhone');
  if (own.length > 0)
    await registryIn(db)
      .updateTable('registry.member')
      .set({ ...Object.fromEntries(own.map((field) => [field, null])), version: sql<number>`version + 1` })
      .where('id', '=', member)
      .execute();
  if (fields.includes('representativePhone'))
    await registryIn(db)
      .updateTable('registry.member_representative')
      .set({ phone: null })
      .where('member_id', '=', member)
      .execute();
}

export interface ConsentCount {
  readonly field: ConsentField;
  readonly agreed: number;
  /** Kept, and no consent is on record. */
  readonly missing: number;
  readonly withdrawn: number;
}

/** For the data-protection file: how many have agreed, without anybody's name. */
export async function consentCounts(db: Db, organisation: OrganisationId | undefined): Promise<ConsentCount[]> {
  const whose = organisation === undefined ? sql`true` : sql`m.organisation_id = ${organisation}`;
  const { rows } = await sql<ConsentCount>`
    with kept as (
      select m.id, f.field, f.held from registry.member m
      cross join lateral (values ('sex', m.sex is not null), ('phone', m.phone is not null), ('hamlet', m.hamlet is not null),
        ('representativePhone', exists (select from registry.member_representative r
          where r.province = m.province and r.member_id = m.id and r.phone is not null))) f (field, held)
      where m.province = platform.current_province() and m.voided_by is null and ${whose}
    ), given as (
      select c.member_id, c.field, bool_or(c.withdrawn_at is null) as stands, count(c.withdrawn_at)::int as withdrawn
      from registry.member_consent c where c.province = platform.current_province() group by c.member_id, c.field
    )
    select k.field, count(*) filter (where g.stands)::int as agreed,
      count(*) filter (where k.held and g.stands is not true)::int as missing, coalesce(sum(g.withdrawn), 0)::int as withdrawn
    from kept k left join given g on g.member_id = k.id and g.field = k.field
    group by k.field order by array_position(array['sex', 'phone', 'hamlet', 'representativePhone'], k.field)`.execute(
    db,
  );
  return rows;
}

/** What stands in the papers of who is erased may name them: that a consent was given stays. */
export async function eraseConsentPapers(db: Db, member: MemberId): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_consent')
    .set({ document: '–––' })
    .where('member_id', '=', member)
    .where('document', 'is not', null)
    .execute();
}
