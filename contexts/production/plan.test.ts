import { describe, expect, test } from 'vitest';
import { day, type Day } from '#kernel/day.ts';
import { seasonPlan, stepState } from './plan.ts';
import { organicPassionFruit } from './protocol.example.ts';
import { ProtocolContent } from './protocol.ts';

const protocol = ProtocolContent.parse(organicPassionFruit);

describe('a season has its days from the protocol', () => {
  const plan = seasonPlan(protocol, day('2026-03-01'));

  test('a step that repeats stands once for each time', () => {
    const feeding = plan.filter(({ step }) => step === 'feed');
    expect(feeding.map(({ occurrence, dueFrom }) => [occurrence, dueFrom])).toEqual([
      [1, '2026-04-30'],
      [2, '2026-06-14'],
      [3, '2026-07-29'],
    ]);
  });

  test.each<[string | null, boolean, string, string]>([
    [null, false, '2026-02-28', 'upcoming'],
    [null, false, '2026-03-10', 'due'],
    [null, false, '2026-03-16', 'overdue'],
    [null, true, '2026-03-16', 'left-out'],
    ['2026-03-15', false, '2026-06-01', 'done'],
    ['2026-02-27', false, '2026-06-01', 'done-early'],
    ['2026-03-16', true, '2026-06-01', 'done-late'],
  ])('done on %s (explained: %s), seen on %s: %s', (doneOn, explained, on, state) => {
    const [first] = plan;
    expect(stepState(first!, { doneOn: doneOn as Day | null, explained }, day(on))).toBe(state);
  });
});
