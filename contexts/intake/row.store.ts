import { sql } from 'kysely';
import type { AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import { openedBytes, sealedBytes } from '#registry';
import type { Outcome } from './batch.ts';
import { answerKey, type Answers, type JudgedRow, type Written, type WrittenBefore } from './batch.judge.ts';
import type { BatchId } from './batch.wire.ts';
import type { BatchKind } from './field.ts';
import { intakeIn } from './intake.tables.ts';
import type { Mapping } from './mapping.ts';

const rowsAtOnce = 5_000;

/** Keeps what becomes of the rows in this round; rows of an earlier round are no longer looked at. */
export async function saveRows(db: Db, batch: BatchId, round: number, rows: readonly JudgedRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const part = rows.slice(at, at + rowsAtOnce).map(({ row, outcome, troubles, target, seen = null }) => ({
      number: row,
      outcome,
      troubles,
      target_id: target,
      seen_version: seen,
    }));
    await sql`insert into intake.row (batch_id, number, round, outcome, troubles, target_id, seen_version)
      select ${batch}::uuid, number, ${round}::integer, outcome, troubles, target_id, seen_version
      from json_to_recordset(${JSON.stringify(part)}::json) as t(number integer, outcome text, troubles jsonb, target_id uuid, seen_version integer)
      on conflict (province, batch_id, number) do update
        set round = excluded.round, outcome = excluded.outcome, troubles = excluded.troubles, target_id = excluded.target_id,
          seen_version = excluded.seen_version
        where (intake.row.round, intake.row.outcome, intake.row.troubles, intake.row.target_id, intake.row.seen_version)
          is distinct from (excluded.round, excluded.outcome, excluded.troubles, excluded.target_id, excluded.seen_version)`.execute(
      db,
    );
  }
}

interface RowFilter {
  readonly batch: BatchId;
  readonly round: number;
  readonly outcome?: Outcome | undefined;
}

const rowsWhere = (db: Db, { batch, round, outcome }: RowFilter) => {
  const rows = intakeIn(db).selectFrom('intake.row').where('batch_id', '=', batch).where('round', '=', round);
  return outcome === undefined ? rows : rows.where('outcome', '=', outcome);
};

/** Which version of its target each row was judged against. */
export async function seenVersions(db: Db, batch: BatchId, round: number): Promise<Map<number, number | null>> {
  const rows = await rowsWhere(db, { batch, round }).select(['number', 'seen_version']).execute();
  return new Map(rows.map(({ number, seen_version: seen }) => [number, seen]));
}

