import { describe, expect, test } from 'vitest';
import { day, type Day } from '#kernel/day.ts';
import { conversionClock } from './conversion.ts';

describe('the clock of conversion', () => {
  const facts = { beganOn: day('2023-11-01'), bannedOn: [] as Day[], months: 18 };

  interface Case {
    readonly when: string;
    readonly on: string;
    readonly bannedOn?: Day[];
    readonly state: string;
    readonly completeOn: string | null;
  }
  const reset = [day('2024-06-01'), day('2023-01-01')];
  test.each<Case>([
    { when: 'before it began', on: '2023-10-31', state: 'conventional', completeOn: null },
    { when: 'a day before the months are over', on: '2025-04-30', state: 'in-conversion', completeOn: '2025-05-01' },
    { when: 'when the months are over', on: '2025-05-01', state: 'period-completed', completeOn: '2025-05-01' },
    {
      when: 'after a forbidden input',
      on: '2025-05-01',
      bannedOn: reset,
      state: 'in-conversion',
      completeOn: '2025-12-01',
    },
  ])('$when: $state', ({ on, bannedOn = [], state, completeOn }) => {
    expect(conversionClock({ ...facts, bannedOn }, day(on))).toMatchObject({ state, completeOn });
  });
});
