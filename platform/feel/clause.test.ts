import { describe, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { factChanges, withFacts, type Clause, type Fact, type FactName, type FactShape } from '#kernel/fact.ts';
import { judge } from '#platform/feel/clause.ts';
import { needOf } from '#platform/feel/need.ts';
import type { DecisionTable } from '#platform/feel/table.ts';

const fact = (name: FactName, value: Fact['value'], shape: FactShape = 'count'): Fact => ({
  name,
  shape,
  value,
  source: { view: 'registry.published_member', rows: 1, asOf: '2026-11-23' as Day, law: null, verified: true },
});
const words = { vi: 'a', en: 'a', th: 'a' };
const clause = (code: string): Clause => ({
  code,
  law: 'Luật 17/2023/QH15',
  article: 'Điều 3',
  text: words,
  remedy: words,
  source: 'test',
  verified: false,
});
const rule = (id: string, tests: string[], binding = true) => ({
  id,
  tests,
  outputs: [String(binding)],
  annotation: { clause: id, law: 'Luật 17/2023/QH15', verified: false },
});
const table: DecisionTable = {
  name: 'clauses',
  hitPolicy: 'C',
  inputs: [
    { label: 'officialMembers', expression: 'officialMembers', type: 'integer' },
    { label: 'legalKind', expression: 'legalKind', type: 'text' },
  ],
  outputs: [{ name: 'binding', type: 'boolean' }],
  rules: [
    rule('members', ['>= leastOfficialMembers', '-']),
    rule('form', ['-', '"cooperative","union"']),
    rule('many', ['>= 100', '-'], false),
  ],
};
const clauses = ['members', 'form', 'many'].map(clause);
const good = [fact('officialMembers', 7), fact('legalKind', 'cooperative', 'code'), fact('leastOfficialMembers', 5)];

describe('a table of clauses over facts', () => {
  test('every clause answers for itself, and one that does not bind decides nothing', () => {
    const { outcome, clauses: judged } = judge(table, clauses, good);
    expect(outcome).toBe('yes');
    expect(judged.map((one) => [one.code, one.outcome, one.binding])).toEqual([
      ['members', 'yes', true],
      ['form', 'yes', true],
      ['many', 'no', false],
    ]);
  });

  test('a no says the fact, the bound, whose bound it is and what is lacking', () => {
    const { outcome, clauses: judged } = judge(table, clauses, withFacts(good, [fact('officialMembers', 3)]));
    expect(outcome).toBe('no');
    expect(judged[0]!.tests).toMatchObject([
      {
        fact: { name: 'officialMembers', value: 3 },
        held: false,
        need: { kind: 'between', least: 5, most: null, gap: 2 },
        against: [{ name: 'leastOfficialMembers', value: 5 }],
      },
    ]);
  });

  test.each(['officialMembers', 'leastOfficialMembers'] as const)(
    'where %s is not known, the answer is neither yes nor no',
    (name) => {
      const { outcome, clauses: judged } = judge(table, clauses, withFacts(good, [fact(name, null)]));
      expect(outcome).toBe('unknown');
      expect(judged[0]).toMatchObject({ outcome: 'unknown' });
    },
  );

  test('a no outweighs what is unknown', () => {
    const sheet = withFacts(good, [fact('officialMembers', null), fact('legalKind', 'farm', 'code')]);
    expect(judge(table, clauses, sheet).outcome).toBe('no');
  });
});

describe('what a test asks for', () => {
  const values = { plotAreaM2: 40_000 };
  test.each([
    ['>= 5', 3, { kind: 'between', least: 5, most: null, gap: 2 }],
    ['> 5', 5, { kind: 'between', least: 5, leastOpen: true, gap: 0 }],
    ['<= 2000000000', 1, { kind: 'between', least: null, most: 2_000_000_000, gap: 0 }],
    ['< 3', 3, { kind: 'between', most: 3, mostOpen: true }],
    ['= 0', 2, { kind: 'between', least: 0, most: 0, gap: 2 }],
    ['0', 2, { kind: 'between', least: 0, most: 0, gap: 2 }],
    ['[5000..plotAreaM2]', 50_000, { kind: 'between', least: 5_000, most: 40_000, gap: 10_000 }],
    ['"cooperative","union"', 'farm', { kind: 'one-of', options: ['cooperative', 'union'] }],
    ['not("dissolved")', 'farm', { kind: 'none-of', options: ['dissolved'] }],
    ['true', false, { kind: 'one-of', options: [true] }],
    ['list contains(?, "crops")', null, { kind: 'one-of', options: ['crops'] }],
    ['? * 2 > 7', 3, { kind: 'other' }],
    ['>= nothingSuch', 3, { kind: 'between', least: null, gap: null }],
  ])('%s of %s', (text, value, need) => {
    expect(needOf(text, value, values)).toMatchObject(need);
  });
});

test('what has changed since the facts were frozen is named, new and lost facts too', () => {
  const now = [fact('officialMembers', 9), fact('legalKind', 'cooperative', 'code'), fact('members', 12)];
  expect(factChanges(good, now).map(({ name, was, is }) => [name, was, is])).toEqual([
    ['members', null, 12],
    ['officialMembers', 7, 9],
    ['leastOfficialMembers', 5, null],
  ]);
});
