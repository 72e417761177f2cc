import fc from 'fast-check';
import { day } from '#kernel/day.ts';
import { describe, expect, test } from 'vitest';
import { yearBookObstacles, identityChecks, type AccountLine, type LineAmounts } from './year-book.ts';
import { patronageOf } from './patronage.ts';
import { byWeights, shareSurplus, type SurplusInputs, type SurplusRules } from './surplus.ts';

const rules: SurplusRules = {
  undividedLeastBp: 500,
  undividedVerified: false,
  patronageLeastBp: 5_000,
  patronageVerified: false,
};
const inputs: SurplusInputs = {
  profitVnd: 100_000_001,
  taxVnd: 10_000_000,
  lossesVnd: 5_000_000,
  funds: [
    { name: 'Quỹ chung không chia', isUndivided: true, shareBp: 1_000 },
    { name: 'Quỹ phát triển', isUndivided: false, shareBp: 2_000 },
  ],
  patronageBp: 7_000,
};
const weights = [
  { member: 'a', patronageVnd: 60_000_000, capitalVnd: 5_000_000 },
  { member: 'b', patronageVnd: 30_000_000, capitalVnd: 5_000_000 },
  { member: 'c', patronageVnd: 0, capitalVnd: 10_000_000 },
];
const sum = (amounts: readonly { amountVnd: number }[]): number => amounts.reduce((all, one) => all + one.amountVnd, 0);

describe('surplus', () => {
  test('tax, losses, funds, then members: by patronage first, the rest by capital', () => {
    const { lines, obstacles, warnings, membersVnd } = shareSurplus(rules, inputs, weights);
    expect([obstacles, warnings]).toEqual([[], []]);
    expect(lines.map(({ kind, member, amountVnd }) => [kind, member, amountVnd])).toEqual([
      ['tax', null, 10_000_000],
      ['losses', null, 5_000_000],
      ['undivided-fund', null, 8_500_000],
      ['fund', null, 17_000_000],
      ['patronage', 'a', 27_766_667],
      ['patronage', 'b', 13_883_333],
      ['capital', 'a', 4_462_500],
      ['capital', 'b', 4_462_500],
      ['capital', 'c', 8_925_001],
    ]);
    expect(membersVnd).toBe(59_500_001);
  });

  test('a rule that nobody has read warns, one that was read forbids', () => {
    const poor = { ...inputs, funds: [], patronageBp: 4_000 };
    expect(shareSurplus(rules, poor, weights)).toMatchObject({
      obstacles: [],
      warnings: ['undivided-fund-below-unverified', 'patronage-below-unverified'],
    });
    expect(shareSurplus({ ...rules, undividedVerified: true }, poor, weights).obstacles).toEqual([
      'undivided-fund-below-least',
    ]);
    expect(shareSurplus({ ...rules, undividedLeastBp: null }, poor, weights).warnings).toContain(
      'least-not-established',
    );
  });

  test('what cannot be shared says why, and nothing is shared', () => {
    const codes = (more: Partial<SurplusInputs>, by = weights) =>
      shareSurplus(rules, { ...inputs, ...more }, by).obstacles;
    expect(codes({ profitVnd: 0 })).toEqual(['no-surplus']);
    expect(codes({ lossesVnd: 200_000_000 })).toEqual(['taken-exceeds-profit']);
    expect(codes({ funds: [...inputs.funds, ...inputs.funds, { ...inputs.funds[0]!, shareBp: 9_000 }] })).toEqual([
      'funds-exceed-the-whole',
      'fund-twice',
    ]);
    expect(codes({}, [])).toEqual(['no-patronage-known', 'no-capital-known']);
  });

  const money = fc.nat(2_000_000_000);
  const bp = fc.nat(3_000);
  test('the parts sum to the profit, to the đồng, whatever is shared', () => {
    fc.assert(
      fc.property(
        fc.record({ profitVnd: fc.integer({ min: 1, max: 2_000_000_000 }), patronageBp: fc.nat(10_000) }),
        fc.tuple(bp, bp, bp),
        fc.array(fc.record({ patronageVnd: money, capitalVnd: money }), { minLength: 1, maxLength: 40 }),
        (given, shares, each) => {
          const funds = shares.map((shareBp, at) => ({ name: `Quỹ ${at}`, isUndivided: at === 0, shareBp }));
          const all = {
            ...given,
            taxVnd: Math.floor(given.profitVnd / 7),
            lossesVnd: Math.floor(given.profitVnd / 11),
            funds,
          };
          const by = each.map((one, at) => ({ member: `m${at}`, ...one }));
          const { lines, obstacles } = shareSurplus(rules, all, by);
          if (obstacles.length === 0) expect(sum(lines)).toBe(given.profitVnd);
          else expect(lines).toEqual([]);
        },
      ),
    );
  });

  test('nobody gets more than a đồng off the exact share, and the order of members does not matter', () => {
    fc.assert(
      fc.property(money, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }), (amount, each) => {
        const by = each.map((weight, at) => ({ id: `m${at}`, weight }));
        const total = each.reduce((all, weight) => all + weight, 0);
        const parts = byWeights(amount, by);
        if (total === 0) {
          expect(parts.size).toBe(0);
          return;
        }
        expect([...parts.values()].reduce((all, part) => all + part, 0)).toBe(amount);
        for (const { id, weight } of by)
          expect(Math.abs(parts.get(id)! - (amount * weight) / total)).toBeLessThan(1.000001);
        expect(byWeights(amount, by.toReversed())).toEqual(new Map([...parts].toReversed()));
      }),
    );
  });
});

