import {
  evaluate,
  parseExpression,
  parseUnaryTests,
  SyntaxError as FeelSyntaxError,
  unaryTest,
  type Warning,
} from 'feelin';
import type { DecisionTable, TableRule } from '#platform/feel/table.ts';

export interface TableTrouble {
  readonly code:
    | 'rule-twice'
    | 'tests-count'
    | 'outputs-count'
    | 'not-feel'
    | 'fact-unknown'
    | 'not-repeatable'
    | 'not-bounded'
    | 'function-unknown';
  /** `inputs[0]`, `rules[free-seedlings].tests[2]` … */
  readonly at: string;
  readonly text?: string;
  /** Where in the text the reader stopped. */
  readonly position?: number;
}

interface Cell {
  readonly at: string;
  readonly text: string;
  readonly isTest: boolean;
}

const ruleCells = (rule: TableRule): Cell[] => [
  ...rule.tests.map((text, at) => ({ at: `rules[${rule.id}].tests[${at}]`, text, isTest: true })),
  ...rule.outputs.map((text, at) => ({ at: `rules[${rule.id}].outputs[${at}]`, text, isTest: false })),
];

function isCallOf(cell: Cell, warning: Warning): boolean {
  return cell.text.slice(warning.position.to).trimStart().startsWith('(');
}

function warningTroubles(cell: Cell, warnings: readonly Warning[], isChecked: boolean): TableTrouble[] {
  return warnings
    .filter(({ type }) => type === 'NO_VARIABLE_FOUND')
    .flatMap((warning): TableTrouble[] => {
      const text = cell.text.slice(warning.position.from, warning.position.to);
      if (isCallOf(cell, warning)) return [{ code: 'function-unknown', at: cell.at, text }];
      return isChecked ? [{ code: 'fact-unknown', at: cell.at, text }] : [];
    });
}

// A few words of these keep the one thread that serves everybody for hours: what goes over lists again and again, what
// gives names to what it builds, and patterns that backtrack.
const unboundedForms: ReadonlySet<string> = new Set([
  'ForExpression',
  'QuantifiedExpression',
  'FilterExpression',
  'FunctionDefinition',
  'Context',
]);
const unboundedFunctions: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

/** The first part that could run without end, told by its form: it is never run to find out. */
function unboundedPart({ text, isTest }: Cell): string | undefined {
  let found: string | undefined;
  (isTest ? parseUnaryTests : parseExpression)(text, {}, undefined).iterate({
    enter: ({ name, from, to }) => {
      const part = text.slice(from, to);
      if (unboundedForms.has(name) || (name === 'VariableName' && unboundedFunctions.has(part))) found ??= part;
    },
  });
  return found;
}

function cellTroubles(cell: Cell, factNames: readonly string[] | undefined): TableTrouble[] {
  const { at, text } = cell;
  if (cell.isTest && text.trim() === '-') return [];
  // A decision must come out the same when its frozen facts are run again next year.
  if (/\b(today|now)\s*\(/.test(text)) return [{ code: 'not-repeatable', at, text }];
  const unbounded = unboundedPart(cell);
  if (unbounded !== undefined) return [{ code: 'not-bounded', at, text: unbounded }];
  const context = Object.fromEntries([...(factNames ?? []), '?'].map((name) => [name, null]));
  try {
    const { warnings } = cell.isTest ? unaryTest(text, context) : evaluate(text, context);
    return warningTroubles(cell, warnings, factNames !== undefined);
  } catch (error) {
    return [
      { code: 'not-feel', at, text, ...(error instanceof FeelSyntaxError ? { position: error.position.from } : {}) },
    ];
  }
}

function ruleTroubles(table: DecisionTable): TableTrouble[] {
  const seen = new Set<string>();
  return table.rules.flatMap(({ id, tests, outputs }) => {
    const troubles: TableTrouble[] = [];
    if (seen.has(id)) troubles.push({ code: 'rule-twice', at: `rules[${id}]` });
    seen.add(id);
    if (tests.length !== table.inputs.length) troubles.push({ code: 'tests-count', at: `rules[${id}]` });
    if (outputs.length !== table.outputs.length) troubles.push({ code: 'outputs-count', at: `rules[${id}]` });
    return troubles;
  });
}

/** All that is wrong with a table before it is saved; with the names of the facts also what it asks for in vain. */
export function checkTable(table: DecisionTable, factNames?: readonly string[]): TableTrouble[] {
  const inputs = table.inputs.map(({ expression }, at) => ({ at: `inputs[${at}]`, text: expression, isTest: false }));
  const cells = [...inputs, ...table.rules.flatMap(ruleCells)];
  return [...ruleTroubles(table), ...cells.flatMap((cell) => cellTroubles(cell, factNames))];
}
