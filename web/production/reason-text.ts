import type { BaseUnit } from '#kernel/quantity.ts';
import type { Day } from '#kernel/day.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { dayText, quantityText } from '#web/lib/format.ts';
import { findWord } from '#web/lib/i18n.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { named, unitsOf } from './named.ts';

export interface Reason {
  readonly code: string;
  readonly [figure: string]: unknown;
}

interface Names {
  readonly vi: string;
  readonly en: string;
  readonly th: string;
}

interface StageLike {
  readonly code: string;
  readonly name: Names;
  readonly steps: readonly { readonly step: string; readonly name: Names }[];
}

/** The codes in a reason as people call them: steps and stages by the protocol's words, days and amounts as written. */
function valueText(key: string, value: unknown, stages: readonly StageLike[], baseUnit: BaseUnit): unknown {
  if (key === 'stage') return stages.filter(({ code }) => code === value).map(({ name }) => named(name))[0] ?? value;
  if (key === 'step') {
    const step = stages.flatMap(({ steps }) => steps).find((one) => one.step === value);
    return step === undefined ? value : named(step.name);
  }
  if (key.endsWith('On')) return dayText(value as Day);
  return key.endsWith('Qty') ? quantityText(Number(value), unitsOf[baseUnit][0]) : value;
}

/** A reason of the server in words; without a word the code itself. */
export function reasonText(
  where: string,
  reason: Reason,
  stages: readonly StageLike[],
  baseUnit: BaseUnit = 'g',
): string {
  const { code, ...figures } = reason;
  const values = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, valueText(key, value, stages, baseUnit)]),
  );
  return findWord(`production:${where}.${code}`, values) ?? code;
}

/** What a refused command says, with the names of this season's steps. */
export function refusalTexts(problem: ApiProblem | null, where: string, stages: readonly StageLike[]): string[] {
  if (problem === null) return [];
  const reasons = problem.obstacles.map((one) => (typeof one === 'string' ? { code: one } : one));
  return [problemText(problem), ...new Set(reasons.map((reason) => reasonText(where, reason, stages)))];
}
