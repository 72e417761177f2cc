import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';
import { inLanguage, type SheetLanguage, type Words } from './words.ts';
import { csvStream, xlsxStream } from './write.ts';

interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}

export const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Rows as a file, read when the handler's transaction has ended. */
export const sheetReply = (
  sheet: Sheet,
  format: 'xlsx' | 'csv',
  today: Day,
  rows: (db: Db) => AsyncIterable<SheetRow> | Iterable<SheetRow>,
): DocumentReply => ({
  fileName: `${sheet.name} ${today}.${format}`,
  mediaType: sheetTypes[format],
  body: (db) => (format === 'xlsx' ? xlsxStream : csvStream)({ ...sheet, rows: rows(db) }),
});

export const columnsOf = <Titles extends Record<string, Words>>(
  titles: Titles,
  language: SheetLanguage,
  kinds: Partial<Record<keyof Titles, SheetColumn['kind']>>,
): SheetColumn[] =>
  Object.entries(titles).map(([key, words]) => ({
    key,
    title: inLanguage(words, language),
    kind: kinds[key] ?? 'text',
  }));
