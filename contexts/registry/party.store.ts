import { sql } from 'kysely';
import { addDays, isWithin, type Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import type {
  GuardianInput,
  MemberRepresentativeId,
  recordMemberRepresentative,
  RepresentativeInput,
} from './party.wire.ts';
import type { z } from 'zod';
import { parameterTerms } from './parameter.store.ts';
import { registryIn } from './registry.tables.ts';

const ages = ['member.minAge.official', 'member.minAge.associateWithoutCapital'] as const;

export interface LeastAges {
  readonly official: number | null;
  readonly associate: number | null;
}

/** From which age somebody can be a member, on every day: asked of the database once, for however many members. */
export async function leastAgesByDay(db: Db): Promise<(on: Day) => LeastAges> {
  const terms = await parameterTerms(db, ages);
  const at = (key: string, on: Day): number | null => {
    const value = terms.findLast((term) => term.key === key && isWithin(on, term.from, term.until))?.value;
    return typeof value === 'number' ? value : null;
  };
  return (on) => ({ official: at(ages[0], on), associate: at(ages[1], on) });
}

/** From which age somebody can be a member on that day; null where no parameter says. */
export const leastAges = async (db: Db, on: Day): Promise<LeastAges> => (await leastAgesByDay(db))(on);

/** Who stands for the member now, as one more column of a row of members. */
export const presentRepresentative = (member: string) =>
  sql<string | null>`(select r.name from registry.member_representative r
    where r.member_id = ${sql.ref(member)} and r.valid_until is null)`.as('representative_name');

/** Who stood for the member on a day. */
export const representativeThen = (member: string, on: Day) =>
  sql<string | null>`(select r.name from registry.member_representative r
    where r.member_id = ${sql.ref(member)} and r.valid_from <= ${on}::date and (r.valid_until is null or r.valid_until >= ${on}::date)
    order by r.valid_from desc limit 1)`.as('representative_name');

/** Everybody who has stood for the member, the present one first. */
export const memberRepresentatives = (db: Db, member: MemberId) =>
  registryIn(db)
    .selectFrom('registry.member_representative')
    .select(['id', 'member_id', 'name', 'relation', 'phone', 'valid_from', 'valid_until', 'erased_at'])
    .where('member_id', '=', member)
    .orderBy(sql`valid_until desc nulls first`)
    .orderBy('valid_from', 'desc')
    .execute();

export async function representativeOf(db: Db, id: MemberRepresentativeId) {
  const row = await registryIn(db)
    .selectFrom('registry.member_representative')
    .select(['id', 'member_id', 'valid_until', 'erased_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.member-representative.unknown');
  return row;
}

type NewRepresentative = z.output<typeof RepresentativeInput> &
  Pick<ParsedInputOf<typeof recordMemberRepresentative>, 'id' | 'member' | 'from'>;

/** The present one's last day is the day before. */
export async function saveMemberRepresentative(db: Db, given: NewRepresentative, by: AccountId): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_representative')
    .set({ valid_until: addDays(given.from, -1) })
    .where('member_id', '=', given.member)
    .where('valid_until', 'is', null)
    .execute();
  await registryIn(db)
    .insertInto('registry.member_representative')
    .values({
      id: given.id,
      member_id: given.member,
      name: given.name,
      relation: given.relation ?? null,
      phone: given.phone ?? null,
      valid_from: given.from,
      valid_until: null,
      erased_at: null,
      recorded_by: by,
    })
    .execute();
}

/** Nobody stands for a member that has left. */
export async function closeRepresentation(db: Db, member: MemberId, leftOn: Day): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_representative')
    .set({ valid_until: sql<Day>`greatest(valid_from, ${leftOn}::date)` })
    .where('member_id', '=', member)
    .where('valid_until', 'is', null)
    .execute();
}

export async function eraseRepresentativeRow(db: Db, id: MemberRepresentativeId): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_representative')
    .set({ name: null, phone: null, erased_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** Who stands or answers for a member stands for the membership that carries it on. */
export async function carryParties(
  db: Db,
  carried: readonly { readonly from: MemberId; readonly to: MemberId }[],
  { on, by }: { readonly on: Day; readonly by: AccountId },
): Promise<void> {
  const pairs = sql`unnest(${carried.map(({ from }) => from)}::uuid[], ${carried.map(({ to }) => to)}::uuid[],
    ${carried.map(() => newId())}::uuid[]) as carried(old, new, id)`;
  await sql`insert into registry.member_representative (id, member_id, name, relation, phone, valid_from, erased_at, recorded_by)
    select carried.id, carried.new, r.name, r.relation, r.phone, ${on}::date, r.erased_at, ${by}
    from ${pairs} join registry.member_representative r
      on r.province = platform.current_province() and r.member_id = carried.old and r.valid_until is null`.execute(db);
  await sql`insert into registry.guardian (member_id, name, relation, phone, document, consented_on, erased_at, recorded_by)
    select carried.new, g.name, g.relation, g.phone, g.document, g.consented_on, g.erased_at, ${by}
    from ${pairs} join registry.guardian g on g.province = platform.current_province() and g.member_id = carried.old`.execute(
    db,
  );
}

export const guardianOf = (db: Db, member: MemberId) =>
  registryIn(db)
    .selectFrom('registry.guardian')
    .select(['name', 'relation', 'phone', 'document', 'consented_on as consentedOn', 'erased_at'])
    .where('member_id', '=', member)
    .executeTakeFirst();

export async function saveGuardian(
  db: Db,
  member: MemberId,
  given: z.output<typeof GuardianInput>,
  by: AccountId,
): Promise<void> {
  const values = {
    name: given.name,
    relation: given.relation,
    phone: given.phone,
    document: given.document,
    consented_on: given.consentedOn,
    erased_at: null,
    recorded_by: by,
  };
  await registryIn(db)
    .insertInto('registry.guardian')
    .values({ member_id: member, ...values })
    .onConflict((conflict) => conflict.columns(['province', 'member_id']).doUpdateSet(values))
    .execute();
}

/** What the rows beside the member's say of people: gone with it. */
export async function erasePartyPersons(db: Db, member: MemberId): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_representative')
    .set({ name: null, phone: null, erased_at: sql`now()` })
    .where('member_id', '=', member)
    .execute();
  await registryIn(db)
    .updateTable('registry.guardian')
    .set({ name: null, relation: null, phone: null, document: null, erased_at: sql`now()` })
    .where('member_id', '=', member)
    .execute();
}
