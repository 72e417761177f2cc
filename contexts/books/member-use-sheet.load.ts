import { plain } from '#kernel/text.ts';
import { cellName } from '#platform/spreadsheet/sheet.ts';
import type { ReadCell, ReadRow } from '#platform/spreadsheet/read.ts';
import { troubleCodes, type EnteredUse } from './member-use.ts';

/** Titles of the sheet in Vietnamese, English and Thai: what is handed out is known again when it comes back. */
export const useTitles = {
  code: ['Mã thành viên', 'Member code', 'รหัสสมาชิก'],
  name: ['Thành viên', 'Member', 'สมาชิก'],
  useVnd: ['Giá trị sử dụng (đồng)', 'Use (VND)', 'มูลค่าการใช้ (ด่อง)'],
  labourDays: ['Ngày công', 'Days of labour', 'วันแรงงาน'],
  labourVnd: ['Giá trị công (đồng)', 'Value of labour (VND)', 'มูลค่าแรงงาน (ด่อง)'],
} as const;
type Title = keyof typeof useTitles;

export interface UseTrouble {
  readonly at: string;
  readonly code: (typeof troubleCodes)[number];
  readonly found: string;
}

export interface SheetUse extends EnteredUse {
  readonly member: string;
}

interface Known {
  readonly id: string;
  readonly name: string | null;
}

const textOf = (cell: ReadCell | undefined): string => (cell === undefined ? '' : String(cell.value).trim());

function headingsOf(row: ReadRow): Partial<Record<Title, number>> {
  const found: Partial<Record<Title, number>> = {};
  for (const cell of row.cells) {
    const text = plain(textOf(cell));
    for (const [title, words] of Object.entries(useTitles))
      if (words.some((word) => plain(word) === text)) found[title as Title] = cell.column;
  }
  return found;
}

const isHeading = (found: Partial<Record<Title, number>>): boolean =>
  (found.code !== undefined || found.name !== undefined) &&
  (found.useVnd !== undefined || found.labourDays !== undefined || found.labourVnd !== undefined);

/** A number as people here write it: 1.234.567 or 12,5; undefined where it is none. */
function numberIn(cell: ReadCell): number | undefined {
  if (typeof cell.value === 'number') return cell.value;
  const text = textOf(cell).replaceAll(/\s/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^\d+\.\d+$/.test(text) ? Number(text) : undefined;
}

const mostVnd = 100_000_000_000_000;

interface Reading {
  readonly cell: (title: Title) => ReadCell | undefined;
  readonly trouble: (cell: ReadCell, code: UseTrouble['code']) => null;
}

function dongIn(title: 'useVnd' | 'labourVnd', { cell, trouble }: Reading): number | null {
  const found = cell(title);
  if (found === undefined || textOf(found) === '') return null;
  const value = numberIn(found);
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= mostVnd
    ? value
    : trouble(found, 'not-whole-dong');
}

function daysIn({ cell, trouble }: Reading): number | null {
  const found = cell('labourDays');
  if (found === undefined || textOf(found) === '') return null;
  const tenths = (numberIn(found) ?? Number.NaN) * 10;
  const whole = Math.round(tenths);
  return Math.abs(tenths - whole) < 1e-6 && whole >= 0 && whole <= 3660 ? whole : trouble(found, 'not-days');
}

/** Members by their code, or by a name nobody else has. */
function finder(members: readonly Known[]) {
  const codes = new Set(members.map(({ id }) => id));
  const names = Map.groupBy(members, ({ name }) => plain(name ?? ''));
  return (code: string, name: string): string | UseTrouble['code'] => {
    if (codes.has(code.toLowerCase())) return code.toLowerCase();
    const found = name === '' || code !== '' ? [] : (names.get(plain(name)) ?? []);
    if (found.length > 1) return 'member-ambiguous';
    return found[0]?.id ?? 'member-unknown';
  };
}

const isTrouble = (found: string): found is UseTrouble['code'] => (troubleCodes as readonly string[]).includes(found);

/** The lines of a sheet with every cell that is wrong; rows that tell neither member nor amount are passed over. */
export function readUseSheet(
  rows: readonly ReadRow[],
  members: readonly Known[],
): { readonly lines: SheetUse[]; readonly troubles: UseTrouble[] } {
  const at = rows.findIndex((row) => isHeading(headingsOf(row)));
  if (at === -1) return { lines: [], troubles: [{ at: 'A1', code: 'heading-missing', found: '' }] };
  const columns = headingsOf(rows[at]!);
  const memberIn = finder(members);
  const troubles: UseTrouble[] = [];
  const lines: SheetUse[] = [];
  const seen = new Set<string>();
  for (const row of rows.slice(at + 1)) {
    const cell = (title: Title) => row.cells.find(({ column }) => column === columns[title]);
    const trouble: Reading['trouble'] = (found, code) => {
      troubles.push({ at: found.at, code, found: textOf(found).slice(0, 100) });
      return null;
    };
    const use = {
      useVnd: dongIn('useVnd', { cell, trouble }),
      labourDayTenths: daysIn({ cell, trouble }),
      labourVnd: dongIn('labourVnd', { cell, trouble }),
    };
    const [code, name] = [textOf(cell('code')), textOf(cell('name'))];
    const isEmpty = Object.values(use).every((value) => value === null);
    if (isEmpty) continue;
    const found = memberIn(code, name);
    const where = cell('code') ?? cell('name');
    const place = where?.at ?? cellName(row.number, 1);
    if (isTrouble(found)) troubles.push({ at: place, code: found, found: code === '' ? name : code });
    else if (seen.has(found)) troubles.push({ at: place, code: 'member-twice', found: name });
    else {
      seen.add(found);
      lines.push({ member: found, ...use });
    }
  }
  return { lines, troubles };
}
