import { setImmediate as immediate } from 'node:timers/promises';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { readSheets, type ReadSheet } from '#platform/spreadsheet/read.ts';
import { saveBatch, type NewBatch } from './batch.store.ts';
import { batchKinds, type BatchKind } from './field.ts';
import { countOf, type HeadingCount, type SheetKnown } from './proposal.ts';
import { saveChunks, saveFileOf } from './chunk.store.ts';
import type { SheetHead } from './intake.tables.ts';

/** Merges far below the headings are none of headings. */
const headingRows = 64;
/** More than these are no headings of a list. */
const mostMerges = 2_000;
const isNearHeadings = (merge: string): boolean => Number(/^[A-Z]+(\d+)/.exec(merge)?.[1]) <= headingRows;

interface HandedFile {
  readonly content: Uint8Array;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: 'xlsx' | 'csv';
}

async function headOf({ name, isHidden, is1904, rows, merges }: ReadSheet): Promise<SheetHead> {
  const near = merges.filter(isNearHeadings).slice(0, mostMerges);
  const first = rows.filter(({ number }) => number <= headingRows);
  const sheet = { rows: first, merges: near };
  const known: Partial<Record<BatchKind, HeadingCount>> = {};
  for (const kind of batchKinds) {
    known[kind] = countOf(sheet, kind);
    // A workbook of many wide sheets keeps nobody waiting.
    await immediate();
  }
  return { name, isHidden, is1904, rows: rows.length, merges: near, known: known as SheetKnown };
}

/** Reads a file and keeps what it holds, sealed; nothing of it is taken over yet. */
export async function saveRead(
  db: Db,
  { content, fileName, sha256, format }: HandedFile,
  batch: Pick<NewBatch, 'id' | 'organisation' | 'units' | 'by'>,
): Promise<void> {
  const sheets = await readSheets(content);
  if (sheets.every(({ rows }) => rows.length === 0)) throw new Problem('unprocessable', 'intake.file.no-rows');
  const heads: SheetHead[] = [];
  for (const sheet of sheets) {
    heads.push(await headOf(sheet));
  }
  await saveBatch(db, {
    ...batch,
    fileName,
    sha256,
    format,
    sheets: heads,
  });
  await saveChunks(db, batch.id, sheets);
  await saveFileOf(db, batch.id, content);
}
