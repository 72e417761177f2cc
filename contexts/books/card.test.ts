import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criteria, ratingClasses, ratingOf, type RatingInputs, type RatingRules } from './rating-card.ts';
import { sizeClasses, sizeOf, type SizeInputs, type SizeRule } from './size-card.ts';

const rule = (row: SizeRule['row'], members: number, revenueVnd: number, capitalVnd: number): SizeRule => ({
  row,
  key: `size.agri.${row}`,
  threshold: { members, revenueVnd, capitalVnd },
  source: 'Nghị định 113/2024/NĐ-CP, Điều 5',
  verified: true,
});
const agri: readonly SizeRule[] = [
  rule('large', 300, 50e9, 10e9),
  rule('medium', 200, 10e9, 5e9),
  rule('small', 50, 2e9, 1e9),
];
const unestablished = (row: SizeRule['row']): SizeRule => ({ ...rule(row, 1, 1, 1), threshold: null, verified: false });
const inputs = (members: number | null, revenueVnd: number | null, capitalVnd: number | null): SizeInputs => ({
  applies: true,
  sectors: ['agri'],
  readings: [],
  members,
  revenueVnd,
  capitalVnd,
});

describe('size', () => {
  test.each([
    [300, 50e9, 0, 'large'],
    [299, 50e9, 10e9, 'medium'],
    [54, 0.85e9, 1.9e9, 'small'],
    [49, 90e9, 90e9, 'micro'],
    [54, 0.85e9, 0.9e9, 'micro'],
  ])('%i members, revenue %d, capital %d: %s', (members, revenue, capital, expected) => {
    expect(sizeOf(agri, inputs(members, revenue, capital))).toMatchObject({ class: expected, blanks: [] });
  });

  test('a blank that cannot make a difference is no hindrance', () => {
    expect(sizeOf(agri, inputs(10, null, null)).class).toBe('micro');
    expect(sizeOf(agri, inputs(300, 60e9, null)).class).toBe('large');
  });

  test('a blank that could is named, and there is no class: never micro by default', () => {
    expect(sizeOf(agri, inputs(null, 1, 1))).toMatchObject({ class: 'micro' });
    expect(sizeOf(agri, inputs(null, 3e9, 1))).toMatchObject({ class: null, blanks: ['members'] });
    expect(sizeOf(agri, inputs(60, null, 0.5e9))).toMatchObject({ class: null, blanks: ['revenueVnd'] });
    expect(sizeOf(agri, inputs(null, null, null))).toMatchObject({
      class: null,
      blanks: ['members', 'revenueVnd', 'capitalVnd'],
    });
  });

  test('a row that no source gives leaves open whatever is not above it', () => {
    const industry = [rule('large', 100, 80e9, 20e9), unestablished('medium'), unestablished('small')];
    expect(sizeOf(industry, inputs(120, 90e9, 1)).class).toBe('large');
    expect(sizeOf(industry, inputs(3, 1, 1))).toMatchObject({ class: null, blanks: ['row-medium', 'row-small'] });
    expect(sizeOf([], inputs(3, 1, 1))).toMatchObject({
      class: null,
      blanks: ['row-large', 'row-medium', 'row-small'],
    });
  });

  test('the sector is told, or nothing is', () => {
    expect(sizeOf(agri, { ...inputs(3, 1, 1), sectors: ['agri', 'services'] }).blanks).toEqual(['several-sectors']);
    expect(sizeOf(agri, { ...inputs(3, 1, 1), sectors: [] }).blanks).toEqual(['sector-unknown']);
    expect(sizeOf(agri, { ...inputs(3, 1, 1), applies: false }).blanks).toEqual(['not-for-this-kind']);
  });

  const amount = fc.nat(400);
  test('more members, revenue or capital never make it smaller; a blank filled in never contradicts a class', () => {
    const rank = (given: SizeInputs): number => sizeClasses.indexOf(sizeOf(agri, given).class!);
    const scaled = (members: number, revenue: number, capital: number) => inputs(members, revenue * 2e8, capital * 1e8);
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), fc.tuple(amount, amount, amount), ([m, r, c], [dm, dr, dc]) => {
        expect(rank(scaled(m + dm, r + dr, c + dc))).toBeGreaterThanOrEqual(rank(scaled(m, r, c)));
        const open = sizeOf(agri, { ...scaled(m, r, c), revenueVnd: null }).class;
        if (open !== null) expect(sizeOf(agri, scaled(m, r, c)).class).toBe(open);
      }),
    );
  });
});

const rules = (most: (criterion: number) => number | null): RatingRules => ({
  parts: criteria.flatMap(({ number, parts }) =>
    parts.map((part) => ({ criterion: number, part, most: most(number), source: 'test', verified: false })),
  ),
  bands: { good: 80, fair: 65, average: 50, minMonthsOperating: 12, maxMonthsStopped: 3 },
});
const points = (each: (criterion: number) => number | null): RatingInputs['points'] =>
  criteria.flatMap(({ number, parts }) =>
    parts.map((part) => ({ criterion: number, part, self: each(number), checked: each(number) })),
  );
const lived = { applies: true, monthsOperating: 40, monthsStopped: 0 };

describe('rating', () => {
  test('while a split of points is not established there is no total, and each blank is named', () => {
    const result = ratingOf(
      rules((n) => (n < 10 ? 6 : null)),
      { ...lived, points: points((n) => (n < 10 ? 3 : null)) },
    );
    expect(result).toMatchObject({ class: null, totalPoints: null, checkedPoints: 51 });
    expect(result.blanks).toEqual(['most-10', 'most-11', 'most-12', 'most-13', 'most-14', 'most-15']);
  });

  test('points the officer has not checked do not count', () => {
    const given = points(() => 4).map((one) => (one.criterion === 5 ? { ...one, checked: null } : one));
    expect(
      ratingOf(
        rules(() => 10),
        { ...lived, points: given },
      ),
    ).toMatchObject({ class: null, blanks: ['points-5'], selfPoints: 92 });
  });

  test('bands', () => {
    const at = (each: number) =>
      ratingOf(
        rules(() => 10),
        { ...lived, points: points(() => each) },
      );
    expect([at(2), at(3), at(4)].map((result) => [result.totalPoints, result.class])).toEqual([
      [46, 'weak'],
      [69, 'fair'],
      [92, 'good'],
    ]);
  });

  test('too young or at a standstill too long is not graded; unknown is a blank', () => {
    const given = { ...lived, points: points(() => 4) };
    const by = (more: Partial<RatingInputs>) =>
      ratingOf(
        rules(() => 10),
        { ...given, ...more },
      );
    expect(by({ monthsOperating: 11 })).toMatchObject({ class: null, notGraded: 'too-young', blanks: [] });
    expect(by({ monthsStopped: 4 })).toMatchObject({ class: null, notGraded: 'stopped-too-long', blanks: [] });
    expect(by({ monthsStopped: null })).toMatchObject({ class: null, notGraded: null, blanks: ['months-stopped'] });
  });

  test('a point more never lowers the class', () => {
    const line = fc.array(fc.nat(5), { minLength: 23, maxLength: 23 });
    fc.assert(
      fc.property(line, fc.nat(22), (given, at) => {
        const of = (values: readonly number[]) => {
          const all = points(() => 0).map((one, index) => ({ ...one, checked: values[index]! }));
          return ratingClasses.indexOf(
            ratingOf(
              rules(() => 10),
              { ...lived, points: all },
            ).class!,
          );
        };
        expect(of(given.with(at, given[at]! + 1))).toBeGreaterThanOrEqual(of(given));
      }),
    );
  });
});
