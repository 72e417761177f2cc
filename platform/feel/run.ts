import {
  feelContext,
  hasType,
  holds,
  plainValue,
  valueOf,
  type Evaluated,
  type UnknownReason,
} from '#platform/feel/evaluate.ts';
import type { DecisionTable, Facts, TableInput, TableRule } from '#platform/feel/table.ts';
import { Problem } from '#kernel/problem.ts';

/** One cell, so that every yes and every no can be explained. */
export interface CellTrace {
  readonly label: string;
  readonly expression: string;
  /** The value that was looked at; null when the facts do not hold it. */
  readonly value: unknown;
  readonly test: string;
  /** null: cannot be said, `reason` says why. */
  readonly held: boolean | null;
  readonly reason?: UnknownReason;
  readonly missing: readonly string[];
}

export interface RuleTrace {
  readonly id: string;
  readonly held: boolean | null;
  readonly cells: readonly CellTrace[];
  readonly annotation?: TableRule['annotation'];
}

export interface Decision {
  readonly table: string;
  /** undecided: a missing fact could change the answer. no-rule: every rule was looked at and none holds. */
  readonly status: 'decided' | 'undecided' | 'no-rule';
  /** One entry for U and F, any number for C: what each applied rule gives. */
  readonly outputs: readonly Readonly<Record<string, unknown>>[];
  /** Ids of the applied rules, in the order of outputs. */
  readonly applied: readonly string[];
  /** Facts that were asked for and are not there. */
  readonly missing: readonly string[];
  readonly rules: readonly RuleTrace[];
}

function cellTrace(input: TableInput, seen: Evaluated, test: string, context: Facts): CellTrace {
  const { value: held, reason, missing } = holds(test, seen, input.type, context);
  const { label, expression } = input;
  return { label, expression, value: plainValue(seen.value), test, held, ...(reason ? { reason } : {}), missing };
}

function together(cells: readonly CellTrace[]): boolean | null {
  if (cells.some(({ held }) => held === false)) return false;
  return cells.every(({ held }) => held === true) ? true : null;
}

function traceRules(table: DecisionTable, context: Facts): RuleTrace[] {
  const values = table.inputs.map(({ expression }) => valueOf(expression, context));
  return table.rules.map(({ id, tests, annotation }) => {
    const cells = table.inputs.map((input, at) => cellTrace(input, values[at]!, tests[at] ?? '-', context));
    return { id, held: together(cells), cells, ...(annotation ? { annotation } : {}) };
  });
}

interface Applied {
  readonly rules: readonly RuleTrace[];
  readonly isSure: boolean;
}

/** Which rules apply, and whether a missing fact could change that. */
function appliedBy(table: DecisionTable, traces: readonly RuleTrace[]): Applied {
  const held = traces.filter((trace) => trace.held === true);
  const unknown = traces.filter((trace) => trace.held === null);
  if (table.hitPolicy === 'C') return { rules: held, isSure: unknown.length === 0 };
  if (table.hitPolicy === 'F') {
    const first = traces.find((trace) => trace.held !== false);
    return first?.held === true ? { rules: [first], isSure: true } : { rules: [], isSure: first === undefined };
  }
  if (held.length > 1)
    throw new Problem('conflict', 'feel.rules.overlap', { table: table.name, rules: held.map(({ id }) => id) });
  // Rules of a U table exclude one another, so one that holds settles it.
  return { rules: held, isSure: held.length === 1 || unknown.length === 0 };
}

interface Given {
  readonly values: Record<string, unknown>;
  readonly missing: readonly string[];
}

function outputsOf(table: DecisionTable, ruleId: string, context: Facts): Given {
  const rule = table.rules.find(({ id }) => id === ruleId)!;
  const missing: string[] = [];
  const values: Record<string, unknown> = {};
  table.outputs.forEach(({ name, type }, at) => {
    const given = valueOf(rule.outputs[at] || 'null', context);
    if (given.reason === 'failed')
      throw new Problem('unprocessable', 'feel.output.failed', { table: table.name, rule: ruleId, output: name });
    if (given.reason) missing.push(...given.missing);
    const isThere = given.value !== null && given.value !== undefined;
    if (isThere && type && !hasType(type, given.value)) {
      throw new Problem('unprocessable', 'feel.output.wrong-type', {
        table: table.name,
        rule: ruleId,
        output: name,
        type,
      });
    }
    values[name] = plainValue(given.value);
  });
  return { values, missing };
}

function statusOf({ rules, isSure }: Applied, outputMissing: readonly string[]): Decision['status'] {
  if (!isSure || outputMissing.length > 0) return 'undecided';
  return rules.length === 0 ? 'no-rule' : 'decided';
}

/**
 * Runs a table over facts: days as YYYY-MM-DD, numbers, text, lists, records. FEEL computes in binary doubles: hand
 * money in and take it out as whole đồng with type `integer`; a share of it is kernel/money.ts's business.
 */
export function runTable(table: DecisionTable, facts: Facts): Decision {
  const context = feelContext(facts);
  const rules = traceRules(table, context);
  const applied = appliedBy(table, rules);
  const given = applied.rules.map(({ id }) => outputsOf(table, id, context));
  const outputMissing = given.flatMap(({ missing }) => missing);
  const cellMissing = rules.flatMap(({ cells }) => cells.flatMap(({ missing }) => missing));
  return {
    table: table.name,
    status: statusOf(applied, outputMissing),
    outputs: given.map(({ values }) => values),
    applied: applied.rules.map(({ id }) => id),
    missing: [...new Set([...cellMissing, ...outputMissing])],
    rules,
  };
}
