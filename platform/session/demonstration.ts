import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId, type AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from './session.tables.ts';

/** Opens a session as a demonstration account of the transaction's province; undefined where there is no such account or demonstration. */
export async function openDemonstrationSession(
  db: Db,
  account: AccountId,
  seen: { readonly ip: string; readonly agent: string },
): Promise<string | undefined> {
  const found = await sessionIn(db)
    .selectFrom('auth.user')
    .innerJoin('platform.access_grant', 'platform.access_grant.account_id', 'auth.user.id')
    .innerJoin('platform.tenant', 'platform.tenant.province', 'platform.access_grant.province')
    .select('auth.user.id')
    .where('auth.user.id', '=', account)
    .where('auth.user.demonstration', '=', true)
    .where('platform.tenant.demonstration', '=', true)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const token = randomBytes(24).toString('base64url');
  await sessionIn(db)
    .insertInto('auth.session')
    .values({
      id: newId(),
      token,
      userId: account,
      expiresAt: new Date(Date.now() + 12 * 3_600_000).toISOString() as never,
      ipAddress: seen.ip,
      userAgent: seen.agent.slice(0, 300),
    })
    .execute();
  return token;
}

/** With LIENKET_DEMO=0 nobody stays signed in as a demonstration account. */
export async function closeDemonstrationSessions(auth: Pick<pg.Pool, 'query'>): Promise<void> {
  await auth.query(`delete from auth.session where "userId" in (select "id" from auth."user" where "demonstration")`);
}
