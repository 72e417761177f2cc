import {
  factNames,
  factsByName,
  type Clause,
  type ClauseTest,
  type Fact,
  type FactName,
  type FactSheet,
  type FactValue,
  type JudgedClause,
  type Judgement,
  type Outcome,
} from '#kernel/fact.ts';
import { needOf } from '#platform/feel/need.ts';
import { runTable, type CellTrace, type RuleTrace } from '#platform/feel/run.ts';
import type { DecisionTable } from '#platform/feel/table.ts';

const outcomeOf = (held: boolean | null): Outcome => (held === null ? 'unknown' : held ? 'yes' : 'no');

/** Whether a clause decides, or only stands beside for comparison: the column `binding` of its rule. */
function isBinding(table: DecisionTable, ruleId: string): boolean {
  const column = table.outputs.findIndex(({ name }) => name === 'binding');
  const rule = table.rules.find(({ id }) => id === ruleId);
  return column < 0 || rule?.outputs[column]?.trim() !== 'false';
}

const namesIn = (test: string): FactName[] => {
  const bare = test.replaceAll(/"[^"]*"/g, '');
  return factNames.filter((name) => new RegExp(`\\b${name}\\b`).test(bare));
};

function testOf(cell: CellTrace, sheet: FactSheet, values: Partial<Record<FactName, FactValue>>): ClauseTest[] {
  const find = (name: string): Fact | undefined => sheet.find((fact) => fact.name === name);
  const fact = find(cell.expression);
  if (cell.test.trim() === '-' || fact === undefined) return [];
  const against = namesIn(cell.test).flatMap((name) => find(name) ?? []);
  return [{ fact, test: cell.test, held: cell.held, need: needOf(cell.test, fact.value, values), against }];
}

/**
 * A table of clauses (hit policy C, one rule each) over the facts of one organisation. Every clause comes back with its
 * yes, no or unknown, the facts it looked at and what they should have been. Only binding clauses decide.
 */
export function judge(table: DecisionTable, clauses: readonly Clause[], sheet: FactSheet): Judgement {
  const values = factsByName(sheet);
  const judged = runTable(table, values).rules.flatMap((rule: RuleTrace): JudgedClause[] => {
    const clause = clauses.find(({ code }) => code === rule.annotation?.clause);
    if (clause === undefined) return [];
    return [
      {
        ...clause,
        outcome: outcomeOf(rule.held),
        binding: isBinding(table, rule.id),
        tests: rule.cells.flatMap((cell) => testOf(cell, sheet, values)),
      },
    ];
  });
  const binding = judged.filter((clause) => clause.binding);
  const has = (outcome: Outcome): boolean => binding.some((clause) => clause.outcome === outcome);
  return { outcome: has('no') ? 'no' : has('unknown') || binding.length === 0 ? 'unknown' : 'yes', clauses: judged };
}
