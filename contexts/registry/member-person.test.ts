import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import { balancesOf, capitalForms, ledgerObstacles, totalOf, type CapitalLine } from './capital.ts';
import { linesOf } from './capital-demand.ts';
import { personsOf, readByPerson } from './member-person.ts';
import { officialSpans, personSpans, underMinimumSince } from './minimum.ts';

const [mai, again, lua] = ['mai', 'again', 'lua'] as MemberId[];
const records = new Map([[mai!, [mai!, again!]]]);
const on = day('2026-01-01');

const heldLine = (member: MemberId) =>
  fc
    .record({ form: fc.constantFrom(...capitalForms), promised: fc.nat({ max: 90 }), share: fc.nat({ max: 100 }) })
    .map(({ form, promised, share }) => ({
      member,
      form,
      subscribedVnd: promised,
      paidVnd: Math.floor((promised * share) / 100),
    }));
const book = fc.tuple(
  fc.array(heldLine(mai!), { maxLength: 4 }),
  fc.array(heldLine(again!), { minLength: 1, maxLength: 4 }),
);

describe('a person entered twice', () => {
  test('gives and is given as one, and each record stays sound when they part again', () => {
    fc.assert(
      fc.property(book, fc.nat({ max: 100 }), fc.nat({ max: 100 }), ([one, other], part, paidPart) => {
        const entry = { number: 1, kind: 'opening' as const, onDay: on, lines: [...one, ...other] };
        const whole = totalOf(balancesOf([entry]));
        const subscribedVnd = Math.floor((whole.subscribedVnd * part) / 100);
        const least = Math.max(0, subscribedVnd - (whole.subscribedVnd - whole.paidVnd));
        const most = Math.min(whole.paidVnd, subscribedVnd);
        const paidVnd = least + Math.floor(((most - least) * paidPart) / 100);
        const line = {
          member: mai!,
          to: lua!,
          form: 'money' as const,
          subscribedVnd,
          paidVnd,
          valuationDocument: null,
        };
        const act = { kind: 'transferred' as const, onDay: on, document: 'NQ', given: [line], endsMembership: false };
        const lines = linesOf(act, [entry], records);
        const given = lines.filter(({ member }) => member === lua);
        expect(totalOf(balancesOf([{ ...entry, lines: given }]))).toEqual({ subscribedVnd, paidVnd });
        expect(totalOf(balancesOf([{ ...entry, lines }]))).toEqual({ subscribedVnd: 0, paidVnd: 0 });
        const after = [entry, { ...entry, number: 2, kind: 'transferred' as const, lines }];
        expect(ledgerObstacles(after, new Set([mai!, again!, lua!]))).toEqual([]);
        const folded = readByPerson(after, new Map([[again!, mai!]]));
        expect(balancesOf(folded).get(mai!)?.subscribedVnd ?? 0).toBe(whole.subscribedVnd - subscribedVnd);
      }),
      { numRuns: 300, seed: 17 },
    );
  });

  test('pays in what either record has promised', () => {
    const line = (member: MemberId, subscribedVnd: number, paidVnd: number): CapitalLine => ({
      member,
      form: 'money',
      subscribedVnd,
      paidVnd,
    });
    const lines = [line(mai!, 40, 40), line(again!, 60, 0)];
    const entries = [{ number: 1, kind: 'opening' as const, onDay: on, lines }];
    const paying = (member: MemberId, paidVnd: number) => ({
      kind: 'paid-in' as const,
      onDay: on,
      document: null,
      given: [{ ...line(member, 0, paidVnd), to: null, valuationDocument: null }],
      endsMembership: false,
    });
    expect(linesOf(paying(mai!, 30), entries, records)).toEqual([line(again!, 0, 30)]);
    expect(linesOf(paying(lua!, 5), entries, records)).toEqual([line(lua!, 0, 5)]);
  });

  test('is one of them with the record that stands first', () => {
    const rows = [
      { id: again!, person: mai! },
      { id: lua!, person: lua! },
      { id: mai!, person: mai! },
    ];
    expect(personsOf(rows).map(({ id, records: own }) => [id, own.map((row) => row.id)])).toEqual([
      [mai, [mai, again]],
      [lua, [lua]],
    ]);
  });
});

describe('the least number of members', () => {
  const span = (person: string, joinedOn: string, leftOn: string | null = null) => ({
    person,
    joinedOn: day(joinedOn),
    leftOn: leftOn === null ? null : day(leftOn),
  });
  const law = [{ value: 2, from: day('2020-01-01'), until: null }];

  test('counts one person once, as long as either record is a membership', () => {
    const spans = [
      span('mai', '2024-01-01', '2025-06-01'),
      span('mai', '2025-01-01'),
      span('lua', '2024-01-01', '2026-03-01'),
    ];
    expect(underMinimumSince(personSpans(spans), law, day('2026-02-01'))).toBeUndefined();
    expect(underMinimumSince(personSpans(spans), law, day('2026-04-01'))).toBe('2026-03-01');
    const [twice] = [[span('mai', '2024-01-01'), span('mai', '2024-02-01')]];
    expect(underMinimumSince(personSpans(twice), law, day('2026-04-01'))).toBeNull();
  });

  test('of a cooperative counts who was an official member on the day', () => {
    const former = [{ until: day('2025-05-01'), standing: 'associate' as const, foreign: null }];
    const held = { standing: 'official-both' as const, foreign: false, former };
    expect(officialSpans(span('mai', '2024-01-01'), held)).toEqual([span('mai', '2025-05-01')]);
    const now = {
      standing: 'associate' as const,
      foreign: false,
      former: [{ ...former[0]!, standing: 'official-use' as const }],
    };
    expect(officialSpans(span('mai', '2024-01-01'), now)).toEqual([span('mai', '2024-01-01', '2025-05-01')]);
  });
});
