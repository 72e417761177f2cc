import { writeXlsx, type Cell, type WriteSheet } from 'hucre';

export type SheetValue = string | number | boolean | Date | null;

/** A workbook as officers have it: values, and what else is said of some cells (A1: …). */
export interface SampleSheet {
  readonly name?: string;
  readonly rows: readonly (readonly SheetValue[])[];
  readonly merges?: readonly string[];
  readonly cells?: Readonly<Record<string, Partial<Cell>>>;
  readonly hidden?: boolean;
}

const position = (name: string): readonly [row: number, column: number] => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  return [Number(digits) - 1, letters.split('').reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1];
};

const sheetOf = ({ name = 'Danh sách', rows, merges = [], cells = {}, hidden }: SampleSheet): WriteSheet => ({
  name,
  rows: rows.map((row) => [...row]),
  ...(hidden ? { hidden: true } : {}),
  merges: merges.map((merge) => {
    const [[startRow, startCol], [endRow, endCol]] = merge.split(':').map(position) as [
      [number, number],
      [number, number],
    ];
    return { startRow, startCol, endRow, endCol };
  }),
  cells: new Map(Object.entries(cells).map(([at, cell]) => [position(at).join(','), cell])),
});

export async function workbook(
  sheets: readonly SampleSheet[],
  dateSystem: '1900' | '1904' = '1900',
): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx({ sheets: sheets.map(sheetOf), dateSystem }));
}

export const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

export const memberHeadings = [
  'STT',
  'Họ và tên',
  'Năm sinh',
  'Giới tính',
  'Số CCCD',
  'Điện thoại',
  'Thôn',
  'Tư cách thành viên',
  'Ngày vào',
  'Vốn góp (đồng)',
] as const;

/** A good row of the headings above, with what is to be different. */
export const memberRow = (number: number, more: Readonly<Record<number, SheetValue>> = {}): SheetValue[] =>
  [
    number,
    `Nguyễn Văn ${'ABCDEGHIKLMNOPQRSTUVXY'[number % 22]} ${number}`,
    1980,
    'Nam',
    `0220800${String(number).padStart(5, '0')}`,
    '0912345678',
    'Thôn 2',
    'Chính thức (góp vốn, sử dụng dịch vụ và lao động)',
    '01/05/2025',
    5_000_000,
  ].map((value, at) => (more[at] === undefined ? value : more[at]));
