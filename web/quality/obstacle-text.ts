import type { Day } from '#kernel/day.ts';
import { dayText } from '#web/lib/format.ts';
import { findWord } from '#web/lib/i18n.ts';

export interface LotObstacle {
  readonly code: string;
  readonly [value: string]: unknown;
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function inWords(name: string, value: unknown, nameOf: (analyte: string) => string): unknown {
  if (isDay(value)) return dayText(value);
  if (name === 'verdict') return findWord(`quality:verdict.releaseOf.${String(value)}`) ?? value;
  if (name === 'stage') return findWord(`quality:stage.${String(value)}`) ?? value;
  return Array.isArray(value) ? value.map((each) => nameOf(String(each))).join(', ') : value;
}

/** A reason against a release with its days, stages and substances as people read them. */
export function obstacleText({ code, ...values }: LotObstacle, nameOf: (analyte: string) => string): string {
  const shown = Object.entries(values).map(([name, value]) => [name, inWords(name, value, nameOf)]);
  return findWord(`quality:obstacle.lot.${code}`, Object.fromEntries(shown) as Record<string, unknown>) ?? code;
}
