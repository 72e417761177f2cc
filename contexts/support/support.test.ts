import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { checkTable } from '#platform/feel/check.ts';
import { coverageOf } from '#platform/feel/coverage.ts';
import { runTable } from '#platform/feel/run.ts';
import { factNames } from '#kernel/fact.ts';
import { decisionObstacles, examinationObstacles, submissionObstacles, type Deciding } from './application.ts';
import { closingObstacles, handoverObstacles, isFullyReceived, type Given } from './disbursement.ts';
import { eligibilityTable, grantTable, sampleClauses } from './policy.example.ts';
import { partsOf, type Part } from './policy.ts';

const codes = (obstacles: readonly { code: string }[]): string[] => obstacles.map(({ code }) => code);
const seedlings: Part = { part: 'seedlings', kind: 'in-kind', count: 2_400, amountVnd: 60_000_000 };
const materials: Part = { part: 'materials', kind: 'money', count: null, amountVnd: 45_000_000 };

describe('the rules of the measure', () => {
  test('are FEEL, ask only for facts there are, and each rests on a clause', () => {
    expect(checkTable(eligibilityTable, factNames)).toEqual([]);
    expect(checkTable(grantTable, factNames)).toEqual([]);
    expect(eligibilityTable.rules.map(({ annotation }) => annotation!.clause).sort()).toEqual(
      sampleClauses.map(({ code }) => code).sort(),
    );
  });

  test('give an amount for every area, and never two', () => {
    expect(coverageOf(grantTable)).toMatchObject({ findings: [], isComplete: true });
  });

  test.each([
    [4_999, []],
    [30_000, [2_400, 60_000_000, 45_000_000, 20_000_000]],
    [90_000, [4_000, 100_000_000, 75_000_000, 20_000_000]],
  ])('for %i m² the parts come out whole', (requestedAreaM2, amounts) => {
    const [given = {}] = runTable(grantTable, { requestedAreaM2 }).outputs;
    const parts = partsOf(
      [
        { code: 'seedlings', kind: 'in-kind' },
        { code: 'materials', kind: 'money' },
        { code: 'training', kind: 'money' },
      ],
      given,
    );
    expect(parts.flatMap(({ count, amountVnd }) => (count === null ? [amountVnd] : [count, amountVnd]))).toEqual(
      amounts,
    );
  });
});

describe('handing in', () => {
  const asked = {
    state: 'draft',
    areaM2: 30_000,
    openFrom: day('2026-01-01'),
    openUntil: null,
    today: day('2026-11-23'),
  } as const;
  test('a draft with an area may be handed in while the measure is open', () => {
    expect(submissionObstacles(asked)).toEqual([]);
  });
  test('every reason against it is named', () => {
    expect(
      codes(submissionObstacles({ ...asked, state: 'approved', areaM2: null, openUntil: day('2026-06-30') })),
    ).toEqual(['not-a-draft', 'area-missing', 'no-longer-open']);
  });
});

