import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import { columnsOf, sheetReply } from './reply.ts';
import type { ColumnKind, SheetRow, SheetValue } from './sheet.ts';
import { inLanguage, type SheetLanguage, type Words } from './words.ts';

/** A query that names each column as the sheet does, in an order of its own that leaves no two rows alike. */
export type DataSet = RawBuilder<Record<string, unknown>>;

const batch = 2_000;

/** Few rows at a time; their own order makes them stand still meanwhile. */
async function* dataRows(db: Db, set: DataSet): AsyncGenerator<Record<string, unknown>> {
  for (let offset = 0; ; offset += batch) {
    const { rows } = await sql<Record<string, unknown>>`${set} limit ${batch} offset ${offset}`.execute(db);
    yield* rows;
    if (rows.length < batch) return;
  }
}

export interface DataSheet {
  readonly name: Words;
  readonly titles: Readonly<Record<string, Words>>;
  readonly kindOf: (key: string) => ColumnKind;
  /** What is kept as a code is told in words: by column, then by code. */
  readonly coded: Readonly<Record<string, Readonly<Record<string, Words>>>>;
}

interface Asked {
  readonly format: 'xlsx' | 'csv';
  readonly language: SheetLanguage;
}

/** Rows that need more than a query: they come a few at a time too. */
export type DataRows = (db: Db) => AsyncIterable<Record<string, unknown>>;

/** All rows of a set as a sheet that is read while it is sent. */
export function dataSetReply(
  { name, titles, kindOf, coded }: DataSheet,
  set: DataSet | DataRows,
  { format, language }: Asked,
  today: Day,
): DocumentReply {
  const kinds = Object.fromEntries(Object.keys(titles).map((key) => [key, kindOf(key)]));
  const told = (row: Record<string, unknown>): SheetRow =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => {
        const words = coded[key]?.[String(value)];
        return [key, words === undefined ? (value as SheetValue) : inLanguage(words, language)];
      }),
    );
  const sheet = { name: inLanguage(name, language), columns: columnsOf(titles, language, kinds) };
  return sheetReply(sheet, format, today, async function* rows(db) {
    for await (const row of typeof set === 'function' ? set(db) : dataRows(db, set)) yield told(row);
  });
}
