import { describe, expect, test } from 'vitest';
import { readUnitSheet, type UnitSheetRow } from './unit-sheet.ts';

/** Rows as a file gives them: blank cells are not there. */
const sheet = (...lines: readonly (string | number)[][]): UnitSheetRow[] =>
  lines.map((line, row) => ({
    number: row + 1,
    cells: line.flatMap((value, column) =>
      value === '' ? [] : [{ at: `${'ABCDEFG'[column]}${row + 1}`, column: column + 1, value }],
    ),
  }));
const head = ['Mã', 'Tên', 'Loại', 'Kinh độ', 'Vĩ độ', 'Từ ngày'];
const troublesOf = (...lines: readonly (string | number)[][]) =>
  readUnitSheet(sheet(head, ...lines)).troubles.map(({ code, at }) => `${at} ${code}`);

describe('the units of a province', () => {
  test('are read with headings in Vietnamese, a title above them, and the kind before the name', () => {
    const rows = sheet(
      ['DANH SÁCH ĐƠN VỊ HÀNH CHÍNH'],
      ['TT', 'Mã ĐVHC', 'Mã đơn vị', 'Tên đơn vị', 'Kinh độ', 'Vĩ độ'],
      [1, '', 7615, 'Xã Yên Thế', '106,12', '21,48'],
    );
    expect(readUnitSheet(rows)).toEqual({
      units: [
        {
          code: '07615',
          name: 'Yên Thế',
          nameEn: 'Yen The',
          kind: 'commune',
          lon: 106.12,
          lat: 21.48,
          validFrom: null,
        },
      ],
      troubles: [],
    });
  });

  test('are read with English headings, whatever the order of marks in a letter', () => {
    const rows = sheet(
      ['code', 'name', 'kind', 'name_en', 'valid_from'],
      ['06685', 'Đồng Kỵ'.normalize('NFD'), 'Ward', 'Dong Ky Ward', '1/7/2025'],
    );
    expect(readUnitSheet(rows).units).toMatchObject([
      { code: '06685', name: 'Đồng Kỵ', nameEn: 'Dong Ky Ward', kind: 'ward', validFrom: '2025-07-01' },
    ]);
  });

  test.each([
    ['a code of other digits', ['123', 'Xã A'], 'A2 not-five-digits'],
    ['no code', ['', 'Xã A'], 'A2 missing'],
    ['no name', ['07615', '', 'xã'], 'B2 missing'],
    ['a kind nobody knows', ['07615', 'A', 'thành'], 'C2 kind-unknown'],
    ['no kind anywhere', ['07615', 'A'], 'B2 kind-unknown'],
    ['letters for degrees', ['07615', 'Xã A', '', 'đông', '21'], 'D2 not-a-number'],
    ['degrees exchanged', ['07615', 'Xã A', '', '21,2', '20'], 'D2 outside-viet-nam'],
    ['half a point', ['07615', 'Xã A', '', '106,1'], 'E2 point-half-given'],
    ['a day that is none', ['07615', 'Xã A', '', '', '', '31/02/2025'], 'F2 not-a-day'],
  ])('%s is told with its cell', (_, line, trouble) => {
    expect(troublesOf(line)).toContain(trouble);
  });

  test('listed twice, without headings, or not at all, is told', () => {
    expect(troublesOf(['07615', 'Xã A'], ['7615', 'Xã B'])).toEqual(['A3 twice']);
    expect(readUnitSheet(sheet(['07615', 'Xã A'])).troubles.map(({ code }) => code)).toEqual([
      'heading-missing',
      'heading-missing',
    ]);
    expect(troublesOf()).toEqual(['A1 nothing-listed']);
    expect(readUnitSheet([]).troubles).toMatchObject([{ code: 'nothing-listed' }]);
    expect(readUnitSheet(sheet(['Mã', 'Mã', 'Tên'])).troubles).toMatchObject([{ code: 'heading-twice', at: 'B1' }]);
  });
});