describe('two levels, in order and by two people', () => {
  const deciding: Deciding = {
    state: 'examined',
    version: 1,
    seenVersion: 1,
    submittedBy: 'director',
    examinedBy: 'commune',
    by: 'province',
    decision: 'approved',
    outcome: 'yes',
    granted: [seedlings, materials],
    parts: [seedlings, materials],
    budgetVnd: 105_000_000,
    approvedVnd: 0,
  };
  test('approval of just what the rules give, with just that budget, stands', () => {
    expect(decisionObstacles(deciding)).toEqual([]);
  });
  test.each<[string, Partial<Deciding>, string[]]>([
    ['one đồng beyond the budget', { approvedVnd: 1 }, ['over-budget']],
    ['one seedling beyond the rules', { parts: [{ ...seedlings, count: 2_401 }] }, ['more-than-the-rules-give']],
    ['one đồng beyond the rules', { parts: [{ ...materials, amountVnd: 45_000_001 }] }, ['more-than-the-rules-give']],
    ['seedlings without their number', { parts: [{ ...seedlings, count: null }] }, ['count-does-not-fit']],
    ['a part the rules do not know', { parts: [{ ...materials, part: 'tractor' }] }, ['part-not-given-by-the-rules']],
    ['nothing', { parts: [] }, ['nothing-granted']],
    ['an application the commune has not seen', { state: 'submitted' }, ['not-examined']],
    ['by the one who examined it', { by: 'commune' }, ['same-person-examined']],
    ['by the one who handed it in', { by: 'director' }, ['own-application']],
    ['of a version that is no longer the last', { seenVersion: 2 }, ['another-version']],
    ['against a clause', { outcome: 'no' }, ['not-eligible']],
    ['while a fact is missing', { outcome: 'unknown' }, ['eligibility-unknown']],
  ])('approving %s is refused', (_, change, expected) => {
    expect(codes(decisionObstacles({ ...deciding, ...change }))).toEqual(expected);
  });
  test('a refusal needs the order and the second person, not the budget', () => {
    expect(decisionObstacles({ ...deciding, decision: 'refused', outcome: 'no', parts: [], approvedVnd: 9e9 })).toEqual(
      [],
    );
    expect(codes(decisionObstacles({ ...deciding, decision: 'refused', state: 'submitted', by: 'commune' }))).toEqual([
      'not-examined',
      'same-person-examined',
    ]);
  });
  test('the commune looks at what was handed in, at the version it read, and not at its own', () => {
    const seen = { state: 'submitted', version: 2, seenVersion: 2, submittedBy: 'director', by: 'commune' } as const;
    expect(examinationObstacles(seen)).toEqual([]);
    expect(codes(examinationObstacles({ ...seen, state: 'draft', seenVersion: 1, by: 'director' }))).toEqual([
      'not-submitted',
      'another-version',
      'own-application',
    ]);
  });
});

describe('handing over', () => {
  const handing = {
    state: 'approved',
    decidedOn: day('2026-11-20'),
    granted: [seedlings, materials],
    lines: [] as Given[],
    given: { ...seedlings, count: 1_200, amountVnd: 30_000_000 },
    givenOn: day('2026-11-22'),
    today: day('2026-11-23'),
  } as const;
  const half: Given = { ...handing.given, state: 'confirmed' };
  test('the second half fits, and not a seedling more', () => {
    expect(handoverObstacles({ ...handing, lines: [half] })).toEqual([]);
    expect(codes(handoverObstacles({ ...handing, lines: [half], given: { ...handing.given, count: 1_201 } }))).toEqual([
      'more-pieces-than-granted',
    ]);
    expect(
      codes(handoverObstacles({ ...handing, lines: [half], given: { ...handing.given, amountVnd: 30_000_001 } })),
    ).toEqual(['more-than-granted']);
  });
  test('a line that was taken back gives its room free', () => {
    const all: Given = { ...seedlings, state: 'withdrawn' };
    expect(handoverObstacles({ ...handing, lines: [all] })).toEqual([]);
  });
  test('nothing is handed over before the decision, in the future, or without one', () => {
    expect(codes(handoverObstacles({ ...handing, givenOn: day('2026-11-19') }))).toEqual(['before-the-decision']);
    expect(codes(handoverObstacles({ ...handing, givenOn: day('2026-11-24') }))).toEqual(['in-the-future']);
    expect(codes(handoverObstacles({ ...handing, state: 'examined', granted: [] }))).toEqual([
      'not-approved',
      'part-not-granted',
    ]);
  });
  test('it is complete when every piece and đồng was confirmed', () => {
    const lines: Given[] = [half, half, { ...materials, state: 'confirmed' }];
    expect(isFullyReceived([seedlings, materials], lines)).toBe(true);
    expect(isFullyReceived([seedlings, materials], lines.slice(1))).toBe(false);
    expect(isFullyReceived([seedlings, materials], [half, half, { ...materials, state: 'recorded' }])).toBe(false);
  });
  test('it is not closed over what is unconfirmed or disputed', () => {
    expect(
      codes(
        closingObstacles('approved', [
          { ...half, state: 'recorded' },
          { ...half, state: 'disputed' },
        ]),
      ),
    ).toEqual(['receipt-unconfirmed', 'receipt-disputed']);
  });
});
