import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import type { AnalyteResult, LimitSet, MarketVerdict } from './residue.ts';
import { marketVerdict, organicVerdict } from './verdict.ts';

const mg = (mgPerKg: number): number => Math.round(mgPerKg * 1_000_000);
const on = '2026-11-23' as Day;

const value = (analyte: string, x: number, u: number | null = null, loq = 0.01): AnalyteResult => ({
  analyte,
  kind: 'value',
  valueNgPerKg: mg(x),
  uncertaintyNgPerKg: u === null ? null : mg(u),
  loqNgPerKg: mg(loq),
});
const hidden = (analyte: string, kind: 'nd' | 'below-loq' = 'nd', loq = 0.01): AnalyteResult => ({
  analyte,
  kind,
  valueNgPerKg: null,
  uncertaintyNgPerKg: null,
  loqNgPerKg: mg(loq),
});

const europe: LimitSet = {
  id: 'eu-test',
  market: 'eu',
  version: 'test',
  commodity: 'passion-fruit',
  defaultRule: { kind: 'value', ngPerKg: mg(0.01), verified: true },
  sums: [],
  listed: [{ residue: 'tebuconazole', rule: 'limit', ngPerKg: mg(1), verified: false }],
};
const fipronil: LimitSet = {
  ...europe,
  sums: [
    {
      residue: 'fipronil-sum',
      components: [
        { analyte: 'fipronil', factorMillionths: 1_000_000 },
        { analyte: 'fipronil-sulfone', factorMillionths: 964_693 },
      ],
    },
  ],
  listed: [{ residue: 'fipronil-sum', rule: 'limit', ngPerKg: mg(0.02), verified: false }],
};
const withRule = (defaultRule: LimitSet['defaultRule']): LimitSet => ({ ...europe, defaultRule, listed: [] });
const both = ({ enforcement, release }: Pick<MarketVerdict, 'enforcement' | 'release'>) => [enforcement, release];
const of = (results: readonly AnalyteResult[], set = europe) => marketVerdict(results, set, on);

describe('a single residue against a limit of 1 mg/kg', () => {
  test.each([
    ['far below', 0.1, null, 'compliant', 'pass'],
    ['x + U is just the limit', 0.8, 0.2, 'compliant', 'pass'],
    ['x + U is a hair above the limit', 0.8, 0.200001, 'compliant', 'fail'],
    ['without a stated uncertainty half of the value is taken', 0.666666, null, 'compliant', 'pass'],
    ['half of the value above the limit', 0.666667, null, 'compliant', 'fail'],
    ['above the limit, but not beyond doubt', 1.9, null, 'compliant', 'fail'],
    ['x − U is just the limit', 2, null, 'compliant', 'fail'],
    ['x − U is a hair above the limit', 2.000002, null, 'not-compliant', 'fail'],
    ['a small stated uncertainty counts', 1.1, 0.05, 'not-compliant', 'fail'],
    ['nothing is rounded before comparing', 1.000001, 0, 'not-compliant', 'fail'],
  ])('%s', (...[, x, u, enforcement, release]) => {
    expect(both(of([value('tebuconazole', x, u)]))).toEqual([enforcement, release]);
  });
});

describe('what was not found', () => {
  test('not detected passes where the laboratory could have seen the limit', () => {
    expect(both(of([hidden('tebuconazole')]))).toEqual(['compliant', 'pass']);
  });
  test.each(['nd', 'below-loq'] as const)('with a LOQ above the limit %s is inconclusive, never a pass', (kind) => {
    const verdict = of([hidden('acephate', kind, 0.02)]);
    expect(both(verdict)).toEqual(['inconclusive', 'inconclusive']);
    expect(verdict.residues[0]?.notes).toEqual(['loq-above-limit']);
  });
  test('a number below its own LOQ counts as below LOQ', () => {
    const [residue] = of([value('tebuconazole', 0.004)]).residues;
    expect(residue).toMatchObject({ foundNgPerKg: null, release: 'pass', components: [{ kind: 'below-loq' }] });
  });
  test('an analyte no list names falls under the default of 0.01 mg/kg', () => {
    expect(both(of([value('acephate', 0.011, 0)]))).toEqual(['not-compliant', 'fail']);
    expect(of([hidden('acephate')]).residues[0]?.limit).toEqual({
      kind: 'value',
      ngPerKg: 10_000,
      listed: false,
      verified: true,
    });
  });
});

