import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { lineObstacles, periodsBetween, revisionObstacles, totalQtyOf } from './line.ts';
import { tonne } from './linkage.example.ts';

describe('a quantity per period', () => {
  test.each([
    ['2026-12-01', '2026-12-07', 'week', 1],
    ['2026-12-01', '2026-12-08', 'week', 2],
    ['2026-01-31', '2026-02-27', 'month', 1],
    ['2026-01-31', '2026-02-28', 'month', 2],
    ['2026-12-01', '2027-11-30', 'month', 12],
    ['2026-12-01', '2027-11-30', 'total', 1],
    ['2026-12-02', '2026-12-01', 'month', 0],
  ] as const)('%s to %s counts %s periods: %d', (from, until, per, count) => {
    expect(periodsBetween(day(from), day(until), per)).toBe(count);
  });

  test('times the periods is what the line holds', () => {
    const weekly = { from: day('2026-12-01'), until: day('2026-12-31'), per: 'week', periodQty: 2 * tonne } as const;
    expect(totalQtyOf(weekly)).toBe(10 * tonne);
  });
});

describe('a line', () => {
  const terms = { from: day('2026-12-01'), until: day('2027-05-31'), per: 'total', periodQty: 10 * tonne } as const;

  test('that makes sense is taken', () => {
    expect(lineObstacles(terms, day('2026-11-23'))).toEqual([]);
  });

  test('names all that is wrong with it', () => {
    const wrong = { ...terms, until: day('2026-11-01'), minimumOrderQty: 1 };
    expect(lineObstacles(wrong, day('2026-11-23'))).toEqual(['ends-before-it-begins', 'already-over']);
    expect(lineObstacles({ ...terms, minimumOrderQty: 11 * tonne }, day('2026-11-23'))).toEqual([
      'minimum-above-total',
    ]);
    expect(lineObstacles({ ...terms, until: day('2040-01-01') }, day('2026-11-23'))).toEqual(['too-long']);
    const huge = { ...terms, per: 'week', periodQty: 9_000_000_000_000_000 } as const;
    expect(lineObstacles(huge, day('2026-11-23'))).toEqual(['quantity-too-large']);
  });

  test('is not revised below what is promised of it, nor over another revision', () => {
    const line = { state: 'open', revision: 2, drawnQty: 8 * tonne } as const;
    expect(revisionObstacles(line, { revision: 2, totalQty: 8 * tonne })).toEqual([]);
    expect(revisionObstacles({ ...line, state: 'withdrawn' }, { revision: 1, totalQty: 8 * tonne - 1 })).toEqual([
      'withdrawn',
      'changed-meanwhile',
      'below-promised',
    ]);
  });
});
