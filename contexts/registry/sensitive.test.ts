import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sensitiveObstacles, shownGroups, withdrawingObstacles } from './sensitive.ts';

const today = day('2026-11-23');
const terms = {
  field: 'ethnicity' as const,
  ethnicity: '09',
  poverty: null,
  party: 'person',
  erased: false,
  today,
};

test('a people is a person’s, a household may be poor, and each value stands in its own field', () => {
  expect(sensitiveObstacles(terms)).toEqual([]);
  expect(sensitiveObstacles({ ...terms, party: 'household' })).toEqual(['no-person']);
  const poor = { ...terms, field: 'poverty' as const, ethnicity: null, poverty: { year: 2026 }, party: 'household' };
  expect(sensitiveObstacles(poor)).toEqual([]);
  expect(sensitiveObstacles({ ...poor, ethnicity: '09', poverty: null, party: 'group', erased: true })).toEqual([
    'value-missing',
    'value-of-another-field',
    'no-person',
    'erased',
  ]);
  expect(sensitiveObstacles({ ...poor, poverty: { year: 2027 } })).toEqual(['year-in-future']);
});

test('only what is kept by consent is withdrawn', () => {
  const kept = { basis: 'consent' as const, erased: false, withdrawnOn: today, today };
  expect(withdrawingObstacles(kept)).toEqual([]);
  expect(withdrawingObstacles({ basis: 'statute', erased: true, withdrawnOn: day('2026-11-24'), today })).toEqual([
    'not-by-consent',
    'erased-already',
    'withdrawn-in-future',
  ]);
});

test('small groups are hidden, with another one where the total would give them away', () => {
  const shown = (...counts: number[]) =>
    Object.fromEntries(
      shownGroups(
        counts.map((count, at) => ({ code: String(at), count })),
        5,
      ).map(({ code, count }) => [code, count]),
    );
  expect(shown(20, 7)).toEqual({ 0: 20, 1: 7 });
  expect(shown(20, 7, 2)).toEqual({ 0: 20, 1: null, 2: null });
  expect(shown(20, 2, 3)).toEqual({ 0: 20, 1: null, 2: null });
  expect(shown(20, 1, 1)).toEqual({ 0: null, 1: null, 2: null });
  expect(shown(3)).toEqual({ 0: null });
  expect(shown(20, 0)).toEqual({ 0: 20 });
});

test('whoever knows the total works out no group below the least', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 12 }), fc.integer({ min: 2, max: 10 }), (counts, least) => {
      const groups = counts.map((count, at) => ({ code: String(at), count }));
      const shown = shownGroups(groups, least);
      expect(shown.every(({ count }) => count === null || count >= least)).toBe(true);
      const hidden = shown.filter(({ count }) => count === null).map(({ code }) => counts[Number(code)]!);
      const all = hidden.length === shown.length;
      if (hidden.length > 0 && !all) {
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(least);
      }
    }),
  );
});
