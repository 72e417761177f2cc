import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import type { SheetColumn, SheetRow } from '#platform/spreadsheet/sheet.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { inLanguage, type SheetLanguage } from './export-words.ts';

interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}

const mediaTypes = {
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
  mediaType: mediaTypes[format],
  body: (db) => (format === 'xlsx' ? xlsxStream : csvStream)({ ...sheet, rows: rows(db) }),
});

export const columnsOf = <Titles extends Record<string, readonly [string, string, string]>>(
  titles: Titles,
  language: SheetLanguage,
  kinds: Partial<Record<keyof Titles, SheetColumn['kind']>>,
): SheetColumn[] =>
  Object.entries(titles).map(([key, words]) => ({
    key,
    title: inLanguage(words, language),
    kind: kinds[key] ?? 'text',
  }));
