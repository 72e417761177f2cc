import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type GrantId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from './session.tables.ts';

export interface NewAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  /** A demonstration account has none. */
  readonly password?: string;
  readonly demonstration?: boolean;
  readonly locale?: 'vi' | 'en' | 'th';
}

/** Accounts come by invitation, by the command line or by the demonstration seed; there is no open sign-up. */
export async function createAccount(
  db: Db,
  { id, name, email, password, demonstration = false, locale }: NewAccount,
): Promise<void> {
  await sessionIn(db)
    .insertInto('auth.user')
    .values({ id, name, email: email.toLowerCase(), demonstration, locale: locale ?? null, emailVerified: false })
    .execute();
  if (password !== undefined) await putPassword(db, id, password);
}

/** Sets the password and ends every session: whoever came in with the old one is out. */
export async function replacePassword(db: Db, account: AccountId, password: string): Promise<void> {
  await putPassword(db, account, password);
  await sessionIn(db).deleteFrom('auth.session').where('userId', '=', account).execute();
}

/** Overwrites who it was and takes every way in away. The row stays: grants, acceptances and the audit name its id. */
export async function overwriteAccount(db: Db, account: AccountId): Promise<void> {
  for (const table of ['session', 'account', 'passkey', 'twoFactor'])
    await sql`delete from ${sql.id('auth', table)} where "userId" = ${account}`.execute(db);
  await sessionIn(db)
    .updateTable('auth.user')
    .set({
      name: '–',
      // A name no mail can ever reach (RFC 2606); the column wants one, and none twice.
      email: `${account}@erased.invalid`,
      emailVerified: false,
      twoFactorEnabled: false,
      locale: null,
      erasedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where('id', '=', account)
    .execute();
}

async function putPassword(db: Db, account: AccountId, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await sessionIn(db)
    .insertInto('auth.account')
    .values({ id: newId(), userId: account, providerId: 'credential', accountId: account, password: hash })
    .onConflict((conflict) =>
      conflict.columns(['providerId', 'accountId']).doUpdateSet({ password: hash, updatedAt: sql`now()` }),
    )
    .execute();
}

export const findAccountByEmail = (db: Db, email: string) =>
  sessionIn(db)
    .selectFrom('auth.user')
    .select(['id', 'name', 'demonstration'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();

export const findAccount = (db: Db, account: AccountId) =>
  sessionIn(db)
    .selectFrom('auth.user')
    .select(['id', 'name', 'email', 'demonstration', 'twoFactorEnabled', 'locale'])
    .where('id', '=', account)
    .executeTakeFirst();

export interface NewGrant {
  readonly id?: GrantId;
  readonly account: AccountId;
  readonly role: Role;
  readonly organisation?: OrganisationId | null;
  readonly unit?: UnitCode | null;
  readonly from: Day;
  readonly until?: Day | null;
  /** null: the command line or the seed. */
  readonly by: AccountId | null;
}

/** Gives a role in the transaction's province. */
export async function giveRole(db: Db, grant: NewGrant): Promise<GrantId> {
  const id = grant.id ?? newId<GrantId>();
  await sessionIn(db)
    .insertInto('platform.access_grant')
    .values({
      id,
      account_id: grant.account,
      role: grant.role,
      organisation_id: grant.organisation ?? null,
      unit_code: grant.unit ?? null,
      valid_from: grant.from,
      valid_until: grant.until ?? null,
      granted_by: grant.by,
    })
    .execute();
  return id;
}

/** The role an account held for a unit on one of these days, and until when; undefined if it did not. A revoked role ended on that day. */
export const unitRoleIn = async (
  db: Db,
  { account, role, unit, from, until }: { account: AccountId; role: Role; unit: UnitCode; from: Day; until: Day },
): Promise<{ readonly until: Day | null } | undefined> => {
  const ended = sql<Day | null>`least(valid_until, (revoked_at at time zone 'Asia/Ho_Chi_Minh')::date)`;
  return sessionIn(db)
    .selectFrom('platform.access_grant')
    .select(ended.as('until'))
    .where('account_id', '=', account)
    .where('role', '=', role)
    .where('unit_code', '=', unit)
    .where('valid_from', '<=', until)
    .where(sql<boolean>`coalesce(${ended}, 'infinity') >= ${from}::date`)
    .orderBy(sql`${ended} desc nulls first`)
    .executeTakeFirst();
};
