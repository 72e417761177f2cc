import { bare } from './cell-word.ts';
import { textIn, type Cell } from './cell-text.ts';
import { fieldsNamed, type BatchKind } from './field.ts';

export interface TableRow {
  /** As in the file, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface SheetRows {
  readonly rows: readonly TableRow[];
  /** A1:B2 */
  readonly merges: readonly string[];
}

/** A column below the headings. Two of the same heading are told apart by where they stand. */
export interface TableColumn {
  /** From 1. */
  readonly column: number;
  /** "Vốn góp > Đã góp" where headings are merged. */
  readonly heading: string;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  /** Rows above belong to the title. */
  readonly firstHeading: number;
  readonly lastHeading: number;
}

/** 1 is A, 27 is AA. */
export const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
const numberOf = (name: string): number =>
  name.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const isKnownHeading = (heading: string, kinds: readonly BatchKind[]): boolean =>
  kinds.some((kind) => fieldsNamed(kind, heading).length > 0);

type Grid = (row: number, column: number) => string;

/** The texts of the first rows; a merged cell speaks for its whole range. */
function gridOf({ rows, merges }: SheetRows): { at: Grid; spans: Grid } {
  const texts = new Map<string, string>();
  for (const row of rows) for (const cell of row.cells) texts.set(`${row.number} ${cell.column}`, textIn(cell));
  const spans = new Map<string, string>();
  for (const merge of merges) {
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge) ?? [];
    if (left === undefined || Number(top) > lastTitleRow) continue;
    const text = texts.get(`${top} ${numberOf(left)}`) ?? '';
    // A range over the whole sheet is no heading of all its columns.
    const last = Math.min(numberOf(right!), mostColumns);
    for (let row = Number(top); row <= Math.min(Number(bottom), lastTitleRow + mostDepth); row += 1)
      for (let column = numberOf(left); column <= last; column += 1) spans.set(`${row} ${column}`, text);
  }
  const at: Grid = (row, column) => texts.get(`${row} ${column}`) ?? '';
  return { at, spans: (row, column) => spans.get(`${row} ${column}`) ?? '' };
}

const lastTitleRow = 60;
const mostDepth = 4;
const mostColumns = 300;
/** Texts looked up until the headings are found: rows of data below them need not be. */
const mostLookedUp = 1_200;
const mostLetters = 120;

/** Without merges (CSV) a heading stands over the blank cells to its right that have something below. */
function above(at: Grid, row: number, column: number, last: number): string {
  for (let left = column; left >= 1; left -= 1) {
    if (at(row, left) !== '') return left === column || at(last, left) !== '' ? at(row, left) : '';
    if (at(last, left) === '') return '';
  }
  return '';
}

function headingAt(
  { at, spans }: ReturnType<typeof gridOf>,
  [first, last]: readonly [number, number],
  column: number,
): string {
  const parts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const own = at(row, column) || spans(row, column);
    const text = own === '' && row < last ? above(at, row, column, last) : own;
    if (text !== '' && text !== parts.at(-1)) parts.push(text);
  }
  return parts.join(' > ');
}

/** A row of headings goes on in the next where cells are merged over both, or the next fills its gaps. */
function depthFrom(sheet: SheetRows, grid: ReturnType<typeof gridOf>, row: number, width: number): number {
  const { at, spans } = grid;
  const bottoms = sheet.merges.flatMap((merge) => {
    const [, top, bottom] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(merge) ?? [];
    return Number(top) === row ? [Number(bottom)] : [];
  });
  const last = Math.max(row, ...bottoms);
  if (last > row) return Math.min(last - row + 1, mostDepth);
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const count = (fits: (here: string, below: string) => boolean): number =>
    columns.filter((column) => fits(at(row, column), at(row + 1, column))).length;
  const children = count((here, below) => here === '' && below !== '');
  const parents = count((here, below) => here !== '' && below !== '');
  const alone = count((here, below) => here !== '' && below === '');
  const isSpanned = columns.some((column) => at(row, column) === '' && spans(row, column) !== '');
  return children > 0 && parents <= children && (alone > 0 || isSpanned) ? 2 : 1;
}

