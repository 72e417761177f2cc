import { describe, expect, test } from 'vitest';
import { findUnit, mgPerKgText, readConcentration } from './concentration.ts';

describe('a printed number', () => {
  test.each([
    ['0,012', 12_000],
    ['0.012', 12_000],
    ['1.234,5', 1_234_500_000],
    ['1,234.5', 1_234_500_000],
    ['0,000001', 1],
    [' 12 ', 12_000_000],
    ['1e-3', 1_000],
    [0.1 + 0.2, 300_000],
    [0.012, 12_000],
  ])('%s mg/kg is kept exactly', (printed, ngPerKg) => {
    expect(readConcentration(printed, 'mg/kg')).toEqual({ ngPerKg });
  });
  test.each([
    ['12 kg', 'not-a-number'],
    ['', 'not-a-number'],
    ['-0,1', 'not-a-number'],
    ['0,0000001', 'finer-than-kept'],
    ['1,2,3', 'not-a-number'],
    ['99999999', 'too-large'],
    ['1e99', 'too-large'],
  ])('%s is refused: %s', (printed, trouble) => {
    expect(readConcentration(printed, 'mg/kg')).toEqual({ trouble });
  });
  test('in µg/kg it is a thousandth', () => {
    expect(readConcentration('12,5', 'µg/kg')).toEqual({ ngPerKg: 12_500 });
  });
});

test.each([
  ['Kết quả (mg/kg)', 'mg/kg'],
  ['ppm', 'mg/kg'],
  ['µg/kg', 'µg/kg'],
  ['ug / kg', 'µg/kg'],
  ['PPB', 'µg/kg'],
  ['Kết quả', undefined],
])('the unit in "%s" is %s', (text, unit) => {
  expect(findUnit(text)).toBe(unit);
});

test('shown in mg/kg without rounding', () => {
  expect([0, 1, 12_000, 1_000_000, 1_234_500].map(mgPerKgText)).toEqual(['0', '0.000001', '0.012', '1', '1.2345']);
});
