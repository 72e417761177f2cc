import type { Day } from '#kernel/day.ts';

/** Classes that support policies ask for; which units have which, and since when, the decision named beside each says. */
export const unitClasses = [
  'mountain',
  'high-mountain',
  'island',
  'border',
  'difficult-1',
  'difficult-2',
  'difficult-3',
] as const;
export type UnitClass = (typeof unitClasses)[number];

export interface Classing {
  readonly unitKnown: boolean;
  readonly class: UnitClass;
  readonly from: Day;
  readonly until: Day | null;
  /** Those the unit has had, of all classes. */
  readonly there: readonly { readonly class: UnitClass; readonly from: Day; readonly until: Day | null }[];
}

export type UnitClassObstacle =
  | 'unit-unknown'
  | 'days-not-in-order'
  | 'has-class-already'
  | 'one-difficult-area-only'
  | 'ended-already';

const isDifficult = (one: UnitClass): boolean => one.startsWith('difficult');

/** A unit has a class once at a time, and lies in one of the three difficult areas only. */
export function classingObstacles({ unitKnown, class: wanted, from, until, there }: Classing): UnitClassObstacle[] {
  const obstacles: UnitClassObstacle[] = [];
  if (!unitKnown) obstacles.push('unit-unknown');
  if (until !== null && until < from) obstacles.push('days-not-in-order');
  const same = there.filter(
    (one) => (one.until === null || from <= one.until) && (until === null || one.from <= until),
  );
  if (same.some((one) => one.class === wanted)) obstacles.push('has-class-already');
  if (isDifficult(wanted) && same.some((one) => one.class !== wanted && isDifficult(one.class)))
    obstacles.push('one-difficult-area-only');
  return obstacles;
}

export function closingObstacles(from: Day, known: Day | null, until: Day): UnitClassObstacle[] {
  if (until < from) return ['days-not-in-order'];
  return known !== null && known <= until ? ['ended-already'] : [];
}
