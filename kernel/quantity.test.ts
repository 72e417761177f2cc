import { describe, expect, test } from 'vitest';
import { qtyFromText } from './quantity.ts';

describe('typed quantities', () => {
  test.each([
    ['1.234,5', ',', 1000, 1_234_500],
    ['1234,5', ',', 1000, 1_234_500],
    ['1,234.5', '.', 1000, 1_234_500],
    ['0,001', ',', 1000, 1],
    [' 12 ', ',', 100_000, 1_200_000],
    ['1\u00a0234', ',', 1, 1_234],
  ] as const)('%s (decimal %s) of a unit of %i', (text, decimal, unitQty, qty) => {
    expect(qtyFromText(text, unitQty, decimal)).toBe(qty);
  });

  test.each([
    ['1.5', ','],
    ['1,5', '.'],
    ['1.23.456', ','],
    ['', ','],
    ['-1', ','],
    ['1,,5', ','],
    ['1e3', ','],
    ['0,0001', ','],
    ['9999999999999999', ','],
  ] as const)('%s (decimal %s) is not taken', (text, decimal) => {
    expect(qtyFromText(text, 1000, decimal)).toBeUndefined();
  });
});
