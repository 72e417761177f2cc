import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { peopleIn } from './account.tables.ts';

/** Locked until the transaction ends. Undefined unless the account holds, or once held, a role in this province. */
export async function accountForErasure(db: Db, account: AccountId, today: Day) {
  const found = await peopleIn(db)
    .selectFrom('auth.user')
    .select(['id', 'demonstration', sql<boolean>`"erasedAt" is not null`.as('erased')])
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirst();
  const { ever, now } = await peopleIn(db)
    .selectFrom('platform.access_grant')
    .select([
      sql<number>`count(*)::int`.as('ever'),
      sql<number>`(count(*) filter (where revoked_at is null and (valid_until is null or valid_until >= ${today})))::int`.as(
        'now',
      ),
    ])
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow();
  return found === undefined || ever === 0 ? undefined : { ...found, holdsRoleHere: now > 0 };
}

/** The names on links the person came in by go, and what links to a new password are still open are withdrawn. */
export async function eraseFromLinks(db: Db, account: AccountId, by: AccountId): Promise<void> {
  const links = peopleIn(db).updateTable('platform.invitation');
  await links.set({ name: null }).where('used_by', '=', account).execute();
  await links
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}
