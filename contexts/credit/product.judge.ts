import type { Fact, FactName, FactShape, FactSheet, Judgement } from '#kernel/fact.ts';
import { withFacts } from '#kernel/fact.ts';
import type { Day } from '#kernel/day.ts';
import { checkTable, type TableTrouble } from '#platform/feel/check.ts';
import { judge } from '#platform/feel/clause.ts';
import type { CellType, DecisionTable } from '#platform/feel/table.ts';
import { factNames } from '#kernel/fact.ts';
import type { Wanted } from './product.ts';
import type { Condition } from './product.wire.ts';

const cellTypeOf: Readonly<Record<FactShape, CellType>> = {
  count: 'integer',
  vnd: 'integer',
  area: 'integer',
  months: 'integer',
  year: 'integer',
  code: 'text',
  codes: 'list',
  flag: 'boolean',
  day: 'day',
};

/** A bank's conditions as a decision table: one rule each. */
export function tableOf(name: string, conditions: readonly Condition[], sheet: FactSheet = []): DecisionTable {
  const facts: FactName[] = [...new Set(conditions.map(({ fact }) => fact))];
  const shapeOf = (of: FactName): FactShape => sheet.find((fact) => fact.name === of)?.shape ?? 'code';
  return {
    name,
    hitPolicy: 'C',
    inputs: facts.map((fact) => ({ label: fact, expression: fact, type: cellTypeOf[shapeOf(fact)] })),
    outputs: [{ name: 'binding', type: 'boolean' }],
    rules: conditions.map(({ code, fact, test, binding, law, verified }) => ({
      id: code,
      tests: facts.map((one) => (one === fact ? test : '-')),
      outputs: [String(binding)],
      annotation: { clause: code, law, verified },
    })),
  };
}

export const conditionTroubles = (name: string, conditions: readonly Condition[]): TableTrouble[] =>
  checkTable(tableOf(name, conditions), factNames);

/** The same for the page: which condition, and the word in it that is wrong. */
export const conditionObstacles = (troubles: readonly TableTrouble[]) =>
  troubles.map(({ code, at, text = '' }) => ({ code, condition: /\[([^\]]+)\]/.exec(at)?.[1] ?? at, text }));

export const judgeConditions = (name: string, conditions: readonly Condition[], sheet: FactSheet): Judgement =>
  judge(tableOf(name, conditions, sheet), conditions, sheet);

/** What is asked for, as facts beside those of the organisation. */
export function withWanted(sheet: FactSheet, wanted: Partial<Wanted>, today: Day): Fact[] {
  const asked = (name: FactName, shape: FactShape, value: number | undefined): Fact => ({
    name,
    shape,
    value: value ?? null,
    source: { view: 'credit.consent', rows: value === undefined ? 0 : 1, asOf: today, law: null, verified: true },
  });
  return withFacts(sheet, [
    asked('wantedVnd', 'vnd', wanted.amountVnd),
    asked('wantedMonths', 'months', wanted.months),
  ]);
}
