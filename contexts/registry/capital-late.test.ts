import { expect, test } from 'vitest';
import { day, type Day } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { lateOn } from './capital-late.ts';
import type { CapitalEntry, CapitalKind } from './capital.ts';

const [slow, prompt] = [newId<MemberId>(), newId<MemberId>()];
const entry = (
  number: number,
  kind: CapitalKind,
  onDay: Day,
  amounts: readonly (readonly [MemberId, subscribed: number, paid: number])[],
): CapitalEntry => ({
  number,
  kind,
  onDay,
  lines: amounts.map(([member, subscribedVnd, paidVnd]) => ({ member, form: 'money', subscribedVnd, paidVnd })),
});

const promised = entry(1, 'subscribed', day('2025-01-10'), [
  [slow, 10, 4],
  [prompt, 10, 10],
]);
const returned = entry(2, 'withdrawn', day('2026-05-01'), [
  [prompt, -10, -10],
  [slow, -10, -4],
]);
const undone = entry(3, 'reversed', day('2026-05-01'), [
  [slow, 10, 4],
  [prompt, 10, 10],
]);
const lateIn = (entries: readonly CapitalEntry[], on: string) => lateOn(entries, day(on), 6);

test('who had not paid in when a dissolution was entered in error is as late after its undoing as before', () => {
  const before = lateIn([promised], '2026-06-01');
  expect(before).toEqual([{ member: slow, unpaidVnd: 6, dueOn: '2025-07-10', lateVnd: 6 }]);
  expect(lateIn([promised, returned], '2026-06-01')).toEqual([]);
  expect(lateIn([promised, returned, undone], '2026-06-01')).toEqual(before);
});

test('only what was taken back is left out: a second return of the same day stays', () => {
  const again = { ...returned, number: 4 };
  expect(lateIn([promised, returned, undone, again], '2026-06-01')).toEqual([]);
  const anew = entry(5, 'subscribed', day('2026-05-20'), [[slow, 5, 0]]);
  expect(lateIn([promised, returned, undone, again, anew], '2026-06-01')).toEqual([
    { member: slow, unpaidVnd: 5, dueOn: '2026-11-20', lateVnd: 0 },
  ]);
});
