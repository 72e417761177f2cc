import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import { contractPrice, readingDay, type ConfirmedPrice, type PriceRule } from './price.ts';
import {
  deductionKinds,
  lowersPrice,
  paymentObstacles,
  statementLines,
  statementObstacles,
  statementOf,
  type Billable,
  type Deduction,
} from './settlement.ts';

const first = day('2026-12-01');
const fixed = { priceKind: 'fixed', priceVnd: 14_000, marketReading: null, unitQty: 1_000 } as const;
const floor = { priceKind: 'floor-market', priceVnd: 7_000, marketReading: 'delivery-day', unitQty: 1_000 } as const;
const load = (qty: number, deliveredOn: Day = first): Billable => ({
  delivery: `load-${qty}`,
  kind: 'contract',
  deliveredOn,
  qty,
  pricing: 'contract',
});

describe('the price of a day', () => {
  test.each([
    ['below the floor', 6_500, 7_000],
    ['at the floor', 7_000, 7_000],
    ['above the floor', 10_000, 10_000],
  ])('is the market’s but never below the floor: %s', (_, market, price) => {
    expect(contractPrice(floor, first, [{ id: 'p', on: first, priceVnd: market }])).toEqual({
      priceVnd: price,
      priceId: 'p',
    });
  });

  test('is not known while the market of the reading day is not confirmed', () => {
    expect(contractPrice(floor, first, [{ id: 'p', on: addDays(first, 1), priceVnd: 9_000 }])).toBeUndefined();
    expect(contractPrice(fixed, first, [])).toEqual({ priceVnd: 14_000, priceId: null });
  });

  test('is read on the day the contract names', () => {
    expect(readingDay(day('2026-12-10'), 'delivery-day')).toBe('2026-12-10');
    expect(readingDay(day('2026-12-10'), 'monday')).toBe('2026-12-07');
    expect(readingDay(day('2026-12-10'), 'first-of-month')).toBe('2026-12-01');
  });
});

describe('a statement', () => {
  test('damage lowers the price before VAT, an advance is set off after it', () => {
    const { lines } = statementLines([load(1_800_000)], fixed, []);
    const deductions = [
      { kind: 'damage', amountVnd: 200_000 },
      { kind: 'advance', amountVnd: 5_000_000 },
    ] as const;
    expect(statementOf(lines, deductions, 500)).toEqual({
      goodsVnd: 25_200_000,
      reductionVnd: 200_000,
      vatVnd: 1_250_000,
      setOffVnd: 5_000_000,
      amountVnd: 21_250_000,
    });
  });

  test('without VAT has no VAT', () => {
    expect(statementOf([{ amountVnd: 999 }], [], null)).toMatchObject({ vatVnd: 0, amountVnd: 999 });
  });

  test('names all the reasons why a period cannot be settled, with the days whose price is missing', () => {
    const priced = statementLines([load(1_000), load(2_000, addDays(first, 1))], floor, []);
    const statement = statementOf(priced.lines, [{ kind: 'quality', amountVnd: 1 }], 500);
    const given = { from: first, until: addDays(first, 5), everSigned: true, ...priced, statement };
    expect(statementObstacles(given, first)).toEqual([
      'period-not-over',
      'reductions-exceed-goods',
      'deductions-exceed-amount',
      { code: 'market-price-missing', days: '2026-12-01, 2026-12-02' },
    ]);
  });

  test('that no đồng amount holds is refused, not rounded', () => {
    const priced = statementLines([load(1_000_000_000_000)], { ...fixed, priceVnd: 1_000_000_000_000 }, []);
    expect(priced).toMatchObject({ lines: [], tooLarge: true });
    const given = { from: first, until: first, everSigned: true, ...priced, statement: statementOf([], [], null) };
    expect(statementObstacles(given, first)).toEqual(['amount-too-large']);
  });

  test('is paid to the đồng, and not one more', () => {
    const agreed = { state: 'agreed', amountVnd: 1_000 } as const;
    const payment = { amountVnd: 400, paidOn: first, recordedVnd: 600 };
    expect(paymentObstacles(agreed, payment, first)).toEqual([]);
    expect(paymentObstacles(agreed, { ...payment, amountVnd: 401, paidOn: addDays(first, 1) }, first)).toEqual([
      'in-the-future',
      'more-than-due',
    ]);
    expect(paymentObstacles({ ...agreed, state: 'issued' }, payment, first)).toEqual(['not-agreed']);
  });
});

