import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import { columnsStanding, stateOn, type StateColumn, type StateEntry } from './organisation-state.ts';

const first = day('2020-01-01');
const opening: StateEntry = {
  seq: 1,
  valid_from: first,
  told: ['name', 'status', 'kind'],
  values: { name: 'A', status: 'operating', kind: 'cooperative-group' },
};
const telling = (seq: number, from: Day, values: StateEntry['values']): StateEntry => ({
  seq,
  valid_from: from,
  told: Object.keys(values),
  values,
});

describe('what was so on a day', () => {
  test('nothing is known of before the first', () => {
    expect(stateOn([opening], day('2019-12-31'))).toBeUndefined();
  });

  test('a change entered late for an earlier day reaches until the next one that was told', () => {
    const entries = [
      opening,
      telling(2, day('2024-01-01'), { name: 'C' }),
      telling(3, day('2022-01-01'), { name: 'B', status: 'suspended' }),
    ];
    const nameOn = (on: string) => stateOn(entries, day(on))?.name;
    expect(['2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01'].map(nameOn)).toEqual(['A', 'B', 'B', 'C']);
    expect(stateOn(entries, day('2026-01-01'))?.status).toBe('suspended');
    expect(columnsStanding(entries.slice(0, 2), day('2022-01-01'), ['name', 'status'])).toEqual(['status']);
  });

  test('of two told for one day the later told holds', () => {
    expect(stateOn([telling(3, first, { name: 'Z' }), opening, telling(2, first, { name: 'Y' })], first)?.name).toBe(
      'Z',
    );
  });
});

const change = fc.record({
  after: fc.integer({ min: 0, max: 2_000 }),
  column: fc.constantFrom<StateColumn[]>('name', 'status', 'kind'),
  value: fc.integer(),
});

test('a past day’s state is the same however many later days are told of afterwards', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), fc.integer({ min: 0, max: 2_000 }), (changes, days) => {
      const on = addDays(first, days);
      const all = changes.map(({ after, column, value }, index) =>
        telling(index + 2, addDays(first, after), { [column]: value }),
      );
      const known = all.filter(({ valid_from }) => valid_from <= on);
      expect(stateOn([opening, ...all], on)).toEqual(stateOn([opening, ...known], on));
    }),
  );
});

test('the columns that stand are those by which the record of today is right', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
      const record: Record<string, unknown> = { ...opening.values };
      const entries: StateEntry[] = [opening];
      for (const { after, column, value } of changes) {
        const entry = telling(entries.length + 1, addDays(first, after), { [column]: value });
        for (const standing of columnsStanding(entries, entry.valid_from, [column]))
          record[standing] = entry.values[standing];
        entries.push(entry);
      }
      expect(record).toEqual(stateOn(entries, day('2100-01-01')));
    }),
  );
});
