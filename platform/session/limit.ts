import { createHash } from 'node:crypto';
import type pg from 'pg';

/** So many tries within a window of so many seconds. */
export interface TryLimit {
  readonly max: number;
  readonly window: number;
}

export interface TryResult {
  readonly allowed: boolean;
  /** Seconds until the window is over; null when the try was allowed. */
  readonly retryAfter: number | null;
}

type Runner = Pick<pg.Pool, 'query'>;

/** Addresses and e-mails are kept as a digest only. */
const digest = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** Counts one try, atomically and outside any transaction: a refused command must not give the try back. */
export async function countTry(auth: Runner, key: string, { max, window }: TryLimit): Promise<TryResult> {
  const { rows } = await auth.query<{ count: number; left: number }>({
    name: 'auth-count-try',
    text: `insert into auth.rate_limit as held (key, count, began_at) values ($1, 1, now())
           on conflict (key) do update set
             count = case when held.began_at + make_interval(secs => $2) <= now() then 1 else least(held.count + 1, 1000000) end,
             began_at = case when held.began_at + make_interval(secs => $2) <= now() then now() else held.began_at end
           returning count, ceil(extract(epoch from began_at + make_interval(secs => $2) - now()))::int as left`,
    values: [digest(key), window],
  });
  const { count, left } = rows[0]!;
  return count <= max ? { allowed: true, retryAfter: null } : { allowed: false, retryAfter: Math.max(1, left) };
}

export const forgetTries = async (auth: Runner, key: string): Promise<void> => {
  await auth.query('delete from auth.rate_limit where key = $1', [digest(key)]);
};

/** What is over: sessions, half-finished sign-ins and counted tries. A nightly job calls this. */
export async function sweepSessions(auth: Runner): Promise<void> {
  await auth.query('delete from auth.session where "expiresAt" < now()');
  await auth.query('delete from auth.verification where "expiresAt" < now()');
  await auth.query(`delete from auth.rate_limit where began_at < now() - interval '1 day'`);
}
