import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable } from '#platform/feel/check.ts';
import { coverageOf } from '#platform/feel/coverage.ts';
import { runTable } from '#platform/feel/run.ts';
import { DecisionTable } from '#platform/feel/table.ts';

const table: DecisionTable = DecisionTable.parse({
  name: 'who may have seedlings',
  hitPolicy: 'U',
  inputs: [
    { label: 'members', expression: 'members', type: 'integer' },
    { label: 'form', expression: 'form', type: 'text' },
    { label: 'registered', expression: 'registeredOn', type: 'day' },
  ],
  outputs: [
    { name: 'eligible', type: 'boolean' },
    { name: 'amountVnd', type: 'integer' },
  ],
  rules: [
    {
      id: 'large',
      tests: ['>= 7', '"cooperative"', '<= date("2026-06-30")'],
      outputs: ['true', 'min(members * 1500000, 300000000)'],
      annotation: { clause: 'art. 3', law: 'Resolution 1', verified: false },
    },
    { id: 'small', tests: ['< 7', '"cooperative"', '-'], outputs: ['false', '0'] },
    { id: 'late', tests: ['>= 7', '"cooperative"', '> date("2026-06-30")'], outputs: ['false', '0'] },
    { id: 'other', tests: ['-', 'not("cooperative")', '-'], outputs: ['false', '0'] },
  ],
});
const good = { members: 120, form: 'cooperative', registeredOn: '2020-01-02' };
const heldOf = (decision: ReturnType<typeof runTable>): string =>
  decision.rules.map(({ id, cells }) => `${id} ${cells.map(({ held }) => String(held)[0]).join('')}`).join(' · ');

describe('running a table', () => {
  test('the rule that holds gives its outputs, and every other rule says at which test it failed', () => {
    const decision = runTable(table, good);
    expect(decision).toMatchObject({
      status: 'decided',
      applied: ['large'],
      outputs: [{ eligible: true, amountVnd: 180_000_000 }],
      missing: [],
    });
    expect(heldOf(decision)).toBe('large ttt · small ftt · late ttf · other tft');
    expect(decision.rules[0]?.annotation).toEqual({ clause: 'art. 3', law: 'Resolution 1', verified: false });
    expect(decision.rules[2]?.cells[2]).toEqual({
      label: 'registered',
      expression: 'registeredOn',
      value: '2020-01-02',
      test: '> date("2026-06-30")',
      held: false,
      missing: [],
    });
  });

  test.each([
    ['not there', { form: 'cooperative', registeredOn: '2020-01-02' }],
    ['null', { ...good, members: null }],
    ['undefined', { ...good, members: undefined }],
  ])('a fact that is %s is unknown, never a no', (_, facts) => {
    const decision = runTable(table, facts);
    expect(decision).toMatchObject({ status: 'undecided', outputs: [], missing: ['members'] });
    expect(heldOf(decision)).toBe('large ntt · small ntt · late ntf · other tft');
    expect(decision.rules[0]?.cells[0]).toMatchObject({ held: null, reason: 'missing', value: null });
  });

  test('a no that needs no more facts is a no', () => {
    expect(runTable(table, { form: 'farm' })).toMatchObject({ status: 'decided', applied: ['other'] });
  });

  test('text where a number is expected is unknown, though FEEL would have compared it', () => {
    const decision = runTable(table, { ...good, members: '120' });
    expect(decision.status).toBe('undecided');
    expect(decision.rules[0]?.cells[0]).toMatchObject({ held: null, reason: 'wrong-type', value: '120' });
  });

  test('a test against another fact that is missing is unknown, also under not()', () => {
    const against = {
      ...table,
      inputs: table.inputs.slice(0, 1),
      rules: [{ id: 'r', tests: ['not(quota < 3)'], outputs: ['true', '1'] }],
    };
    expect(runTable(against, good)).toMatchObject({ status: 'undecided', missing: ['quota'] });
    expect(runTable(against, { ...good, quota: null }).status).toBe('undecided');
    expect(runTable(against, { ...good, quota: 5 }).status).toBe('decided');
  });

  test('a rule may say itself what holds when a fact is missing', () => {
    const asked = {
      ...table,
      inputs: table.inputs.slice(0, 1),
      rules: [{ id: 'none', tests: ['null'], outputs: ['false', '0'] }],
    };
    expect(runTable(asked, {}).applied).toEqual(['none']);
    expect(runTable(asked, good).status).toBe('no-rule');
  });

  test('two rules of a U table that hold at once are a coded refusal', () => {
    const twice = {
      ...table,
      rules: [...table.rules, { id: 'again', tests: ['> 100', '-', '-'], outputs: ['true', '1'] }],
    };
    expect(() => runTable(twice, good)).toThrow(
      expect.objectContaining({
        code: 'feel.rules.overlap',
        details: { table: table.name, rules: ['large', 'again'] },
      }),
    );
  });

  test('F takes the first; an undecided rule before it leaves the answer open', () => {
    const first: DecisionTable = {
      ...table,
      hitPolicy: 'F',
      rules: [...table.rules.slice(0, 1), { id: 'else', tests: ['-', '-', '-'], outputs: ['false', '0'] }],
    };
    expect(runTable(first, good).applied).toEqual(['large']);
    expect(runTable(first, { ...good, members: 3 }).applied).toEqual(['else']);
    expect(runTable(first, { form: 'cooperative' })).toMatchObject({ status: 'undecided', applied: [] });
  });

  test('C collects all that hold, and says when one more might', () => {
    const all: DecisionTable = {
      ...table,
      hitPolicy: 'C',
      rules: [...table.rules, { id: 'extra', tests: ['> 100', '-', '-'], outputs: ['true', '5'] }],
    };
    expect(runTable(all, good)).toMatchObject({ status: 'decided', applied: ['large', 'extra'] });
    expect(runTable(all, { form: 'farm' })).toMatchObject({ status: 'undecided', applied: ['other'] });
  });

  test('money that does not come out whole is refused, not rounded', () => {
    const third = { ...table, rules: [{ ...table.rules[0]!, outputs: ['true', 'members / 7'] }] };
    expect(() => runTable(third, good)).toThrow(expect.objectContaining({ code: 'feel.output.wrong-type' }));
  });

  test('an output that asks for a missing fact leaves the decision open', () => {
    const asks = { ...table, rules: [{ ...table.rules[0]!, outputs: ['true', 'areaM2 * 2'] }] };
    expect(runTable(asks, good)).toMatchObject({
      status: 'undecided',
      outputs: [{ eligible: true, amountVnd: null }],
      missing: ['areaM2'],
    });
  });

  test('no facts whatever make it fail or say yes without a reason', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('members', 'form', 'registeredOn', '?', '__proto__'), fc.anything()),
        (facts) => {
          const decision = runTable(table, facts);
          for (const id of decision.applied)
            expect(decision.rules.find((rule) => rule.id === id)?.cells.every(({ held }) => held === true)).toBe(true);
          expect(() => JSON.stringify(decision.outputs)).not.toThrow();
        },
      ),
    );
  });
});

