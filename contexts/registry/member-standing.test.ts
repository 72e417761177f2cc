import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import { capMarks, capObstacles, type Holder } from './capital-cap.ts';
import { heldOn, sinceObstacles, type Held } from './member-standing.ts';

const [before, since, later] = [day('2026-02-28'), day('2026-03-01'), day('2026-06-01')];
const foreigner: Held = {
  standing: 'associate-capital',
  foreign: true,
  former: [
    { until: later, standing: 'official-both', foreign: null },
    { until: since, standing: null, foreign: false },
    { until: since, standing: 'official-use', foreign: null },
  ],
};

test.each([
  [before, 'official-use', false],
  [since, 'official-both', true],
  [day('2026-05-31'), 'official-both', true],
  [later, 'associate-capital', true],
] as const)('on %s a member is what was told of that day', (on, standing, foreign) => {
  expect(heldOn(foreigner, on)).toEqual({ standing, foreign });
});

const [an, binh] = ['an', 'binh'] as MemberId[];
const holders = new Map<MemberId, Holder>([
  [an!, foreigner],
  [binh!, { standing: 'official-both', foreign: false }],
]);
const limit = { key: 'foreignTotalMaxStake', from: day('2020-01-01'), until: null, source: 'test', verified: true };
const versions = [{ ...limit, basisPoints: 3_000 }];

test('who was no foreign investor yet stands under no cap of foreign investors', () => {
  const balances = new Map([an!, binh!].map((id) => [id, { subscribedVnd: 50, paidVnd: 50 }]));
  const marksOn = (on: typeof since) =>
    capMarks(balances, holders, { foreign: versions[0] }, on).map(({ cap, partVnd }) => [cap, partVnd]);
  expect(marksOn(before)).toEqual([]);
  expect(marksOn(since)).toEqual([['foreign', 50]]);
});

test('an act of an earlier day is refused from the day on which the mark counts', () => {
  const line = (member: MemberId, vnd: number) => ({
    member,
    form: 'money' as const,
    subscribedVnd: vnd,
    paidVnd: vnd,
  });
  const entry = (number: number, onDay: typeof since, member: MemberId, vnd: number) => ({
    number,
    kind: 'subscribed' as const,
    onDay,
    lines: [line(member, vnd)],
  });
  const first = [entry(1, day('2025-01-01'), binh!, 60), entry(2, since, binh!, 1)];
  const question = { kind: 'cooperative', foundedOn: null, versions, holders };
  const codesOf = (given: typeof first) =>
    capObstacles(given, entry(3, day('2026-01-01'), an!, 40), question).map(({ code, onDay }) => [code, onDay]);
  expect(codesOf(first.slice(0, 1)), 'nothing has happened since').toEqual([]);
  expect(codesOf(first)).toEqual([['foreign-above-cap', since]]);
});

test('since when something is so is told of standing and mark alone, of a day between joining and today', () => {
  const terms = { joinedOn: since, today: later };
  expect(sinceObstacles({ ...terms, since: undefined, fields: [] })).toEqual([]);
  expect(sinceObstacles({ ...terms, since, fields: ['foreignInvestor'] })).toEqual([]);
  expect(sinceObstacles({ ...terms, since: before, fields: ['name'] })).toEqual([
    'since-without-standing',
    'since-before-joining',
  ]);
  expect(sinceObstacles({ ...terms, since: day('2026-06-02'), fields: ['standing'] })).toEqual(['since-in-future']);
});
