import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import { annuity, monthlyPeriods, offerSchedule, totalInterest, yearShare } from './schedule.ts';

/** Public vectors of Apache Fineract and OpenGamma Strata, kept beside the project and not in it. */
const file =
  process.env['LIENKET_LOAN_VECTORS'] ?? new URL('../../../shared/data/loan-vectors.json', import.meta.url).pathname;
const hasVectors = existsSync(file);
// Loud where the vectors are missing: the count of skipped tests shows it, and so does this title.
const withVectors = hasVectors ? describe : describe.skip;

interface Vector {
  readonly test: string;
  readonly annual_rate_pct: string;
  readonly daysInMonth: string;
  readonly periods: readonly (readonly [Day, Day])[];
  readonly ops: readonly { readonly check?: readonly number[]; readonly op?: string }[];
}
interface Vectors {
  readonly annuity: readonly Vector[];
  readonly act_365f: readonly (readonly [string, Day, Day, string])[];
}
const vectors: Vectors = hasVectors
  ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors)
  : { annuity: [], act_365f: [] };

function lentIn({ test, ops }: Vector): number {
  const text = ops.map(({ op }) => op ?? '').join(' ');
  return Number(/toMoney\((\d+(?:\.\d+)?)\)/.exec(text)?.[1] ?? /disbursedAmt(\d+)/.exec(test)?.[1]);
}

withVectors(`vectors of other houses (${hasVectors ? 'present' : 'MISSING: set LIENKET_LOAN_VECTORS'})`, () => {
  test.each(vectors.annuity.map((vector) => [vector.test, vector] as const))('%s', (_, vector) => {
    const [whole = '0', fraction = ''] = vector.annual_rate_pct.split('.');
    const instalments = annuity({
      principal: lentIn(vector) * 100,
      rate: { numerator: Number(whole + fraction), denominator: 100 * 10 ** fraction.length },
      periods: vector.periods.map(([from, until]) => ({ from, until })),
      dayCount: vector.daysInMonth === 'DAYS_30' ? '30-360' : 'actual-365',
    });
    const checks = vector.ops.flatMap(({ check }) => (check === undefined ? [] : [check]));
    expect(checks.length).toBeGreaterThanOrEqual(vector.periods.length);
    for (const [at, , emi, , ...rest] of checks as number[][]) {
      const { payment, interest, principal, balance } = instalments[at!]!;
      const [interestDue, principalDue, outstanding] = rest.slice(-3);
      expect([payment, principal, balance], `instalment ${at! + 1}`).toEqual(
        [emi!, principalDue!, outstanding!].map((amount) => Math.round(amount * 100)),
      );
      // One row of a checked instalment is its first, empty part; the interest stands in the other.
      if (rest.length === 3) expect(interest).toBe(Math.round(interestDue! * 100));
    }
  });

  test.each(vectors.act_365f)('%s from %s to %s', (name, from, until, expected) => {
    const { numerator, denominator } = yearShare({ from, until }, name === 'ACT_360' ? 'actual-360' : 'actual-365');
    const days = [...expected.matchAll(/(\d+)d/g)].map((match) => Number(match[1]));
    expect(denominator).toBe(days.at(-1));
    expect(numerator).toBe(days.slice(0, -1).reduce((sum, one) => sum + one, 0));
  });
});

describe('a loan in equal payments', () => {
  test('200 million at 6.5 % over 12 months: whole đồng, and the last payment takes the rest', () => {
    const instalments = offerSchedule({
      amountVnd: 200_000_000,
      rateBp: 650,
      months: 12,
      paidOutOn: day('2026-12-01'),
    });
    expect(instalments[0]).toMatchObject({ dueOn: '2027-01-01', days: 31, interest: 1_104_110 });
    expect(new Set(instalments.slice(0, -1).map(({ payment }) => payment)).size).toBe(1);
    expect(instalments.at(-1)!.balance).toBe(0);
    expect(instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(200_000_000);
    expect(totalInterest(instalments)).toBeGreaterThan(6_900_000);
  });

  test('without interest the parts are equal and the last differs by the rounding', () => {
    const payments = offerSchedule({ amountVnd: 100, rateBp: 0, months: 3, paidOutOn: day('2026-12-01') }).map(
      ({ payment }) => payment,
    );
    expect(payments).toEqual([33, 33, 34]);
  });

  test('from the 31st on, each payment falls on the last day of its month', () => {
    expect(monthlyPeriods(day('2026-12-31'), 3).map(({ until }) => until)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });

  test('whatever the loan, principal comes back to the đồng, no balance is negative, and interest falls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000_000_000 }),
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 3_000 }),
        (amountVnd, rateBp, months, offset) => {
          const instalments = offerSchedule({
            amountVnd,
            rateBp,
            months,
            paidOutOn: addDays(day('2024-01-31'), offset),
          });
          expect(instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(amountVnd);
          expect(instalments.at(-1)!.balance).toBe(0);
          expect(instalments.every(({ balance, payment, interest }) => balance >= 0 && payment >= interest)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
