import { expect, test } from 'vitest';
import { fitsCheckDigit, taxNumberDigits } from './tax-number.ts';

test.each([
  ['5701234567', '5701234567'],
  ['5709876540-001', '5709876540001'],
  ['5709876540–001', '5709876540001'],
  [' 5709 876 540 - 001 ', '5709876540001'],
  ['5709.876.540', '5709876540'],
  ['chưa có', 'chưa có'],
  ['5709876540/001', '5709876540/001'],
])('%s is kept as %s', (typed, kept) => {
  expect(taxNumberDigits(typed)).toBe(kept);
});

test('a branch has the check digit of its head', () => {
  expect(fitsCheckDigit(taxNumberDigits('9900000016-001'))).toBe(true);
  expect(fitsCheckDigit(taxNumberDigits('9900000017-001'))).toBe(false);
});
