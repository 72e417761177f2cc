import type { Day } from '#kernel/day.ts';

/** A unit of trade from one day until another; a changed quantity is a new one. */
export interface DatedUnit {
  readonly code: string;
  readonly qty: number;
  readonly usual: boolean;
  readonly from: Day;
  readonly until: Day | null;
}

export const tradeUnitObstacleKinds = [
  'code-taken',
  'code-unknown',
  'usual-is-fixed',
  'same-quantity',
  'before-today',
  'change-planned',
  'ended-already',
] as const;
export type TradeUnitObstacle = (typeof tradeUnitObstacleKinds)[number];

/** The latest of this code: in force, planned or ended. */
const latest = (units: readonly DatedUnit[], code: string): DatedUnit | undefined =>
  units.filter((unit) => unit.code === code).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];

interface Change {
  readonly code: string;
  /** Undefined: the unit ends. */
  readonly qty: number | undefined;
  /** The first day of the new quantity, or the first without the unit. */
  readonly from: Day;
}

/**
 * Why a unit cannot hold another quantity from a day on, or end. Prices are given per the usual one, so that it stays
 * as it is; what was agreed in a unit yesterday was agreed in the unit of yesterday.
 */
export function changeObstacles(
  units: readonly DatedUnit[],
  { code, qty, from }: Change,
  today: Day,
): TradeUnitObstacle[] {
  const unit = latest(units, code);
  if (unit === undefined) return ['code-unknown'];
  const obstacles: TradeUnitObstacle[] = [];
  if (unit.usual) obstacles.push('usual-is-fixed');
  if (unit.until !== null) obstacles.push('ended-already');
  if (unit.from >= from) obstacles.push('change-planned');
  if (from < today) obstacles.push('before-today');
  if (qty === unit.qty) obstacles.push('same-quantity');
  return obstacles;
}

/** A code names one unit of a commodity for all time: one that has ended is not begun again as another. */
export const additionObstacles = (units: readonly DatedUnit[], code: string): TradeUnitObstacle[] =>
  latest(units, code) === undefined ? [] : ['code-taken'];
