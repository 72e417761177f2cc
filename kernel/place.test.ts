import { expect, test } from 'vitest';
import { tellsUnit } from './place.ts';

test.each([
  ['Thôn 6, xã Đầm Hà', 'Đầm Hà', true],
  ['Thôn 6, XÃ ĐẦM HÀ ', 'Đầm Hà', true],
  ['Thôn 6, xã Đầm Hà'.normalize('NFD'), 'Đầm Hà', true],
  ['Đầm Hà', 'Đầm Hà', true],
  ['Số 5, phố Nam Hà', 'Đầm Hà', false],
  ['Số 5, phố SaHà', 'Hà', false],
  ['Xóm Đầm Hà, thôn 3', 'Đầm Hà', false],
])('%s tells %s: %s', (address, unit, told) => {
  expect(tellsUnit(address, unit)).toBe(told);
});
