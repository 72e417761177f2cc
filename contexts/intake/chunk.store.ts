import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Db } from '#platform/database/db.ts';
import type { ReadSheet } from '#platform/spreadsheet/read.ts';
import { openedBytes, sealedBytes } from '#registry';
import type { BatchId } from './batch.wire.ts';
import type { Cell } from './cell-text.ts';
import { intakeIn } from './intake.tables.ts';
import { letters, type TableRow } from './table.ts';

const rowsInChunk = 1_000;

/** Rows travel small: the name of a cell is made again from row and column. */
type PackedCell = readonly [column: number, kind: Cell['kind'], value: Cell['value'], isFormula?: 1];
type PackedRow = readonly [number: number, ...cells: PackedCell[]];

const packed = ({ number, cells }: TableRow): PackedRow => [
  number,
  ...cells.map(({ column, kind, value, isFormula }): PackedCell =>
    isFormula ? [column, kind, value, 1] : [column, kind, value],
  ),
];
const unpacked = ([number, ...cells]: PackedRow): TableRow => ({
  number,
  cells: cells.map(([column, kind, value, isFormula]) => ({
    at: `${letters(column)}${number}`,
    column,
    kind,
    value,
    ...(isFormula ? { isFormula: true } : {}),
  })),
});

const seal = (rows: readonly TableRow[], batch: BatchId): Buffer =>
  sealedBytes(deflateRawSync(Buffer.from(JSON.stringify(rows.map(packed))), { level: 1 }), batch);
const open = (body: Uint8Array, batch: BatchId): TableRow[] =>
  (JSON.parse(inflateRawSync(openedBytes(body, batch)).toString('utf8')) as PackedRow[]).map(unpacked);

/** Keeps the rows of a file's sheets, a thousand at a time, so that one page of them is read at once. */
export async function saveChunks(db: Db, batch: BatchId, sheets: readonly ReadSheet[]): Promise<void> {
  for (const [sheet, { rows }] of sheets.entries()) {
    for (let at = 0; at < rows.length; at += rowsInChunk) {
      const part = rows.slice(at, at + rowsInChunk);
      await intakeIn(db)
        .insertInto('intake.chunk')
        .values({
          batch_id: batch,
          sheet,
          number: at / rowsInChunk,
          first_row: part[0]!.number,
          last_row: part.at(-1)!.number,
          body: seal(part, batch),
        })
        .execute();
    }
  }
}

interface Which {
  readonly batch: BatchId;
  readonly sheet: number;
}

/** All rows of a sheet, chunk by chunk. */
export async function* chunksOf(db: Db, { batch, sheet }: Which): AsyncGenerator<TableRow[]> {
  for (let number = 0; ; number += 1) {
    const chunk = await intakeIn(db)
      .selectFrom('intake.chunk')
      .select('body')
      .where('batch_id', '=', batch)
      .where('sheet', '=', sheet)
      .where('number', '=', number)
      .executeTakeFirst();
    if (chunk === undefined || chunk.body === null) return;
    yield open(chunk.body, batch);
  }
}

export async function firstRows(db: Db, which: Which): Promise<TableRow[]> {
  for await (const rows of chunksOf(db, which)) return rows;
  return [];
}

/** These rows of a sheet, by number. */
export async function rowsNumbered(db: Db, which: Which, numbers: readonly number[]): Promise<Map<number, TableRow>> {
  const wanted = new Set(numbers);
  const found = new Map<number, TableRow>();
  if (numbers.length === 0) return found;
  const chunks = await intakeIn(db)
    .selectFrom('intake.chunk')
    .select('body')
    .where('batch_id', '=', which.batch)
    .where('sheet', '=', which.sheet)
    .where('last_row', '>=', Math.min(...numbers))
    .where('first_row', '<=', Math.max(...numbers))
    .orderBy('number')
    .execute();
  for (const { body } of chunks) {
    if (body === null) continue;
    for (const row of open(body, which.batch)) if (wanted.has(row.number)) found.set(row.number, row);
  }
  return found;
}

/** Wipes what was read: rows and file. What became of the rows stays known. */
export async function wipeBatch(db: Db, batch: BatchId): Promise<void> {
  const intake = intakeIn(db);
  await intake.updateTable('intake.chunk').set({ body: null }).where('batch_id', '=', batch).execute();
  await intake.updateTable('intake.batch_file').set({ body: null }).where('batch_id', '=', batch).execute();
}

export async function saveFileOf(db: Db, batch: BatchId, bytes: Uint8Array): Promise<void> {
  await intakeIn(db)
    .insertInto('intake.batch_file')
    .values({ batch_id: batch, body: sealedBytes(bytes, batch) })
    .execute();
}

export async function fileOf(db: Db, batch: BatchId): Promise<Buffer | undefined> {
  const row = await intakeIn(db)
    .selectFrom('intake.batch_file')
    .select('body')
    .where('batch_id', '=', batch)
    .executeTakeFirst();
  return row?.body ? openedBytes(row.body, batch) : undefined;
}
