import { sql } from 'kysely';
import { newId, type AccountId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { Clause } from './clause.ts';
import { duplicatesIn } from './duplicates.tables.ts';
import type { Subject } from './pair.ts';
import type { RunId, RunState, RunWay } from './run.ts';

export interface NewRun {
  readonly id: RunId;
  readonly subject: Subject;
  readonly way: RunWay;
  readonly clauses: readonly Clause[];
  readonly leastLikelihood: number;
  /** null: the night. */
  readonly by: AccountId | null;
}

const unfinished = ['waiting', 'reading', 'comparing', 'writing'] as const satisfies readonly RunState[];

export async function saveRun(db: Db, run: NewRun): Promise<void> {
  await duplicatesIn(db)
    .insertInto('duplicates.run')
    .values({
      id: run.id,
      subject: run.subject,
      way: run.way,
      clauses: JSON.stringify(run.clauses),
      least_likelihood: run.leastLikelihood,
      asked_by: run.by,
      started_at: null,
      finished_at: null,
      records: null,
      candidates: null,
      passed_over: null,
      pairs: null,
      written: null,
      opened: null,
      reopened: null,
      lapsed: null,
      trouble: null,
    })
    .execute();
}

/** How many runs of a kind wait or go on. */
export async function runsUnderWay(db: Db, subject: Subject): Promise<number> {
  const { n } = await duplicatesIn(db)
    .selectFrom('duplicates.run')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('subject', '=', subject)
    .where('state', 'in', unfinished)
    .executeTakeFirstOrThrow();
  return n;
}

/** Takes the run that has waited longest, if there is one; no other worker gets it too. */
export async function takeRun(db: Db) {
  const next = await duplicatesIn(db)
    .selectFrom('duplicates.run')
    .select(['id', 'subject', 'way', 'clauses', 'least_likelihood'])
    .where('state', '=', 'waiting')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (next !== undefined) await noteRun(db, next.id, { state: 'reading', started_at: sql`now()` });
  return next;
}
export type TakenRun = NonNullable<Awaited<ReturnType<typeof takeRun>>>;

export async function noteRun(db: Db, run: RunId, values: Readonly<Record<string, unknown>>): Promise<void> {
  await duplicatesIn(db).updateTable('duplicates.run').set(values).where('id', '=', run).execute();
}

export const finishRun = (db: Db, run: RunId, values: Readonly<Record<string, unknown>>): Promise<void> =>
  noteRun(db, run, { ...values, state: 'done', finished_at: sql`now()` });

export const failRun = (db: Db, run: RunId, trouble: string): Promise<void> =>
  noteRun(db, run, { state: 'failed', finished_at: sql`now()`, trouble });

/**
 * Held by whoever works off the runs of a province, whichever process. A server that was killed holds it no more, and has
 * left a run that nobody carries on.
 */
export async function takeTurn(db: Db): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
  await sql`select pg_advisory_xact_lock(hashtext('duplicates.run'), platform.current_province())`.execute(db);
  await duplicatesIn(db)
    .updateTable('duplicates.run')
    .set({ state: 'failed', finished_at: sql`now()`, trouble: 'interrupted' })
    .where('state', 'in', ['reading', 'comparing', 'writing'])
    .execute();
}

const shown = [
  'r.id',
  'r.subject',
  'r.way',
  'r.state',
  'r.clauses',
  'r.asked_at',
  'r.started_at',
  'r.finished_at',
  'r.records',
  'r.candidates',
  'r.passed_over',
  'r.pairs',
  'r.written',
  'r.opened',
  'r.reopened',
  'r.lapsed',
  'r.trouble',
] as const;

const withAsker = (db: Db) =>
  duplicatesIn(db)
    .selectFrom('duplicates.run as r')
    .leftJoin('auth.user as a', 'a.id', 'r.asked_by')
    .select(shown)
    .select('a.name as asked_by');

export const lastRuns = (db: Db, subject: Subject) =>
  withAsker(db).where('r.subject', '=', subject).orderBy('r.asked_at', 'desc').orderBy('r.id').limit(20).execute();

export async function runById(db: Db, run: RunId) {
  const row = await withAsker(db).where('r.id', '=', run).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'duplicates.run.unknown');
  return row;
}

/** When the list was last brought up to date; null where it never was. */
export async function lastSearchAt(db: Db, subject: Subject): Promise<string | null> {
  const row = await duplicatesIn(db)
    .selectFrom('duplicates.run')
    .select('finished_at')
    .where('subject', '=', subject)
    .where('way', '=', 'search')
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.finished_at ?? null;
}

export const nightlyRun = (
  subject: Subject,
  { clauses, leastLikelihood }: Pick<NewRun, 'clauses' | 'leastLikelihood'>,
): NewRun => ({
  id: newId<RunId>(),
  subject,
  way: 'search',
  clauses,
  leastLikelihood,
  by: null,
});
