import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime, parseDate, unaryTest, type Warning } from 'feelin';
import type { CellType, Facts } from '#platform/feel/table.ts';

/** Why a cell could not be decided. */
export type UnknownReason = 'missing' | 'wrong-type' | 'failed';

export interface Evaluated {
  readonly value: unknown;
  readonly reason?: UnknownReason;
  /** Names the expression asked for and the facts do not hold. */
  readonly missing: readonly string[];
}

const dayText = /^\d{4}-\d{2}-\d{2}$/;
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** Days become FEEL dates. What is null is left out, so that FEEL says it is missing instead of answering false. */
function feelValue(value: unknown): unknown {
  if (typeof value === 'string' && dayText.test(value)) return parseDate(value) ?? value;
  if (Array.isArray(value)) return value.map(feelValue);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, feelValue(item)]));
}
export const feelContext = (facts: Facts): Facts => feelValue(facts) as Facts;

/** A FEEL value as JSON can carry it. */
export function plainValue(value: unknown): unknown {
  if (value === undefined || typeof value === 'function') return null;
  if ([FeelDate, FeelTime, FeelDateTime, FeelDuration].some((kind) => value instanceof kind)) return String(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isPlain(value)) return typeof value === 'object' && value !== null ? String(value) : value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainValue(item)]));
}

/** An expression that names null says itself what shall hold when a fact is missing. */
const handlesNull = (expression: string): boolean => /\bnull\b/.test(expression.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''));

const missingKinds: ReadonlySet<string> = new Set(['NO_VARIABLE_FOUND', 'NO_CONTEXT_ENTRY_FOUND', 'NO_PROPERTY_FOUND']);
const nameIn = (warning: Warning): string => /'([^']+)'/.exec(warning.message)?.[1] ?? warning.message;

function judged(expression: string, value: unknown, warnings: readonly Warning[]): Evaluated {
  const missing = warnings
    .filter(({ type }) => type === 'NO_VARIABLE_FOUND' || type === 'NO_CONTEXT_ENTRY_FOUND')
    .map(nameIn);
  if (warnings.length === 0) return { value, missing };
  if (warnings.every(({ type }) => missingKinds.has(type))) {
    return handlesNull(expression) ? { value, missing: [] } : { value: null, reason: 'missing', missing };
  }
  return { value: null, reason: missing.length > 0 ? 'missing' : 'failed', missing };
}

/** The value of an expression over a context made by feelContext. Any doubt leaves it unknown, with its reason. */
export function valueOf(expression: string, context: Facts): Evaluated {
  try {
    const { value, warnings } = evaluate(expression, context);
    return judged(expression, value, warnings);
  } catch {
    return { value: null, reason: 'failed', missing: [] };
  }
}

const typeTests: Readonly<Record<CellType, (value: unknown) => boolean>> = {
  number: (value) =>
    typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)),
  integer: Number.isSafeInteger,
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  day: (value) => value instanceof FeelDate,
  list: Array.isArray,
};
export const hasType = (type: CellType, value: unknown): boolean => typeTests[type](value);

type Held = Evaluated & { readonly value: boolean | null };

function tested(test: string, value: unknown, context: Facts): Held {
  try {
    const answer = unaryTest(test, { ...context, '?': value });
    const { reason, missing, value: held } = judged(test, answer.value, answer.warnings);
    if (typeof held === 'boolean') return { value: held, missing };
    return { value: null, reason: reason ?? 'failed', missing };
  } catch {
    return { value: null, reason: 'failed', missing: [] };
  }
}

/** Whether a unary test holds for a value: true, false, or null with the reason why that cannot be said. */
export function holds(test: string, input: Evaluated, type: CellType, context: Facts): Held {
  if (test.trim() === '-') return { value: true, missing: [] };
  const value = input.value ?? null;
  if (value === null && (input.reason === 'failed' || !handlesNull(test))) {
    return { value: null, reason: input.reason ?? 'missing', missing: input.missing };
  }
  if (value !== null && !hasType(type, value)) return { value: null, reason: 'wrong-type', missing: [] };
  return tested(test, value, context);
}
