import { plain } from '#kernel/text.ts';
import { findUnit, type ConcentrationUnit } from './concentration.ts';

export const reportColumns = ['name', 'cas', 'result', 'uncertainty', 'lod', 'loq', 'unit'] as const;
export type ReportColumn = (typeof reportColumns)[number];

/** A cell as the spreadsheet reader hands it over. */
export interface SheetCell {
  readonly at: string;
  readonly column: number;
  readonly value: string | number | boolean;
}
export interface SheetLine {
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

// The order decides: "giới hạn định lượng" before anything that merely speaks of a result.
const headings: readonly (readonly [ReportColumn, RegExp])[] = [
  ['loq', /\bloq\b|gioi han dinh luong|limit of quanti|reporting limit|\brl\b/],
  ['lod', /\blod\b|\bmdl\b|gioi han phat hien|limit of detection/],
  ['uncertainty', /uncertainty|khong dam bao|\bdkdbd\b|^u$|^\(?±|expanded u/],
  ['cas', /\bcas\b/],
  ['result', /ket qua|result|ham luong|concentration|du luong \(|\bkq\b/],
  ['unit', /^don vi|^units?\b|\bdvt\b/],
  [
    'name',
    /hoat chat|chi tieu|ten chat|analyte|compound|pesticide|parameter|substance|active ingredient|chat phan tich|ten thuoc/,
  ],
];

const columnOf = (text: string): ReportColumn | undefined => {
  const words = plain(text.normalize('NFKC')).replaceAll(/\s+/g, ' ').trim();
  return headings.find(([, pattern]) => pattern.test(words))?.[0];
};

export interface FoundColumns {
  /** The row of the headings. */
  readonly row: number;
  readonly columns: ReadonlyMap<ReportColumn, number>;
  /** Units the headings name, by column. */
  readonly units: ReadonlyMap<ReportColumn, ConcentrationUnit>;
}

const mostRowsAbove = 60;

function columnsIn(line: SheetLine): FoundColumns {
  const columns = new Map<ReportColumn, number>();
  const units = new Map<ReportColumn, ConcentrationUnit>();
  for (const { column, value } of line.cells) {
    const name = typeof value === 'string' ? columnOf(value) : undefined;
    if (name === undefined || columns.has(name)) continue;
    columns.set(name, column);
    const unit = findUnit(String(value));
    if (unit !== undefined) units.set(name, unit);
  }
  return { row: line.number, columns, units };
}

/** The first row that names both a substance and a result; what stands above it is letterhead. */
export function findColumns(lines: readonly SheetLine[]): FoundColumns | undefined {
  for (const line of lines.slice(0, mostRowsAbove)) {
    const found = columnsIn(line);
    if (found.columns.has('name') && found.columns.has('result')) return found;
  }
  return undefined;
}