/** What would be the headings if they began in this row. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly TableColumn[];
}

function blocksOf(sheet: SheetRows): Block[] {
  const top = sheet.rows.filter(({ number }) => number <= lastTitleRow + mostDepth);
  const grid = gridOf({ rows: top, merges: sheet.merges });
  return top
    .filter(({ number, cells }) => number <= lastTitleRow && cells.length >= 2)
    .map(({ number }) => {
      const near = top.filter((row) => row.number >= number && row.number < number + mostDepth);
      const width = Math.max(...near.map((row) => row.cells.at(-1)!.column));
      const last = number + depthFrom(sheet, grid, number, width) - 1;
      const columns = Array.from({ length: width }, (_, index) => ({
        column: index + 1,
        heading: headingAt(grid, [number, last], index + 1),
      })).filter(({ heading }) => heading !== '');
      return { first: number, last, columns };
    });
}

const blocks = new WeakMap<SheetRows, Block[]>();

/** Where the headings are: the rows in which most of the fields of these kinds are named. */
export function tableIn(sheet: SheetRows, kinds: readonly BatchKind[]): Table | undefined {
  const found = blocks.get(sheet) ?? blocksOf(sheet);
  blocks.set(sheet, found);
  let best: { table: Table; known: number } | undefined;
  const looked = new Map<string, boolean>();
  const isKnown = (heading: string): boolean => {
    const before = looked.get(heading);
    if (before !== undefined || looked.size >= mostLookedUp || heading.length > mostLetters) return before ?? false;
    const known = isKnownHeading(heading, kinds);
    looked.set(heading, known);
    return known;
  };
  for (const { first, last, columns } of found) {
    const known = columns.filter(({ heading }) => isKnown(heading)).length;
    if (known > 0 && known > (best?.known ?? 0))
      best = { table: { columns, firstHeading: first, lastHeading: last }, known };
  }
  return best?.table;
}

export const leftOutReasons = ['total', 'numbering', 'heading-again', 'signature', 'nothing-mapped'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

const total = /^(tổng cộng|tổng số|tổng|cộng|tong cong|tong so|grand total|total)(\s*[:(.–-].*|\s+\d.*)?$/iu;
const signature =
  /^(người lập( biểu| danh sách)?|lập biểu|kế toán( trưởng)?|thủ trưởng( đơn vị)?|giám đốc|chủ tịch( hđqt)?|xác nhận của.*|t\/m .*|tm\. .*|.*ngày[\s.…]*\d{0,2}[\s.…]*tháng[\s.…]*\d{0,2}[\s.…]*năm.*)$/iu;

/** (1) (2) (3) under the headings. */
function isNumbering({ cells }: TableRow): boolean {
  const numbers = cells.map((cell) => /^\(?(\d{1,2})\)?$/.exec(textIn(cell))?.[1]);
  return (
    numbers.length >= 3 &&
    numbers.every((text, at) => text !== undefined && (at === 0 || Number(text) === Number(numbers[at - 1]) + 1)) &&
    Number(numbers[0]) <= 2
  );
}

/** Why a row below the headings is no row of the list; undefined where it is one. */
export function leftOut(row: TableRow, table: Table, mapped: ReadonlySet<number>): LeftOutReason | undefined {
  const texts = row.cells.map(textIn).filter((text) => text !== '');
  if (row.number === table.lastHeading + 1 && isNumbering(row)) return 'numbering';
  const own = row.cells.filter((cell) => mapped.has(cell.column) && textIn(cell) !== '');
  const first = texts.find((text) => !/^[\d.,\s]+$/.test(text));
  if (first !== undefined && total.test(first)) return 'total';
  if (own.length <= 2 && texts.some((text) => signature.test(text))) return 'signature';
  if (own.length === 0) return 'nothing-mapped';
  const headings = new Map(table.columns.map(({ column, heading }) => [column, heading.split(' > ').map(bare)]));
  if (own.length >= 2 && own.every((cell) => headings.get(cell.column)?.includes(bare(textIn(cell)))))
    return 'heading-again';
  return undefined;
}
