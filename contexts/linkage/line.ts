import { addMonths, daysBetween, type Day } from '#kernel/day.ts';

export const linePeriods = ['total', 'week', 'month'] as const;
export type LinePeriod = (typeof linePeriods)[number];

export type LineSide = 'offer' | 'demand';

export const lineStates = ['open', 'withdrawn'] as const;
export type LineState = (typeof lineStates)[number];

/** How many periods begin between two days: a started week or month counts as one. */
export function periodsBetween(from: Day, until: Day, per: LinePeriod): number {
  if (until < from) return 0;
  if (per === 'total') return 1;
  if (per === 'week') return Math.floor(daysBetween(from, until) / 7) + 1;
  let months = 1;
  while (addMonths(from, months) <= until) months += 1;
  return months;
}

export interface LineTerms {
  readonly from: Day;
  readonly until: Day;
  readonly per: LinePeriod;
  readonly periodQty: number;
  readonly minimumOrderQty?: number | null | undefined;
}

export const totalQtyOf = ({ from, until, per, periodQty }: LineTerms): number =>
  periodsBetween(from, until, per) * periodQty;

export interface DrawnLine {
  readonly state: LineState;
  readonly revision: number;
  readonly drawnQty: number;
}

export type LineObstacle =
  | 'ends-before-it-begins'
  | 'too-long'
  | 'already-over'
  | 'quantity-too-large'
  | 'minimum-above-total'
  | 'withdrawn'
  | 'changed-meanwhile'
  | 'below-promised';

const mostDays = 3_660;
const mostQty = 9_000_000_000_000_000;

/** Every reason why a line cannot be offered or asked for in these terms. */
export function lineObstacles(terms: LineTerms, today: Day): LineObstacle[] {
  const obstacles: LineObstacle[] = [];
  if (terms.until < terms.from) obstacles.push('ends-before-it-begins');
  if (terms.until < today) obstacles.push('already-over');
  if (terms.until >= terms.from && daysBetween(terms.from, terms.until) > mostDays) return [...obstacles, 'too-long'];
  const total = totalQtyOf(terms);
  if (total > mostQty) obstacles.push('quantity-too-large');
  if (terms.until >= terms.from && (terms.minimumOrderQty ?? 0) > total) obstacles.push('minimum-above-total');
  return obstacles;
}

/** A revision may not go below what contracts already draw on the line. */
export function revisionObstacles(
  line: DrawnLine,
  given: { readonly revision: number; readonly totalQty: number },
): LineObstacle[] {
  const obstacles: LineObstacle[] = [];
  if (line.state === 'withdrawn') obstacles.push('withdrawn');
  if (line.revision !== given.revision) obstacles.push('changed-meanwhile');
  if (given.totalQty < line.drawnQty) obstacles.push('below-promised');
  return obstacles;
}
