import { describe, expect, test } from 'vitest';
import { fitted } from './photo.ts';
import { Day } from '#kernel/day.ts';
import { farDay, keptDay, noDay, typedDay } from './typed-day.ts';
import { typedQty } from './typed-number.ts';

describe('an amount typed', () => {
  test.each([
    ['1.234,5', ',', 1_234_500],
    ['1234,5', ',', 1_234_500],
    ['1 234,5', ',', 1_234_500],
    ['1.500', ',', 1_500_000],
    ['0,001', ',', 1],
    ['1,234.5', '.', 1_234_500],
    [' 7 ', '.', 7_000],
  ] as const)('%s with %s as the decimal sign', (text, decimal, qty) => {
    expect(typedQty(text, 1_000, decimal)).toBe(qty);
  });

  test.each([
    ['1.5', ','],
    ['1,5', '.'],
    ['12.34.567', ','],
    ['1,2,3', ','],
    ['0,0001', ','],
    ['-3', ','],
    ['5 kg', ','],
    ['1e3', ','],
    ['', ','],
  ] as const)('%s is not taken for another amount', (text, decimal) => {
    expect(typedQty(text, 1_000, decimal)).toBeUndefined();
  });
});

describe('a day typed', () => {
  test.each([
    ['23/11/2026', '2026-11-23'],
    ['3-9-2026', '2026-09-03'],
    ['03092026', '2026-09-03'],
    ['2026-11-23', '2026-11-23'],
    ['29.2.2028', '2028-02-29'],
  ])('%s is %s', (text, day) => expect(typedDay(text)).toBe(day));

  test.each(['11/23/2026', '29/2/2026', '31/4/2026', '1/1/26', 'mai', ''])('%s is no day', (text) => {
    expect(typedDay(text)).toBeUndefined();
  });
});

describe('a day field keeps', () => {
  test('the day written, and nothing for nothing', () => {
    expect(keptDay('23/11/2026')).toBe('2026-11-23');
    expect(keptDay('  ')).toBe('');
  });

  test('what every schema refuses where no day, or none that is allowed, is written', () => {
    expect(keptDay('mai')).toBe(noDay);
    expect(keptDay('24/11/2026', undefined, '2026-11-23' as Day)).toBe(farDay);
    expect(keptDay('22/11/2026', '2026-11-23' as Day)).toBe(farDay);
    for (const wrong of [noDay, farDay]) expect(Day.safeParse(wrong).success).toBe(false);
  });
});

test('a photo is made smaller, never larger, and keeps its shape', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
  expect(fitted(10_000, 3)).toEqual({ width: 1600, height: 1 });
});
