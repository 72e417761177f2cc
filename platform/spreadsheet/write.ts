import { setImmediate } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { writeXlsxStream, type ColumnDef } from 'hucre';
import {
  neutralised,
  textOf,
  type SheetColumn,
  type SheetInput,
  type SheetRow,
  type SheetRows,
} from '#platform/spreadsheet/sheet.ts';

const mostCellChars = 32_767;

const formats = {
  text: undefined,
  integer: '#,##0',
  decimal: undefined,
  day: 'dd/mm/yyyy',
  vnd: '#,##0 "₫"',
} as const;

const columnOf = ({ key, title, kind, width }: SheetColumn): ColumnDef => ({
  key,
  header: neutralised(title),
  width: width ?? (kind === 'text' ? 28 : 16),
  ...(formats[kind] ? { numFmt: formats[kind] } : {}),
});

// Spreadsheets count days from 1899-12-30.
const firstDay = Date.UTC(1899, 11, 30);
function dayNumber(day: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(at) || at < Date.UTC(1900, 2, 1) ? undefined : (at - firstDay) / 86_400_000;
}

function xlsxValue({ key, kind }: SheetColumn, row: SheetRow): string | number | boolean | null {
  const value = row[key];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (kind === 'day') return dayNumber(value) ?? neutralised(value);
  return neutralised(value).slice(0, mostCellChars);
}

async function* xlsxRows(rows: SheetRows, columns: readonly SheetColumn[]): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rows) yield Object.fromEntries(columns.map((column) => [column.key, xlsxValue(column, row)]));
}

/** Excel refuses these in the name of a sheet, and more than 31 characters. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim() || 'Sheet1';

/** A workbook of one sheet, written while the rows come in; beyond Excel's 1,048,576 rows it goes on in a next sheet. */
export function xlsxStream({ name, columns, rows }: SheetInput): Readable {
  const options = { name: sheetName(name), columns: columns.map(columnOf), freezePane: { rows: 1 } };
  return Readable.fromWeb(writeXlsxStream(xlsxRows(rows, columns), options) as WebStream<Uint8Array>);
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function* csvText({ columns, rows }: SheetInput): AsyncGenerator<string> {
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
  let text = `\ufeff${line(columns.map(({ title }) => neutralised(title)))}`;
  for await (const row of rows) {
    text += line(columns.map(({ key }) => textOf(row[key])));
    if (text.length > 60_000) {
      yield text;
      text = '';
      // Rows that are all at hand would otherwise keep every other request waiting.
      await setImmediate();
    }
  }
  yield text;
}

/** CSV as RFC 4180 has it, in UTF-8 with the mark that Excel needs to see that. Days are YYYY-MM-DD, numbers plain. */
export const csvStream = (input: SheetInput): Readable => Readable.from(csvText(input), { objectMode: false });
