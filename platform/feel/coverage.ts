import { parseDate } from 'feelin';
import { holds, plainValue, type Evaluated } from '#platform/feel/evaluate.ts';
import type { CellType, DecisionTable } from '#platform/feel/table.ts';

export interface CoverageFinding {
  readonly kind: 'gap' | 'overlap';
  /** One value for each input that shows it. */
  readonly values: readonly unknown[];
  /** The rules that hold at once; empty for a gap. */
  readonly rules: readonly string[];
}

export interface Coverage {
  readonly findings: readonly CoverageFinding[];
  readonly tried: number;
  /** False when there were more combinations than are tried. */
  readonly isComplete: boolean;
}

const mostTried = 20_000;
const mostShown = 50;

const matchesIn = (tests: readonly string[], pattern: RegExp): string[] => [
  ...new Set(tests.flatMap((test) => [...test.matchAll(pattern)].map((match) => match[1] ?? match[0]))),
];

function numbersFor(tests: readonly string[], step: number): number[] {
  const bare = tests.map((test) => test.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''));
  const named = matchesIn(bare, /(?<![\w.])-?\d+(?:\.\d+)?(?!\w)/g).map(Number);
  return [...new Set([0, ...named.flatMap((value) => [value - step, value, value + step])])];
}

function daysFor(tests: readonly string[]): unknown[] {
  const named = matchesIn(tests, /"(\d{4}-\d{2}-\d{2})"/g).map((text) => Date.parse(text));
  const around = [...new Set(named.flatMap((at) => [at - 86_400_000, at, at + 86_400_000]))];
  return (around.length > 0 ? around : [0]).map((at) => parseDate(new Date(at).toISOString().slice(0, 10)));
}

/** The values at which a column's tests can change their answer. */
function samplesFor(type: CellType, tests: readonly string[]): unknown[] {
  if (type === 'boolean') return [true, false];
  if (type === 'integer') return numbersFor(tests, 1).filter(Number.isInteger);
  if (type === 'number') return numbersFor(tests, 1 / 1024);
  if (type === 'day') return daysFor(tests);
  const texts = matchesIn(tests, /"((?:[^"\\]|\\.)*)"/g);
  return type === 'list' ? [[], ...texts.map((text) => [text]), texts] : ['\u0000 none of these', ...texts];
}

/** held[input][sample][rule]: each cell is asked once, however many combinations there are. */
function answers(table: DecisionTable, samples: readonly unknown[][]): boolean[][][] {
  return table.inputs.map((input, at) =>
    samples[at]!.map((value) => {
      const seen: Evaluated = { value, missing: [] };
      return table.rules.map(({ tests }) => holds(tests[at] ?? '-', seen, input.type, {}).value !== false);
    }),
  );
}

/**
 * Looks for facts at which no rule of the table holds, or (hit policy U) several do, by trying every combination of
 * values around those that the tests name. Tests that compare with other facts count as holding.
 */
export function coverageOf(table: DecisionTable): Coverage {
  const samples = table.inputs.map(({ type }, at) =>
    samplesFor(
      type,
      table.rules.map(({ tests }) => tests[at] ?? '-'),
    ),
  );
  const held = answers(table, samples);
  const total = samples.reduce((product, values) => product * values.length, 1);
  const findings: CoverageFinding[] = [];
  const tried = Math.min(total, mostTried);
  for (let number = 0; number < tried && findings.length < mostShown; number += 1) {
    let rest = number;
    const places = samples.map((values) => {
      const place = rest % values.length;
      rest = Math.floor(rest / values.length);
      return place;
    });
    const rules = table.rules
      .filter((_, rule) => places.every((place, input) => held[input]![place]![rule]))
      .map(({ id }) => id);
    const kind = rules.length === 0 ? 'gap' : rules.length > 1 && table.hitPolicy === 'U' ? 'overlap' : undefined;
    if (kind) findings.push({ kind, values: places.map((place, input) => plainValue(samples[input]![place])), rules });
  }
  return { findings, tried, isComplete: total <= mostTried && findings.length < mostShown };
}