describe('checking a table', () => {
  test('a sound table has no troubles', () => {
    expect(checkTable(table, Object.keys(good))).toEqual([]);
  });

  test('every trouble is named with its place', () => {
    const bad = {
      ...table,
      rules: [
        { id: 'a', tests: ['[1..', '-'], outputs: ['true', 'memberz * 2'] },
        { id: 'a', tests: ['> foo(2)', '-', '<= today()'], outputs: ['"x'] },
      ],
    };
    expect(checkTable(bad, Object.keys(good)).map(({ code, at }) => `${at} ${code}`)).toEqual([
      'rules[a] tests-count',
      'rules[a] rule-twice',
      'rules[a] outputs-count',
      'rules[a].tests[0] not-feel',
      'rules[a].outputs[1] fact-unknown',
      'rules[a].tests[0] function-unknown',
      'rules[a].tests[2] not-repeatable',
      'rules[a].outputs[0] not-feel',
    ]);
  });

  test.each([
    'count(for x in 1..30000000 return x) > 2',
    'some x in 1..30000000 satisfies x = 0',
    'every x in 1..30000000 satisfies x > 0',
    'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$")',
    '(matches)("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$")',
    'replace(input: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", pattern: "(a+)+$", replacement: "") = ""',
    'split("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$") = []',
    '{a: [1, 1], b: concatenate(a, a), c: concatenate(b, b)}.c = []',
    'count([1, 2, 3][count([1, 2, 3][item > 0]) > 0]) > 0',
    'sort([2, 1], function(a, b) a < b) = []',
  ])('%s could run without end: it is refused without being run', (endless) => {
    const began = performance.now();
    const asked = { ...table, rules: [{ id: 'r', tests: [endless, '-', '-'], outputs: ['true', '0'] }] };
    expect(checkTable(asked, Object.keys(good))).toMatchObject([{ code: 'not-bounded', at: 'rules[r].tests[0]' }]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('gaps and overlaps are found with the facts that show them', () => {
    expect(coverageOf(table)).toMatchObject({ findings: [], isComplete: true });
    const holed = {
      ...table,
      rules: [
        { ...table.rules[0]!, tests: ['> 7', '"cooperative"', '<= date("2026-06-30")'] },
        ...table.rules.slice(1),
      ],
    };
    expect(coverageOf(holed).findings).toContainEqual({
      kind: 'gap',
      values: [7, 'cooperative', '2026-06-30'],
      rules: [],
    });
    const doubled = {
      ...table,
      rules: [...table.rules, { id: 'again', tests: ['7', '"cooperative"', '-'], outputs: ['true', '1'] }],
    };
    expect(coverageOf(doubled).findings).toContainEqual({
      kind: 'overlap',
      values: [7, 'cooperative', '2026-07-01'],
      rules: ['late', 'again'],
    });
  });
});