export async function keptRows(db: Db, filter: RowFilter, { limit, offset }: { limit: number; offset: number }) {
  const rows = rowsWhere(db, filter);
  const items = await rows
    .select(['number', 'outcome', 'troubles', 'target_id'])
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

/** All rows with something wrong. */
export const troubledRows = (db: Db, filter: Pick<RowFilter, 'batch' | 'round'>) =>
  rowsWhere(db, filter)
    .select(['number', 'outcome', 'troubles'])
    .where(sql<boolean>`(troubles <> '[]' or outcome = 'question')`)
    .orderBy('number')
    .execute();

export async function answersOf(db: Db, batch: BatchId): Promise<Answers> {
  const rows = await intakeIn(db)
    .selectFrom('intake.answer')
    .select(['row_number', 'field', 'choice'])
    .where('batch_id', '=', batch)
    .execute();
  return new Map(rows.map(({ row_number, field, choice }) => [answerKey(row_number, field), choice]));
}

export interface NewAnswer {
  readonly batch: BatchId;
  readonly row: number;
  readonly field: string;
  readonly choice: string;
}

export async function saveAnswer(db: Db, { batch, row, field, choice }: NewAnswer, by: AccountId): Promise<void> {
  await intakeIn(db)
    .insertInto('intake.answer')
    .values({ batch_id: batch, row_number: row, field, choice, answered_by: by })
    .onConflict((conflict) =>
      conflict
        .columns(['province', 'batch_id', 'row_number', 'field'])
        .doUpdateSet({ choice, answered_by: by, answered_at: sql`now()` }),
    )
    .execute();
}

export interface MappingKey {
  /** An organisation, or officers of the province. */
  readonly owner: string;
  readonly kind: BatchKind;
  readonly fingerprint: Buffer;
}

const standing = (db: Db, { owner, kind, fingerprint }: MappingKey) =>
  intakeIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('intake.mapping as m')
    .leftJoin('auth.user as u', 'u.id', 'm.saved_by')
    .select(['m.mapping', 'm.saved_at as at', 'u.name as by'])
    .where('m.owner', '=', owner)
    .where('m.kind', '=', kind)
    .where('m.fingerprint', '=', fingerprint)
    .where('m.withdrawn_at', 'is', null);

/** What is remembered of sheets with these headings, who said it and when. */
export const findMemory = (db: Db, key: MappingKey) => standing(db, key).executeTakeFirst();

export const findMapping = async (db: Db, key: MappingKey): Promise<Mapping | undefined> =>
  (await findMemory(db, key))?.mapping;

/** It is proposed no more; what was taken over by it stays. */
export async function withdrawMapping(db: Db, { owner, kind, fingerprint }: MappingKey, by: AccountId): Promise<void> {
  await intakeIn(db)
    .updateTable('intake.mapping')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('fingerprint', '=', fingerprint)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export async function saveMapping(db: Db, key: MappingKey, mapping: Mapping, by: AccountId): Promise<void> {
  const values = { mapping: JSON.stringify(mapping) as never, saved_by: by, withdrawn_at: null, withdrawn_by: null };
  await intakeIn(db)
    .insertInto('intake.mapping')
    .values({ ...key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['province', 'owner', 'kind', 'fingerprint']).doUpdateSet({ ...values, saved_at: sql`now()` }),
    )
    .execute();
}

const sealed = (before: unknown, id: string): string | null =>
  before === null ? null : sealedBytes(Buffer.from(JSON.stringify(before), 'utf8'), id).toString('hex');

/** Remembers what each row was before, so that the whole sheet can be taken back. */
export async function saveChanges(db: Db, batch: BatchId, written: readonly Written[]): Promise<void> {
  for (let at = 0; at < written.length; at += rowsAtOnce) {
    const part = written.slice(at, at + rowsAtOnce).map(({ row, id, year, version, before }) => ({
      target_id: id,
      year,
      row_number: row,
      is_new: before === null,
      version,
      before: sealed(before, id),
    }));
    await sql`insert into intake.change (batch_id, target_id, year, row_number, is_new, version, before)
      select ${batch}::uuid, target_id, year, row_number, is_new, version, decode(before, 'hex')
      from json_to_recordset(${JSON.stringify(part)}::json)
        as t(target_id uuid, year smallint, row_number integer, is_new boolean, version integer, before text)`.execute(
      db,
    );
  }
}

/** What a sheet has written. `isGone`: what a row was before is no longer known. */
export async function changesOf(db: Db, batch: BatchId): Promise<(WrittenBefore & { readonly isGone: boolean })[]> {
  const rows = await intakeIn(db)
    .selectFrom('intake.change')
    .select(['target_id', 'year', 'row_number', 'is_new', 'version', 'before'])
    .where('batch_id', '=', batch)
    .orderBy('row_number')
    .execute();
  return rows.map(({ target_id: id, year, row_number: row, is_new: isNew, version, before }) => ({
    row,
    id,
    year,
    version,
    isNew,
    before: before === null ? null : (JSON.parse(openedBytes(before, id).toString('utf8')) as unknown),
    isGone: !isNew && before === null,
  }));
}

/** What these rows were before is wiped: the person has been erased, or the time is over. */
export async function wipeFormer(
  db: Db,
  which: { readonly target: string } | { readonly olderThanDays: number },
): Promise<void> {
  const rows = intakeIn(db).updateTable('intake.change').set({ before: null }).where('before', 'is not', null);
  await (
    'target' in which
      ? rows.where('target_id', '=', which.target)
      : rows.where(
          sql<boolean>`batch_id in (select id from intake.batch
          where province = platform.current_province() and imported_at < now() - make_interval(days => ${which.olderThanDays}))`,
        )
  ).execute();
}
