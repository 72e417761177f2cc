/** text, integer, decimal, day ('YYYY-MM-DD') and vnd (whole đồng). */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'day' | 'vnd';

export interface SheetColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width?: number;
}

export type SheetValue = string | number | boolean | null | undefined;
export type SheetRow = Readonly<Record<string, SheetValue>>;
export type SheetRows = AsyncIterable<SheetRow> | Iterable<SheetRow>;

export interface SheetInput {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetRows;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; so does one that looks as if it had got one. */
export const neutralised = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
/** The text before it was neutralised. */
export const unneutralised = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** The text of a cell, for CSV and for what is no number in XLSX. */
export function textOf(value: SheetValue): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? neutralised(value) : String(value);
}

const letters = (column: number): string =>
  column < 27
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** The name of a cell: row and column from 1. */
export const cellName = (row: number, column: number): string => `${letters(column)}${row}`;
