import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { readSheets } from '#platform/spreadsheet/read.ts';
import { saveBatch, type NewBatch } from './batch.store.ts';
import { saveChunks, saveFileOf } from './chunk.store.ts';

/** Merges far below the headings are none of headings. */
const headingRows = 64;
const isNearHeadings = (merge: string): boolean => Number(/^[A-Z]+(\d+)/.exec(merge)?.[1]) <= headingRows;

interface HandedFile {
  readonly content: Uint8Array;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: 'xlsx' | 'csv';
}

/** Reads a file and keeps what it holds, sealed; nothing of it is taken over yet. */
export async function saveRead(
  db: Db,
  { content, fileName, sha256, format }: HandedFile,
  batch: Pick<NewBatch, 'id' | 'organisation' | 'units' | 'by'>,
): Promise<void> {
  const sheets = await readSheets(content);
  if (sheets.every(({ rows }) => rows.length === 0)) throw new Problem('unprocessable', 'intake.file.no-rows');
  await saveBatch(db, {
    ...batch,
    fileName,
    sha256,
    format,
    sheets: sheets.map(({ name, isHidden, is1904, rows, merges }) => ({
      name,
      isHidden,
      is1904,
      rows: rows.length,
      merges: merges.filter(isNearHeadings),
    })),
  });
  await saveChunks(db, batch.id, sheets);
  await saveFileOf(db, batch.id, content);
}