describe('a sum', () => {
  test('adds its components by molar factor; those below LOQ count nothing and are reported', () => {
    const verdict = of([value('fipronil', 0.01, 0), hidden('fipronil-sulfone', 'below-loq', 0.005)], fipronil);
    expect(verdict.residues[0]).toMatchObject({ residue: 'fipronil-sum', foundNgPerKg: 10_000, release: 'pass' });
    expect(verdict.residues[0]?.components.map(({ kind }) => kind)).toEqual(['value', 'below-loq']);
  });
  test('a factor is exact to the last digit', () => {
    const atLimit = [value('fipronil', 0.01, 0), value('fipronil-sulfone', 0.010366, 0)];
    expect(of(atLimit, fipronil).residues[0]).toMatchObject({ foundNgPerKg: 20_000, release: 'fail' });
    const below = [value('fipronil', 0.01, 0), value('fipronil-sulfone', 0.010365, 0)];
    expect(of(below, fipronil).residues[0]).toMatchObject({ foundNgPerKg: 19_999, release: 'pass' });
  });
  test('a component the report lacks leaves it open', () => {
    const verdict = of([hidden('fipronil')], fipronil);
    expect(both(verdict)).toEqual(['inconclusive', 'inconclusive']);
    expect(verdict.residues[0]?.notes).toEqual(['component-missing']);
  });
  test('what was found is enough when it is above the limit already', () => {
    expect(both(of([value('fipronil', 0.1)], fipronil))).toEqual(['not-compliant', 'fail']);
  });
  test('stated uncertainties add in quadrature', () => {
    const sums = { ...fipronil, listed: [{ ...fipronil.listed[0]!, ngPerKg: mg(0.015) }] };
    const evenFactors = {
      ...sums,
      sums: [
        {
          residue: 'fipronil-sum',
          components: sums.sums[0]!.components.map((c) => ({ ...c, factorMillionths: 1_000_000 })),
        },
      ],
    };
    const pair = (u: number) => [value('fipronil', 0.005, 0.003, 0.001), value('fipronil-sulfone', 0.005, u, 0.001)];
    expect(of(pair(0.004), evenFactors).release).toBe('pass');
    expect(of(pair(0.004001), evenFactors).release).toBe('fail');
  });
  test('LOQs that add up above the limit are noted', () => {
    const [residue] = of([hidden('fipronil', 'nd', 0.015), hidden('fipronil-sulfone', 'nd', 0.015)], fipronil).residues;
    expect(residue).toMatchObject({ release: 'pass', notes: ['loqs-add-up-above-limit'] });
  });
  test('its components are not judged once more by the default', () => {
    expect(of([hidden('fipronil'), hidden('fipronil-sulfone')], fipronil).residues).toHaveLength(1);
  });
});

describe('the default rule belongs to the limit set', () => {
  test('not allowed at all: a trace leaves it open, any amount breaches it', () => {
    const taiwan = withRule({ kind: 'not-allowed' });
    expect(both(of([hidden('acephate')], taiwan))).toEqual(['compliant', 'pass']);
    expect(both(of([hidden('acephate', 'below-loq')], taiwan))).toEqual(['inconclusive', 'inconclusive']);
    expect(both(of([value('acephate', 0.02)], taiwan))).toEqual(['not-compliant', 'fail']);
  });
  test('without a default nothing is said of what the list does not name', () => {
    expect(both(of([value('acephate', 5)], withRule({ kind: 'none' })))).toEqual(['no-limit', 'no-limit']);
  });
  test('an exempt substance has no limit', () => {
    const exempt = {
      ...europe,
      listed: [{ residue: 'azadirachtin', rule: 'exempt', ngPerKg: null, verified: true } as const],
    };
    expect(of([value('azadirachtin', 9)], exempt).residues[0]).toMatchObject({
      limit: { kind: 'exempt' },
      release: 'no-limit',
    });
  });
});

describe('the whole report', () => {
  test('the worst residue decides', () => {
    const results = [hidden('a'), hidden('b', 'nd', 0.5), value('c', 0.02)];
    expect(both(of(results))).toEqual(['inconclusive', 'fail']);
    expect(both(of(results.slice(0, 2)))).toEqual(['inconclusive', 'inconclusive']);
  });
  test('what the market names and nobody tested is listed', () => {
    expect(of([hidden('acephate')]).notTested.map(({ residue }) => residue)).toEqual(['tebuconazole']);
  });
  test('an empty report is no pass', () => {
    expect(both(of([]))).toEqual(['not-tested', 'not-tested']);
  });
  test('570 analytes in ten markets take milliseconds', () => {
    const results = Array.from({ length: 570 }, (_, at) => (at % 9 === 0 ? value(`a${at}`, 0.02) : hidden(`a${at}`)));
    of(results);
    const began = performance.now();
    for (let market = 0; market < 10; market += 1) of(results, fipronil);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe('for any value, limit and uncertainty', () => {
  const amounts = fc.integer({ min: 10_000, max: 5_000_000 });
  test('what may be released is never what would be prosecuted, and the decisions are those of plain arithmetic', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.option(fc.integer({ min: 0, max: 3_000_000 })), (x, limit, u) => {
        const set = { ...europe, listed: [{ residue: 'a', rule: 'limit', ngPerKg: limit, verified: true } as const] };
        const result = { ...value('a', 1), valueNgPerKg: x, uncertaintyNgPerKg: u };
        const { enforcement, release } = marketVerdict([result], set, on);
        const doubledU = u === null ? x : 2 * u;
        expect(enforcement).toBe(2 * x - doubledU > 2 * limit ? 'not-compliant' : 'compliant');
        expect(release).toBe(2 * x + doubledU <= 2 * limit ? 'pass' : 'fail');
      }),
    );
  });
});

describe('organic produce', () => {
  const isSynthetic = (analyte: string): boolean => analyte !== 'azadirachtin';
  test('any synthetic residue is a breach, even under the limit; a natural one is none', () => {
    const results = [
      value('tebuconazole', 0.02),
      value('azadirachtin', 0.5),
      hidden('acephate', 'below-loq'),
      hidden('b'),
    ];
    expect(organicVerdict(results, isSynthetic)).toEqual({ breaches: ['tebuconazole'], traces: ['acephate'] });
  });
});