describe('patronage', () => {
  const part = (harvest: string, qty: number, member: string | null, isWithdrawn = false) => ({
    harvest,
    qty,
    member,
    isWithdrawn,
  });
  test('follows the load through its lots to the plots; what leads to nobody is named and stays whole', () => {
    const shares = patronageOf(
      [{ delivery: 'd', qty: 1_000, amountVnd: 10_000 }],
      [
        { delivery: 'd', lot: 'l1', qty: 600, parts: [part('h1', 200, 'a'), part('h2', 100, null)] },
        { delivery: 'd', lot: 'l2', qty: 300, parts: [part('h3', 50, 'b', true)] },
      ],
    );
    expect(shares.map(({ lot, member, untraced, amountVnd }) => [lot, member, untraced, amountVnd])).toEqual([
      ['l1', 'a', null, 4_000],
      ['l1', null, 'plot-without-member', 2_000],
      ['l2', null, 'harvest-withdrawn', 3_000],
      [null, null, 'no-lot', 1_000],
    ]);
  });

  test('the shares sum to the statement', () => {
    const lot = fc.record({
      qty: fc.integer({ min: 1, max: 900 }),
      parts: fc.array(fc.tuple(fc.nat(50), fc.boolean()), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.nat(1_000_000),
        fc.array(lot, { maxLength: 4 }),
        (qty, amountVnd, lots) => {
          const dispatches = lots.map((one, at) => ({
            delivery: 'd',
            lot: `l${at}`,
            qty: one.qty,
            parts: one.parts.map(([n, known], index) => part(`h${index}`, n, known ? 'm' : null)),
          }));
          expect(sum(patronageOf([{ delivery: 'd', qty, amountVnd }], dispatches))).toBe(amountVnd);
        },
      ),
    );
  });
});

describe('books in short', () => {
  const result = (line: AccountLine, externalVnd: number | null, internalVnd: number | null): LineAmounts => ({
    line,
    externalVnd,
    internalVnd,
    totalVnd: null,
  });
  const position = (line: AccountLine, totalVnd: number): LineAmounts => ({
    line,
    externalVnd: null,
    internalVnd: null,
    totalVnd,
  });
  const lines = [
    result('revenue', 700, 150),
    result('other-income', 0, 0),
    result('cost', 500, 130),
    result('management', 60, 5),
    result('other-cost', 0, 0),
    result('tax', 20, 0),
    result('profit', 120, 15),
    position('assets', 1_400),
    position('liabilities', 400),
    position('equity', 1_000),
  ];
  const given = {
    lines,
    seen: 0,
    version: 0,
    reason: null,
    year: 2025,
    today: day('2026-02-01'),
    asOn: null,
    isFinalThere: false,
    isFounded: true,
  };

  test('what adds up is taken; an identity with a blank in it is neither right nor wrong', () => {
    expect(yearBookObstacles(given)).toEqual([]);
    expect(identityChecks(lines).map(({ identity, holds }) => [identity, holds])).toEqual([
      ['external-profit', true],
      ['internal-profit', true],
      ['balance', true],
      ['equity-parts', null],
      ['undivided-in-assets', null],
    ]);
  });

  test('what does not is refused with every reason', () => {
    const wrong = lines.map((one) => (one.line === 'profit' ? result('profit', 121, 15) : one));
    const all = [...wrong, position('undivided-assets', 1_500), { ...position('funds', -1), externalVnd: 4 }];
    expect(yearBookObstacles({ ...given, lines: all, version: 1 })).toEqual([
      'reason-missing',
      'changed-meanwhile',
      { code: 'wrong-column', line: 'funds' },
      { code: 'negative', line: 'funds' },
      { code: 'identity', identity: 'external-profit', expected: 120, found: 121 },
      { code: 'identity', identity: 'undivided-in-assets', expected: 1_400, found: 1_500 },
    ]);
  });
});
