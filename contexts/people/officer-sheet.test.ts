import { describe, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import { readOfficerSheet } from './officer-sheet.ts';

const units = [
  { code: '06895' as UnitCode, name: 'Đầm Hà' },
  { code: '06913' as UnitCode, name: 'Quảng Tân' },
  { code: '06920' as UnitCode, name: 'Trùng Tên' },
  { code: '06921' as UnitCode, name: 'Trùng Tên' },
];
const ground = { units, today: '2026-11-23' as Day };
const heading = ['Họ và tên', 'Thư điện tử', 'Vai trò', 'Xã, phường, đặc khu', 'Đến ngày'];

const sheet = (...rows: readonly (readonly (string | number)[])[]) =>
  rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.flatMap((value, column) =>
      value === '' ? [] : [{ at: `${'ABCDEF'[column]}${at + 1}`, column: column + 1, value }],
    ),
  }));
const troublesOf = (...rows: readonly (readonly (string | number)[])[]) =>
  readOfficerSheet(sheet(heading, ...rows), ground).troubles.map(({ code, at }) => `${at} ${code}`);

describe('a sheet of officers', () => {
  test('is read with headings and roles in any of the three languages, above them what titles there are', () => {
    const { officers, troubles } = readOfficerSheet(
      sheet(
        ['DANH SÁCH CÁN BỘ'],
        ['STT', 'HỌ VÀ TÊN', 'Email', 'Vai trò', 'Đơn vị', 'Đến ngày'],
        [1, ' Nguyễn  Văn An ', 'An@Example.vn', 'Cán bộ cấp xã', 'Xã Đầm Hà', '31/12/2026'],
        [2, 'Lê Thị Bình', 'binh@example.vn', 'Provincial officer', '', '2027-06-30'],
        [3, 'Phạm Chi', 'chi@example.vn', 'commune-officer', 6913, ''],
        [4, 'Đỗ Dung', 'dung@example.vn', 'ผู้ดูแลระบบ', '', ''],
      ),
      ground,
    );
    expect(troubles).toEqual([]);
    expect(officers.map(({ name, email, role, unit, until }) => [name, email, role, unit, until])).toEqual([
      ['Nguyễn Văn An', 'an@example.vn', 'commune-officer', '06895', '2026-12-31'],
      ['Lê Thị Bình', 'binh@example.vn', 'provincial-officer', null, '2027-06-30'],
      ['Phạm Chi', 'chi@example.vn', 'commune-officer', '06913', null],
      ['Đỗ Dung', 'dung@example.vn', 'administrator', null, null],
    ]);
    expect(officers[0]!.row).toBe(3);
  });

  test('has every wrong cell named at once', () => {
    expect(
      troublesOf(
        ['', 'x', 'vua', '', '31/02/2026'],
        ['Nguyễn Văn An', '', 'Cán bộ cấp xã', '', '22/11/2026'],
        ['Lê Thị Bình', 'binh@example.vn', 'Cán bộ cấp tỉnh', 'Đầm Hà', ''],
        ['Phạm Chi', 'chi@example.vn', 'Cán bộ cấp xã', 'Trùng Tên', ''],
        ['Đỗ Dung', 'BINH@example.vn', 'Cán bộ cấp tỉnh', '', ''],
      ),
    ).toEqual([
      'A2 name-missing',
      'B2 not-an-address',
      'C2 role-unknown',
      'E2 not-a-day',
      'B3 email-missing',
      'D3 unit-missing',
      'E3 ended-already',
      'D4 unit-not-wanted',
      'D5 unit-unknown',
      'B6 twice',
    ]);
  });

  test.each([
    ['a@b.c\r\nBcc: x@y.z', 'B2 not-an-address'],
    ['a@b', 'B2 not-an-address'],
    ['a b@example.vn', 'B2 not-an-address'],
    ['a@example.vn, b@example.vn', 'B2 not-an-address'],
  ])('%j is no address', (email, trouble) => {
    expect(troublesOf(['Nguyễn Văn An', email, 'Cán bộ cấp tỉnh', '', ''])).toEqual([trouble]);
  });

  test('one person may hold a role in two units', () => {
    const both = ['06895', '06913'].map((unit) => ['Lê An', 'an@example.vn', 'Cán bộ cấp xã', unit, '']);
    expect(troublesOf(...both)).toEqual([]);
  });

  test('without a heading, or with nobody in it, says so', () => {
    expect(readOfficerSheet([], ground).troubles).toMatchObject([{ code: 'nothing-listed' }]);
    expect(troublesOf()).toEqual(['A2 nothing-listed']);
    const { troubles } = readOfficerSheet(sheet(['Họ và tên', 'Họ tên', 'Email']), ground);
    expect(troubles.map(({ code, at }) => [code, at])).toEqual([
      ['heading-twice', 'B1'],
      ['heading-missing', 'A1'],
    ]);
  });
});
