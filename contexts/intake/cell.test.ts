import { describe, expect, test } from 'vitest';
import { readCell, type ReaderKind } from './cell.ts';
import type { Cell } from './cell-text.ts';
import { kindWords, partyWords, sexWords, standingWords } from './cell-word.ts';
import { concealed } from './draft.ts';
import { batchKinds } from './field.ts';
import { proposedMapping } from './mapping.ts';
import { nameKey } from './organisation-index.ts';
import { tableIn } from './table.ts';
import { templateColumns } from './template-words.ts';

const cell = (value: string | number, kind: Cell['kind'] = typeof value === 'number' ? 'number' : 'text'): Cell => ({
  at: 'A1',
  column: 1,
  value,
  kind,
});
const read = (kind: ReaderKind, value: string | number, more: object = {}) =>
  readCell(kind, cell(value), { is1904: false, ...more });

describe('a cell is read as people write it', () => {
  test.each([
    ['1.250.000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1 250 000 đ', 1_250_000],
    ['1.250.000,00', 1_250_000],
    ['1,250,000.00', 1_250_000],
    ['5.000', 5_000],
    ['5,000', 5_000],
    [0.1 + 0.2 + 999.7, 1_000],
  ])('%s đồng are %d', (written, value) => {
    expect(read('money', written)).toMatchObject({ value });
  });

  test.each([
    ['1,5', 1_500_000],
    ['1.5', 1_500_000],
    ['0,25', 250_000],
    ['1.250,5', 1_250_500_000],
    [1.25, 1_250_000],
  ])('%s million are %d, and never a binary fraction', (written, value) => {
    expect(read('money', written, { unit: 'million' })).toEqual({ value });
  });

  test.each([
    ['15/03/2021', '2021-03-15'],
    ['5/3/2021', '2021-03-05'],
    ['05-03-2021', '2021-03-05'],
    ['05.03.2021', '2021-03-05'],
    ['2021-03-05', '2021-03-05'],
  ])('%s is the day %s: the day goes before the month', (written, value) => {
    expect(read('day', written)).toMatchObject({ value });
  });

  test('the serial numbers of 1900 and of 1904 are told apart, and the day that never was is refused', () => {
    expect(read('day', 44_270)).toMatchObject({ value: '2021-03-15', notice: 'serial-day' });
    expect(read('day', 44_270 - 1_462, { is1904: true })).toMatchObject({ value: '2021-03-15' });
    expect(read('day', 60)).toEqual({ trouble: 'day-before-march-1900' });
  });

  test('tax numbers get back the zero a spreadsheet took, where the check digit bears it out', () => {
    expect(read('tax-number', 100_109_106)).toEqual({ value: '0100109106', notice: 'zero-restored' });
    expect(read('tax-number', 100_109_106_001)).toEqual({ value: '0100109106001', notice: 'zero-restored' });
    expect(read('tax-number', '022080000001')).toEqual({ value: '022080000001' });
    expect(read('tax-number', 123_456_789)).toEqual({ trouble: 'tax-number-zero-unclear' });
  });

  test.each(['0123456789', '9900000017', '9900000017001', '999000000001'])(
    '%s is taken, and its digit remarked on',
    (value) => {
      expect(read('tax-number', value)).toEqual({ value, notice: 'check-digit-otherwise' });
    },
  );

  test('marks may stand in both orders, composed or not, and names shortened are one name', () => {
    const decomposed = 'Hòa Bình'.normalize('NFD');
    expect(read('text', `  ${decomposed}\u00a0 `)).toEqual({ value: 'Hòa Bình' });
    expect(nameKey('HTX Hoà Bình')).toBe(nameKey(`Hợp tác xã ${decomposed}`));
    expect(nameKey('Liên hiệp HTX Hoà Bình')).not.toBe(nameKey('HTX Hoà Bình'));
  });

  test('words are understood in the three languages of the product', () => {
    for (const word of ['Nữ', 'female', 'หญิง'])
      expect(read('word', word, { words: sexWords })).toEqual({ value: 'female' });
    for (const word of ['Hộ gia đình', 'household', 'ครัวเรือน'])
      expect(read('word', word, { words: partyWords })).toEqual({ value: 'household' });
    for (const word of ['Liên kết góp vốn', 'Associate with capital', 'สมทบมีทุน'])
      expect(read('word', word, { words: standingWords })).toEqual({ value: 'associate-capital' });
    for (const word of ['HTX', 'Cooperative', 'สหกรณ์'])
      expect(read('word', word, { words: kindWords })).toEqual({ value: 'cooperative' });
  });
});

describe('headings', () => {
  const row = (number: number, ...texts: (string | null)[]) => ({
    number,
    cells: texts.flatMap((text, at): Cell[] =>
      text === null ? [] : [{ at: `${'ABCDEFG'[at]}${number}`, column: at + 1, value: text, kind: 'text' }],
    ),
  });

  test('merged over two rows are read together, below the title', () => {
    const rows = [
      row(1, 'DANH SÁCH THÀNH VIÊN'),
      row(2, 'Họ và tên', 'Năm sinh', null, 'Vốn góp (triệu đồng)'),
      row(3, null, 'Nam', 'Nữ'),
      row(4, 'Lê A', '1970', null, '5'),
    ];
    const table = tableIn({ rows, merges: ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'] }, ['members'])!;
    expect([table.firstHeading, table.lastHeading]).toEqual([2, 3]);
    expect(proposedMapping('members', table.columns).map(({ field, unit }) => [field, unit])).toEqual([
      ['name', undefined],
      ['maleYear', undefined],
      ['femaleYear', undefined],
      ['contributedVnd', 'million'],
    ]);
  });

  test('of the same words twice: only the first is proposed', () => {
    const columns = [1, 2].map((column) => ({ column, heading: 'Điện thoại' }));
    expect(proposedMapping('members', columns).map(({ field }) => field)).toEqual(['phone', null]);
  });

  test('of every empty sheet are known again, in each language, and no two are alike', () => {
    for (const kind of batchKinds)
      for (const language of [0, 1, 2] as const) {
        const headings = templateColumns[kind].map(({ heading }) => heading[language]);
        expect(new Set(headings).size).toBe(headings.length);
        const columns = headings.map((heading, at) => ({ column: at + 1, heading }));
        expect(proposedMapping(kind, columns).map(({ field }) => field)).toEqual(
          templateColumns[kind].map(({ field }) => field),
        );
      }
  });
});

test('a person’s number is shown by its last four digits, in whichever column it stands', () => {
  expect(concealed('nationalId', '02208000123')).toBe('•••••••0123');
  expect(concealed('phone', 'CCCD 022080 001234')).toBe('CCCD •••••••••1234');
  expect(concealed('taxNumber', '0100109106')).toBe('0100109106');
  expect(concealed('phone', '0912 345 678')).toBe('0912 345 678');
});
