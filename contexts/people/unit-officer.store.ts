import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import { newId, type AccountId, type GrantId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { giveRole } from '#platform/session/account.ts';
import { notify } from '#platform/session/notify.ts';
import { peopleIn } from './account.tables.ts';
import { markRevoked } from './grant.store.ts';

const standing = (today: Day) =>
  sql<boolean>`g.revoked_at is null and (g.valid_until is null or g.valid_until >= ${today})`;

const grantsIn = (db: Db, units: readonly UnitCode[], today: Day) =>
  peopleIn(db)
    .selectFrom('platform.access_grant as g')
    .innerJoin('auth.user as a', 'a.id', 'g.account_id')
    .select(['g.id', 'g.account_id', 'a.name', 'g.unit_code'])
    .where('g.role', '=', 'commune-officer')
    .where(sql<boolean>`g.unit_code = any(${units}::text[])`)
    .where(standing(today))
    .orderBy(sql`a.name collate "vi-x-icu"`)
    .orderBy('g.id');

export interface UnitOfficer {
  readonly account: AccountId;
  readonly name: string;
  readonly unit: UnitCode;
}

/** Whoever is or will be officer of one of these units. */
export async function officersOf(db: Db, units: readonly UnitCode[], today: Day): Promise<UnitOfficer[]> {
  const rows = await grantsIn(db, units, today).execute();
  return rows.map((row) => ({ account: row.account_id, name: row.name, unit: row.unit_code! }));
}

interface Ending {
  readonly units: readonly UnitCode[];
  readonly today: Day;
  readonly by: AccountId;
  readonly byName: string;
  readonly reason: string;
}

/** The units are no more: their officers' roles end with them, and so do links into such a role that nobody has used. */
export async function endOfficers(db: Db, { units, today, by, byName, reason }: Ending): Promise<UnitOfficer[]> {
  const rows = await grantsIn(db, units, today).forUpdate('g').execute();
  for (const row of rows) {
    await markRevoked(db, row, by, reason);
    await notify(db, {
      topic: 'people.grant.revoked',
      params: { role: 'commune-officer', place: row.unit_code, by: byName, reason },
      link: '/account',
      to: { account: row.account_id },
    });
  }
  await peopleIn(db)
    .updateTable('platform.invitation')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('role', '=', 'commune-officer')
    .where(sql<boolean>`unit_code = any(${units}::text[])`)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map((row) => ({ account: row.account_id, name: row.name, unit: row.unit_code! }));
}

interface Giving {
  readonly account: AccountId;
  readonly unit: UnitCode;
  readonly placeName: string;
  readonly today: Day;
  readonly by: AccountId;
  readonly byName: string;
}

/** A person gives the role that was proposed. Undefined where the account holds it already. */
export async function giveOfficer(db: Db, given: Giving): Promise<GrantId | undefined> {
  const held = await grantsIn(db, [given.unit], given.today).where('g.account_id', '=', given.account).execute();
  if (held.length > 0) return undefined;
  const id = newId<GrantId>();
  const { account, unit, today: from, by } = given;
  await giveRole(db, { id, account, role: 'commune-officer', unit, from, by });
  await notify(db, {
    topic: 'people.grant.approved',
    params: { role: 'commune-officer', place: given.placeName, by: given.byName },
    link: '/account',
    to: { account },
  });
  return id;
}

/** How many officers' roles were given in these units since a moment. */
export async function officersGivenSince(db: Db, units: readonly UnitCode[], since: Instant): Promise<number> {
  const { n } = await peopleIn(db)
    .selectFrom('platform.access_grant')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('role', '=', 'commune-officer')
    .where(sql<boolean>`unit_code = any(${units}::text[])`)
    .where('granted_at', '>', since)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

export async function namesOfAccounts(db: Db, accounts: readonly AccountId[]): Promise<Map<AccountId, string>> {
  const rows = await peopleIn(db)
    .selectFrom('auth.user')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${accounts}::text[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
