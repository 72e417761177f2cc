import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays, day, monthsBetween } from './day.ts';
import { closedYear, daysOfYear, reportingYear } from './reporting-year.ts';

test('a reporting year holds its own first and last day, and no other', () => {
  for (const year of [2024, 2025, 2026]) {
    const { from, until } = daysOfYear(year);
    expect([from, until].map(reportingYear)).toEqual([year, year]);
    expect([addDays(from, -1), addDays(until, 1)].map(reportingYear)).toEqual([year - 1, year + 1]);
    expect([until, addDays(until, 1)].map(closedYear)).toEqual([year - 1, year]);
  }
});

test('its days are written down in one place', () => {
  const written = ['contexts', 'web', 'kernel', 'app', 'platform']
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`))
    .filter((file) => !/\.test\.|\.example\.|words|reporting-year/.test(file))
    .filter((file) => /12-1[45]|\b12, 1[45]\b/.test(readFileSync(file, 'utf8')));
  expect(written).toEqual([]);
});

test.each([
  ['2025-12-14', '2026-12-14', 12],
  ['2025-12-15', '2026-12-14', 11],
  ['2025-12-13', '2026-12-14', 12],
  ['2024-02-29', '2025-02-28', 12],
  ['2025-01-31', '2025-02-28', 1],
  ['2025-01-31', '2025-02-27', 0],
  ['2026-01-01', '2026-12-14', 11],
  ['2026-12-15', '2026-12-14', -1],
])('from %s to %s are %i whole months', (from, until, months) => {
  expect(monthsBetween(day(from), day(until))).toBe(months);
});
