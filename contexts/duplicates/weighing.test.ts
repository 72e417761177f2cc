import { describe, expect, test } from 'vitest';
import { candidatesOf, memberClauses, organisationClauses } from './clause.ts';
import { comparedMember, memberFields, memberKeys } from './member-facts.ts';
import { comparedOrganisation, organisationFields, organisationKeys } from './organisation-facts.ts';
import { corruptions, population } from '#db/seed/duplicates.members.ts';
import { weigh } from './weighing.ts';

const size = 8_000;
const { members, planted, negatives } = population(size, 7);
const rows = members.map(comparedMember);
const { pairs, passedOver } = candidatesOf(rows, memberClauses, memberKeys);
const weighed = weigh(rows, pairs, memberFields(rows)).toSorted((left, right) => right.likelihood - left.likelihood);
const marked = new Set(planted.map(({ pair: [first, second] }) => first * size + second));
const isTrue = ({ first, second }: { first: number; second: number }) => marked.has(first * size + second);

/** Recall where the list, read from the top, is still right in this share. */
function recallAt(precision: number): number {
  let hits = 0;
  let recall = 0;
  weighed.forEach((pair, at) => {
    if (isTrue(pair)) hits += 1;
    if (hits / (at + 1) >= precision) recall = hits / planted.length;
  });
  return recall;
}

describe('members', () => {
  test('the clauses lose hardly anybody and compare a small part of all pairs', () => {
    expect(weighed.filter(isTrue).length / planted.length).toBeGreaterThan(0.99);
    expect(pairs.length).toBeLessThan(size * 5);
    expect(passedOver).toEqual([]);
  });

  test('at a precision of 95 % the recall is at least 97 %', () => {
    expect(recallAt(0.95)).toBeGreaterThanOrEqual(0.97);
  });

  test.each(corruptions)('a record with %s alone is found', (kind) => {
    const those = planted.filter(({ done }) => done.length === 1 && done[0] === kind);
    const found = those.filter(({ pair: [first, second] }) =>
      weighed.some((pair) => pair.first === first && pair.second === second && pair.likelihood > 0.5),
    );
    expect(those.length).toBeGreaterThan(10);
    expect(found.length / those.length).toBeGreaterThan(0.9);
  });

  test('father and son with one telephone are hardly ever taken for one', () => {
    const likely = new Set(
      weighed.filter(({ likelihood }) => likelihood > 0.5).map(({ first, second }) => first * size + second),
    );
    const those = negatives.filter(({ kind }) => kind === 'father-and-son');
    const taken = those.filter(({ pair: [first, second] }) => likely.has(first * size + second));
    expect(taken.length / those.length).toBeLessThan(0.03);
  });

  test('each likelihood is told field by field', () => {
    const [best] = weighed;
    expect(best!.evidence.map(({ field }) => field)).toContain('name');
    expect(best!.evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeGreaterThan(20);
  });
});

describe('organisations', () => {
  const blank = { taxNumber: null, registrationNumber: null, director: null, phone: null, foundedOn: null };
  const others = Array.from({ length: 300 }, (_, at) => ({
    ...blank,
    id: `other-${at}`,
    kind: 'cooperative',
    unit: `u${at % 54}`,
    name: `Hợp tác xã dịch vụ nông nghiệp ${['Đông', 'Bắc', 'Hạ', 'Quảng', 'Tiên'][at % 5]} ${String.fromCodePoint(97 + (at % 26))}${at}`,
  }));
  const one = {
    ...blank,
    id: 'one',
    kind: 'cooperative',
    unit: 'u1',
    name: 'Hợp tác xã Dịch vụ nông nghiệp Hoà Bình',
    phone: '0203 3 850 123',
    director: 'Nguyễn Văn An',
  };
  const likelihood = (other: Partial<typeof one>): number => {
    const all = [...others, one, { ...one, id: 'two', ...other }].map(comparedOrganisation);
    const { pairs: found } = candidatesOf(all, organisationClauses, organisationKeys);
    return (
      weigh(all, found, organisationFields(all)).find(({ first, second }) => first === 300 && second === 301)
        ?.likelihood ?? 0
    );
  };

  test.each([
    ['its kind in short and the tone mark on the other letter', { name: 'HTX DVNN Hòa Bình' }],
    ['its name without marks', { name: 'HTX Hoa Binh' }],
    ['one letter wrong', { name: 'HTX Hòa Bìnhh' }],
  ])('%s is likely the same', (_, other) => expect(likelihood(other)).toBeGreaterThan(0.9));

  test('two tax numbers are two organisations', () => {
    const { taxNumber } = { taxNumber: '5701234567' };
    const all = [
      ...others,
      { ...one, taxNumber },
      { ...one, id: 'two', taxNumber: '5707654321', director: null, phone: null },
    ].map(comparedOrganisation);
    const { pairs: found } = candidatesOf(all, organisationClauses, organisationKeys);
    const pair = weigh(all, found, organisationFields(all)).find(
      ({ first, second }) => first === 300 && second === 301,
    );
    expect(pair!.likelihood).toBeLessThan(0.9);
  });

  test('what too many have in common is passed over and said', () => {
    const all = others.map((other) => comparedOrganisation({ ...other, phone: '0203 850 000' }));
    expect(candidatesOf(all, organisationClauses, organisationKeys, 100).passedOver).toEqual([
      { clause: 'phone', rows: 300 },
    ]);
  });
});
