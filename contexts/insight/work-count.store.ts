import { sql } from 'kysely';
import type { Db } from '#platform/database/db.ts';
import type { WorkReach } from './work-parts.store.ts';
import { workTotal } from './work.store.ts';

interface Counted {
  readonly total: number;
  /** The last commands of all and of one's own when it was counted. */
  readonly last: string | null;
  readonly own: string | null;
  readonly atMs: number;
}

// Jobs change what waits without a command of anybody's: nothing is kept longer than this.
const quietMs = 120_000;
// While others are at work a count may be this old; one's own commands are always counted.
const busyMs = 20_000;
const mostKept = 2_000;

const kept = new Map<string, Counted>();

/** Both by an index that ends with the time: the cost of a count that did not change. */
async function lastCommands(db: Db, { account }: WorkReach): Promise<Pick<Counted, 'last' | 'own'>> {
  const { rows } = await sql<Pick<Counted, 'last' | 'own'>>`
    select (select a.id::text from platform.audit a where a.province = platform.current_province() order by a.at desc limit 1) as last,
      (select a.id::text from platform.audit a where a.province = platform.current_province() and a.account_id = ${account}
       order by a.at desc limit 1) as own`.execute(db);
  return rows[0]!;
}

const stillTrue = (was: Counted, now: Pick<Counted, 'last' | 'own'>, ageMs: number): boolean =>
  ageMs < (was.last === now.last ? quietMs : busyMs) && was.own === now.own;

/** How much waits; asked on every page, so it is counted anew only when something may have changed. */
export async function workCount(db: Db, province: number, reach: WorkReach): Promise<number> {
  const key = JSON.stringify([province, reach]);
  const now = await lastCommands(db, reach);
  const was = kept.get(key);
  if (was !== undefined && stillTrue(was, now, Date.now() - was.atMs)) return was.total;
  const total = await workTotal(db, reach);
  kept.delete(key);
  kept.set(key, { total, ...now, atMs: Date.now() });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return total;
}
