import { createHash } from 'node:crypto';
import type { Day } from '#kernel/day.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { BatchCounts } from './batch.ts';
import type { JudgedRow, JudgeRoom } from './batch.judge.ts';
import type { BatchRecord } from './batch.store.ts';
import { intakeOf } from './batch.write.ts';
import { textIn } from './cell-text.ts';
import { chunksOf, firstRows } from './chunk.store.ts';
import { drafter, type Draft } from './draft.ts';
import { batchKinds, type BatchKind } from './field.ts';
import type { SheetHead } from './intake.tables.ts';
import { headingText } from './mapping.ts';
import { answersOf } from './row.store.ts';
import { leftOut, tableIn, type LeftOutReason, type Table, type TableRow } from './table.ts';

export interface LoadedSheet {
  readonly head: SheetHead;
  readonly table: Table | undefined;
  /** What stands above the headings. */
  readonly titles: readonly string[];
  readonly first: readonly TableRow[];
}

/** A sheet with its headings found. */
export async function loadedSheet(
  db: Db,
  batch: BatchRecord,
  sheet: number,
  kind: BatchKind | null,
): Promise<LoadedSheet> {
  const head = batch.sheets[sheet];
  if (head === undefined) throw new Problem('unprocessable', 'file.sheet-missing');
  const first = await firstRows(db, { batch: batch.id, sheet });
  const table = tableIn({ rows: first, merges: head.merges }, kind === null ? batchKinds : [kind]);
  const above = first.filter(({ number }) => number < (table?.firstHeading ?? 0));
  return { head, table, titles: above.flatMap(({ cells }) => cells.map(textIn)), first };
}

export const fingerprintOf = ({ columns }: Table): Buffer => createHash('sha256').update(headingText(columns)).digest();

/** A batch as far as its rows can be read. */
export async function readyBatch(db: Db, batch: BatchRecord) {
  const { kind, mapping, sheet } = batch;
  if (kind === null || mapping === null || sheet === null) throw new Problem('conflict', 'intake.batch.not-mapped');
  const { head, table } = await loadedSheet(db, batch, sheet, kind);
  if (table === undefined) throw new Problem('conflict', 'intake.batch.purged');
  const mapped = new Set(mapping.columns.flatMap(({ field, column }) => (field === null ? [] : [column])));
  const draftOf = drafter({ kind, mapping, is1904: head.is1904 });
  return { kind, mapping, sheet, head, table, mapped, draftOf };
}
export type ReadyBatch = Awaited<ReturnType<typeof readyBatch>>;

/** The rows of the list below the headings, and what is left out of it. */
export async function* listedRows(
  db: Db,
  batch: BatchRecord,
  { sheet, table, mapped }: ReadyBatch,
  leave: (row: number, reason: LeftOutReason) => void = () => undefined,
): AsyncGenerator<TableRow> {
  for await (const rows of chunksOf(db, { batch: batch.id, sheet }))
    for (const row of rows) {
      if (row.number <= table.lastHeading) continue;
      const reason = leftOut(row, table, mapped);
      if (reason === undefined) yield row;
      else leave(row.number, reason);
    }
}

export interface On {
  readonly province: Province;
  readonly today: Day;
}

export async function judgeRoom(db: Db, batch: BatchRecord, ready: ReadyBatch, on: On): Promise<JudgeRoom> {
  return {
    mapping: ready.mapping,
    is1904: ready.head.is1904,
    organisation: batch.organisation_id,
    units: batch.scope_units,
    answers: await answersOf(db, batch.id),
    said: batch.said ?? {},
    ...on,
  };
}

/** All rows of a batch, each against the registry and against the others. */
export async function judgedBatch(
  db: Db,
  batch: BatchRecord,
  on: On,
): Promise<{ rows: JudgedRow[]; leftOut: BatchCounts['leftOut'] }> {
  const ready = await readyBatch(db, batch);
  const left: { row: number; reason: LeftOutReason }[] = [];
  const drafts: Draft[] = [];
  for await (const row of listedRows(db, batch, ready, (at, reason) => left.push({ row: at, reason })))
    drafts.push(ready.draftOf(row));
  const rows = await intakeOf(batch).judge(db, drafts, await judgeRoom(db, batch, ready, on));
  return { rows, leftOut: left };
}
