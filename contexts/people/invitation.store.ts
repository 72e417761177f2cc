import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { peopleIn } from './account.tables.ts';
import { hoursOpen } from './invitation.ts';
import type { draftInvitation, listInvitations } from './invitation.wire.ts';

const opens = sql<Instant>`now() + make_interval(hours => ${hoursOpen})`;
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function saveInvitation(
  db: Db,
  input: ParsedInputOf<typeof draftInvitation>,
  by: AccountId,
): Promise<string> {
  const { expires_at } = await peopleIn(db)
    .insertInto('platform.invitation')
    .values({
      id: input.invitation,
      kind: 'invite',
      token_hash: bytes(input.tokenHash),
      name: input.name,
      role: input.role,
      organisation_id: input.organisation,
      unit_code: input.unit,
      grant_until: input.until,
      made_by: by,
      expires_at: opens,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return expires_at;
}

interface NewReset {
  readonly invitation: string;
  readonly tokenHash: string;
  readonly account: AccountId;
}

export async function saveReset(db: Db, { invitation, tokenHash, account }: NewReset, by: AccountId): Promise<string> {
  const { expires_at } = await peopleIn(db)
    .insertInto('platform.invitation')
    .values({
      id: invitation,
      kind: 'reset',
      token_hash: bytes(tokenHash),
      account_id: account,
      made_by: by,
      expires_at: opens,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return expires_at;
}

const described = (db: Db) =>
  peopleIn(db)
    .selectFrom('platform.invitation as i')
    .leftJoin('auth.user as maker', 'maker.id', 'i.made_by')
    .leftJoin('auth.user as holder', 'holder.id', 'i.account_id')
    .leftJoin('registry.published_organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('reference.unit as u', (join) => join.onRef('u.code', '=', 'i.unit_code').on('u.valid_until', 'is', null))
    .select([
      'i.id',
      'i.kind',
      sql<string>`coalesce(i.name, holder.name, '')`.as('name'),
      'holder.email',
      'i.account_id',
      'i.role',
      'i.organisation_id',
      'o.name as organisation_name',
      'o.unit_code as organisation_unit',
      'i.unit_code',
      'u.name as unit_name',
      'i.grant_until',
      'i.made_by',
      'maker.name as maker_name',
      'i.made_at',
      'i.expires_at',
      'i.used_at',
      'i.withdrawn_at',
    ]);
export type Invitation = Awaited<ReturnType<typeof findInvitation>> & {};

export const findInvitation = (db: Db, hash: string) =>
  described(db).where('i.token_hash', '=', bytes(hash)).executeTakeFirst();

/** Held until the transaction ends: of two who use a link at once, the second finds it used. */
export async function lockInvitation(db: Db, hash: string): Promise<Invitation | undefined> {
  const { rows } = await sql`select from platform.invitation
    where province = platform.current_province() and token_hash = ${bytes(hash)} for update`.execute(db);
  return rows.length === 0 ? undefined : findInvitation(db, hash);
}

export const findInvitationById = (db: Db, id: string) => described(db).where('i.id', '=', id).executeTakeFirst();

/** The same: a link that is being used is not withdrawn any more. */
export async function lockInvitationById(db: Db, id: string): Promise<Invitation | undefined> {
  await sql`select from platform.invitation
    where province = platform.current_province() and id = ${id} for update`.execute(db);
  return findInvitationById(db, id);
}

export async function invitationPage(
  db: Db,
  filters: ParsedInputOf<typeof listInvitations>,
  { actor, all }: { readonly actor: Actor; readonly all: boolean },
) {
  let rows = described(db);
  if (!all) rows = rows.where('i.made_by', '=', actor.account);
  if (filters.open === true) {
    rows = rows.where(sql<boolean>`i.used_at is null and i.withdrawn_at is null and i.expires_at > now()`);
  }
  const items = await rows.orderBy('i.made_at', 'desc').limit(filters.size).offset(offsetOf(filters)).execute();
  const { total } = await rows
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export const markUsed = (db: Db, id: string, by: AccountId) =>
  peopleIn(db)
    .updateTable('platform.invitation')
    .set({ used_at: sql`now()`, used_by: by })
    .where('id', '=', id)
    .execute();

export const markWithdrawn = (db: Db, id: string, by: AccountId) =>
  peopleIn(db)
    .updateTable('platform.invitation')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('id', '=', id)
    .execute();

/** Letters sent of this link, and of all the maker's links that may still be open. */
export async function lettersSent(db: Db, id: string, by: AccountId): Promise<{ link: number; account: number }> {
  const { link, account } = await peopleIn(db)
    .selectFrom('platform.invitation')
    .select([
      sql<number>`coalesce(sum(mailed_times) filter (where id = ${id}), 0)::int`.as('link'),
      sql<number>`coalesce(sum(mailed_times), 0)::int`.as('account'),
    ])
    .where('made_by', '=', by)
    .where('made_at', '>', sql<Instant>`now() - make_interval(hours => ${hoursOpen})`)
    .executeTakeFirstOrThrow();
  return { link, account };
}

export const markMailed = (db: Db, id: string) =>
  peopleIn(db)
    .updateTable('platform.invitation')
    .set({ mailed_times: sql`mailed_times + 1` })
    .where('id', '=', id)
    .execute();

export async function removeSecondFactor(db: Db, account: AccountId): Promise<void> {
  await sql`delete from auth."twoFactor" where "userId" = ${account}`.execute(db);
  await peopleIn(db).updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', account).execute();
}

/**
 * Does the account hold a role in any other province of this installation? Each province is looked at as its own
 * tenant, because nothing in one sees another; the transaction ends in the province it began in.
 */
export async function holdsRoleElsewhere(db: Db, account: AccountId, here: Province): Promise<boolean> {
  const tenants = await db.selectFrom('platform.tenant').select('province').where('province', '!=', here).execute();
  try {
    for (const { province } of tenants) {
      await sql`set local lienket.province = ${sql.lit(String(province))}`.execute(db);
      const { rows } = await sql`select from platform.access_grant
        where account_id = ${account} and revoked_at is null limit 1`.execute(db);
      if (rows.length > 0) return true;
    }
    return false;
  } finally {
    await sql`set local lienket.province = ${sql.lit(String(here))}`.execute(db);
  }
}

export const grantsOf = (db: Db, account: AccountId) =>
  peopleIn(db)
    .selectFrom('platform.access_grant as g')
    .leftJoin('registry.published_organisation as o', 'o.id', 'g.organisation_id')
    .select(['g.role', 'g.organisation_id', 'o.unit_code as organisation_unit', 'g.unit_code'])
    .where('g.account_id', '=', account)
    .where('g.revoked_at', 'is', null)
    .execute();

export async function holdsAlready(
  db: Db,
  account: AccountId,
  { role, organisation_id, unit_code }: Invitation,
): Promise<boolean> {
  const held = await peopleIn(db)
    .selectFrom('platform.access_grant')
    .select('id')
    .where('account_id', '=', account)
    .where('role', '=', role!)
    .where(
      sql<boolean>`organisation_id is not distinct from ${organisation_id}::uuid and unit_code is not distinct from ${unit_code}::text`,
    )
    .where('revoked_at', 'is', null)
    .where('valid_until', 'is', null)
    .executeTakeFirst();
  return held !== undefined;
}