/** Half away from zero, counted in another way than the code under test: by remainder, not by doubling. */
function rounded(numerator: bigint, divisor: bigint): bigint {
  const whole = numerator / divisor;
  return (numerator % divisor) * 2n >= divisor ? whole + 1n : whole;
}

const days = fc.integer({ min: 0, max: 59 }).map((offset) => addDays(first, offset));
const history = fc.record({
  rule: fc.record({
    priceKind: fc.constantFrom('fixed', 'floor-market'),
    priceVnd: fc.integer({ min: 1, max: 900_000 }),
    marketReading: fc.constantFrom('delivery-day', 'monday', 'first-of-month'),
    unitQty: fc.constantFrom(1, 7, 10, 1_000, 100_000),
  }) as fc.Arbitrary<PriceRule & { unitQty: number }>,
  market: fc.integer({ min: 1, max: 900_000 }),
  loads: fc.array(
    fc.record({
      qty: fc.integer({ min: 1, max: 30_000_000_000 }),
      on: days,
      kind: fc.constantFrom('contract', 'outside'),
      pricing: fc.constantFrom('contract', 'market'),
    }),
    { minLength: 1, maxLength: 60 },
  ),
  deductions: fc.array(
    fc.record({ kind: fc.constantFrom(...deductionKinds), amountVnd: fc.integer({ min: 1, max: 90_000_000 }) }),
    {
      maxLength: 12,
    },
  ) as fc.Arbitrary<Deduction[]>,
  vatBp: fc.option(fc.integer({ min: 0, max: 10_000 })),
  shares: fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 6 }),
});

// A thousand take a second or two; LIENKET_LONG=1 takes more.
const runs = process.env['LIENKET_LONG'] === '1' ? 20_000 : 1_000;

test('over a thousand random histories, statements equal deliveries, deductions and payments to the đồng', () => {
  fc.assert(
    fc.property(history, ({ rule, market, loads, deductions, vatBp, shares }) => {
      const prices: ConfirmedPrice[] = [...Array(90).keys()].map((offset) => ({
        id: `p${offset}`,
        on: addDays(first, offset - 10),
        priceVnd: market + offset,
      }));
      const items: Billable[] = loads.map(({ qty, on, kind, pricing }, index) => ({
        delivery: String(index),
        kind,
        deliveredOn: on,
        qty,
        pricing: kind === 'contract' ? 'contract' : pricing,
      }));
      const { lines, unpricedOn, tooLarge } = statementLines(items, rule, prices);
      expect(unpricedOn).toEqual([]);

      let goods = 0n;
      for (const { qty, deliveredOn, pricing } of items) {
        const read = prices.find((price) => price.on === readingDay(deliveredOn, rule.marketReading))!;
        const byRule = rule.priceKind === 'fixed' ? rule.priceVnd : Math.max(rule.priceVnd, read.priceVnd);
        goods += rounded(BigInt(qty) * BigInt(pricing === 'market' ? read.priceVnd : byRule), BigInt(rule.unitQty));
      }
      expect(tooLarge).toBe(goods > 2_000_000_000_000_000n);
      if (tooLarge) return;
      const statement = statementOf(lines, deductions, vatBp);
      const sumOf = (before: boolean) =>
        deductions
          .filter(({ kind }) => lowersPrice(kind) === before)
          .reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n);
      const taxable = goods - sumOf(true);
      const vat = vatBp === null || taxable < 0n ? 0n : rounded(taxable * BigInt(vatBp), 10_000n);
      expect(BigInt(statement.goodsVnd)).toBe(goods);
      expect(BigInt(statement.amountVnd)).toBe(taxable + vat - sumOf(false));

      // Paid in parts: what is left of each payment is exactly what the next may take.
      if (statement.amountVnd <= 0) return;
      let paid = 0;
      for (const share of [...shares, 10_000]) {
        const leftVnd = statement.amountVnd - paid;
        const amountVnd = Math.max(1, share === 10_000 ? leftVnd : Math.floor(leftVnd / 10_000) * share);
        const obstacles = paymentObstacles(
          { state: 'agreed', amountVnd: statement.amountVnd },
          { amountVnd, paidOn: first, recordedVnd: paid },
          first,
        );
        if (paid === statement.amountVnd) expect(obstacles).toEqual(['more-than-due']);
        else {
          expect(obstacles).toEqual([]);
          paid += amountVnd;
        }
      }
      expect(paid).toBe(statement.amountVnd);
    }),
    { numRuns: runs, seed: 20261123 },
  );
});
