import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { PairId, Subject } from './pair.ts';
import type { RunId } from './run.ts';
import type { FoundPair } from './search.ts';

/** A pair with what would show that the facts of one side changed. */
export interface PrintedPair extends FoundPair {
  readonly firstPrint: Buffer;
  readonly secondPrint: Buffer;
}

export interface Written {
  readonly opened: number;
  readonly reopened: number;
}

/** The id follows from the two records: the same pair has it in every run. UUIDv8 (RFC 9562). */
function pairIdOf(subject: Subject, { first, second }: Pick<FoundPair, 'first' | 'second'>): PairId {
  const hex = createHash('sha256').update(`${subject}:${first}:${second}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-') as PairId;
}

/** The pair of two records, whichever is named first. */
export const duplicatePair = (subject: Subject, one: string, other: string): PairId => {
  const [first, second] = [one, other].toSorted();
  return pairIdOf(subject, { first: first!, second: second! });
};

const rowOf = (subject: Subject, pair: PrintedPair) => ({
  id: pairIdOf(subject, pair),
  entry: newId(),
  first_id: pair.first,
  second_id: pair.second,
  likelihood: pair.likelihood,
  clauses: pair.clauses,
  evidence: pair.evidence,
  first_print: pair.firstPrint.toString('hex'),
  second_print: pair.secondPrint.toString('hex'),
});

/** The pairs as one table; the first part of a statement. */
const given = (subject: Subject, pairs: readonly PrintedPair[]) => sql`
  given as (
    select g.*, decode(g.first_print, 'hex') as first_bytes, decode(g.second_print, 'hex') as second_bytes
    from jsonb_to_recordset(${JSON.stringify(pairs.map((pair) => rowOf(subject, pair)))}::jsonb) as g (id uuid, entry uuid, first_id uuid, second_id uuid,
      likelihood real, clauses text[], evidence jsonb, first_print text, second_print text)
  )`;

/** Says of every decided pair whose facts have changed that it is open again. Returns how many. */
async function tellReopened(db: Db, subject: Subject, pairs: readonly PrintedPair[]): Promise<number> {
  const { numAffectedRows } = await sql`with ${given(subject, pairs)}
    insert into duplicates.pair_entry (id, pair_id, kind)
    select g.entry, p.id, 'reopened' from duplicates.pair p
    join given g on g.first_id = p.first_id and g.second_id = p.second_id
    where p.province = platform.current_province() and p.subject = ${subject} and p.state in ('two', 'one-person')
      and (p.first_print <> g.first_bytes or p.second_print <> g.second_bytes)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Keeps what a run has found. A pair that was decided stays decided while the facts of both are what they were; otherwise it is open
 * again, and an entry says so. One that lapsed and is found anew is open again too.
 */
export async function savePairs(
  db: Db,
  { run, subject }: { readonly run: RunId; readonly subject: Subject },
  pairs: readonly PrintedPair[],
): Promise<Written> {
  await sql`with ${given(subject, pairs)}
    select from duplicates.pair p join given g on g.first_id = p.first_id and g.second_id = p.second_id
    where p.province = platform.current_province() and p.subject = ${subject} order by p.id for update of p`.execute(
    db,
  );
  const reopened = await tellReopened(db, subject, pairs);
  const { rows } = await sql<{ opened: number }>`with ${given(subject, pairs)}, saved as (
      insert into duplicates.pair as p (id, subject, first_id, second_id, likelihood, clauses, evidence, first_print, second_print, run_id)
      select id, ${subject}, first_id, second_id, likelihood, clauses, evidence, first_bytes, second_bytes, ${run} from given
      on conflict (province, subject, first_id, second_id) do update set
        likelihood = excluded.likelihood, clauses = excluded.clauses, evidence = excluded.evidence, run_id = excluded.run_id,
        first_print = excluded.first_print, second_print = excluded.second_print,
        reopened_at = case when p.decided_at is null then p.reopened_at
          when p.first_print <> excluded.first_print or p.second_print <> excluded.second_print then now() else p.reopened_at end,
        decided_at = case when p.first_print = excluded.first_print and p.second_print = excluded.second_print then p.decided_at end,
        state = case when p.decided_at is not null and p.first_print = excluded.first_print and p.second_print = excluded.second_print
          then p.state else 'open' end
        where p.state <> 'merged'
      returning (xmax = 0) as is_new
    )
    select (select count(*)::int from saved where is_new) + (select count(*)::int from duplicates.pair p
      join given g on g.first_id = p.first_id and g.second_id = p.second_id
      where p.province = platform.current_province() and p.subject = ${subject} and p.state = 'lapsed') as opened`.execute(
    db,
  );
  return { opened: rows[0]!.opened, reopened };
}

/** Open pairs that the run has not met again: their facts no longer speak for one. Returns how many. */
export async function lapseOthers(db: Db, run: RunId, subject: Subject): Promise<number> {
  const { numAffectedRows } = await sql`
    update duplicates.pair set state = 'lapsed'
    where province = platform.current_province() and subject = ${subject} and state = 'open' and run_id <> ${run}`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
