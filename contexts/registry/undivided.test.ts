import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#kernel/day.ts';
import {
  enteredUndividedKinds,
  sumIn,
  undividedAccounts,
  undividedLines,
  undividedObstacles,
  undividedOn,
  undividedReversal,
  undividedReversalObstacles,
  undividedSources,
  type GivenUndivided,
  type UndividedEntry,
} from './undivided.ts';

const firstDay = day('2025-01-01');
const organisation = { kind: 'cooperative', provenance: 'entered', status: 'operating', foundedOn: firstDay };
const today = day('2026-11-23');

const given = (more: Partial<GivenUndivided> = {}): GivenUndivided => ({
  kind: 'formed',
  onDay: day('2025-03-01'),
  account: 'fund',
  source: 'surplus',
  pledgeBarred: false,
  amountVnd: 10_000_000,
  document: null,
  ...more,
});

const entered = (...acts: readonly GivenUndivided[]): UndividedEntry[] =>
  acts.map((act, at) => ({ number: at + 1, kind: act.kind, onDay: act.onDay, lines: undividedLines(act) }));

test('assets bought from the fund keep the source they were formed from, and the sum of both stays', () => {
  const entries = entered(
    given({ source: 'state-aid', pledgeBarred: true, amountVnd: 50 }),
    given({ kind: 'acquired', source: 'state-aid', pledgeBarred: true, amountVnd: 20, onDay: day('2025-04-01') }),
  );
  expect(undividedOn(entries, today)).toEqual([
    { account: 'fund', source: 'state-aid', pledgeBarred: true, amountVnd: 30 },
    { account: 'assets', source: 'state-aid', pledgeBarred: true, amountVnd: 20 },
  ]);
  expect(sumIn(undividedOn(entries, day('2025-03-31')), 'assets')).toBe(0);
});

test('every reason at once: a paper for what was given, no land in the fund, nothing of a group, not tomorrow', () => {
  const obstacles = undividedObstacles(given({ source: 'state-land', onDay: day('2027-01-01') }), {
    organisation: { ...organisation, kind: 'cooperative-group' },
    entries: [],
    today,
  });
  expect(obstacles.map(({ code }) => code)).toEqual([
    'organisation-has-none',
    'in-future',
    'document-missing',
    'source-of-other-account',
  ]);
});

test('an earlier use of the fund is refused where a later day would fall below nought', () => {
  const entries = entered(
    given({ amountVnd: 30 }),
    given({ kind: 'acquired', amountVnd: 25, onDay: day('2025-06-01'), document: 'HĐ 2' }),
  );
  const early = given({ kind: 'acquired', amountVnd: 10, onDay: day('2025-05-01'), document: 'HĐ 1' });
  expect(undividedObstacles(early, { organisation, entries, today })).toEqual([
    { code: 'below-nought', account: 'fund', source: 'surplus', onDay: '2025-06-01' },
  ]);
});

test('any sequence of entries keeps every source at or above nought, and every past day as it was told', () => {
  let count = 0;
  const step = fc.record({
    kind: fc.constantFrom(...enteredUndividedKinds),
    onDay: fc.nat({ max: 60 }).map((days) => addDays(firstDay, days)),
    account: fc.constantFrom(...undividedAccounts),
    source: fc.constantFrom(...undividedSources),
    pledgeBarred: fc.boolean(),
    amountVnd: fc.integer({ min: 1, max: 9 }),
    document: fc.constant('QĐ 1'),
    back: fc.integer({ min: 0, max: 5 }),
  });
  const days = Array.from({ length: 61 }, (_, at) => addDays(firstDay, at));
  const told = (entries: readonly UndividedEntry[], on: (typeof days)[number], known?: number) =>
    JSON.stringify(undividedOn(entries, on, known));
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      let entries: readonly UndividedEntry[] = [];
      const seen: string[][] = [];
      for (const { back, ...act } of steps) {
        const last = entries.at(-1);
        const isBack = back === 0 && last !== undefined;
        const facts = { reversedAlready: false, caused: false, provenance: 'entered', entries };
        const obstacles = isBack
          ? undividedReversalObstacles({ entry: last, ...facts })
          : undividedObstacles(act, { organisation, entries, today });
        if (obstacles.length > 0) continue;
        const { number, kind, onDay, lines } = isBack
          ? undividedReversal(last, entries)
          : { number: entries.length + 1, kind: act.kind, onDay: act.onDay, lines: undividedLines(act) };
        entries = [...entries, { number, kind, onDay, lines }];
        count += 1;
        seen.push(days.map((on) => told(entries, on)));
      }
      for (const on of days) expect(undividedOn(entries, on).every(({ amountVnd }) => amountVnd > 0)).toBe(true);
      for (const [at, days_] of seen.entries())
        expect(days.filter((on, index) => told(entries, on, at + 1) !== days_[index])).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(count).toBeGreaterThan(200);
});
