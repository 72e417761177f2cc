import type { Day } from '#kernel/day.ts';

export const sensitiveFields = ['ethnicity', 'poverty'] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

/** A statute that demands the value, or the person's consent. */
export const sensitiveBases = ['consent', 'statute'] as const;
export type SensitiveBasis = (typeof sensitiveBases)[number];

export const povertyStates = ['poor', 'near-poor'] as const;
export type PovertyState = (typeof povertyStates)[number];

export type SensitiveObstacle =
  | 'value-missing'
  | 'value-of-another-field'
  | 'no-person'
  | 'erased'
  | 'erased-already'
  | 'year-in-future'
  | 'not-by-consent'
  | 'withdrawn-in-future';

export interface SensitiveTerms {
  readonly field: SensitiveField;
  readonly ethnicity: string | null;
  readonly poverty: { readonly year: number } | null;
  readonly party: string;
  readonly erased: boolean;
  readonly today: Day;
}

/** Every reason why a sensitive value cannot be kept. */
export function sensitiveObstacles(terms: SensitiveTerms): SensitiveObstacle[] {
  const { field, ethnicity, poverty } = terms;
  const obstacles: SensitiveObstacle[] = [];
  const [own, other] = field === 'ethnicity' ? [ethnicity, poverty] : [poverty, ethnicity];
  if (own === null) obstacles.push('value-missing');
  if (other !== null) obstacles.push('value-of-another-field');
  // A household is poor; a people is a person's.
  if (terms.party !== 'person' && !(field === 'poverty' && terms.party === 'household')) obstacles.push('no-person');
  if (terms.erased) obstacles.push('erased');
  if (poverty !== null && poverty.year > Number(terms.today.slice(0, 4))) obstacles.push('year-in-future');
  return obstacles;
}

export interface Withdrawing {
  readonly basis: SensitiveBasis;
  readonly erased: boolean;
  readonly withdrawnOn: Day;
  readonly today: Day;
}
export function withdrawingObstacles({ basis, erased, withdrawnOn, today }: Withdrawing): SensitiveObstacle[] {
  const obstacles: SensitiveObstacle[] = [];
  if (basis !== 'consent') obstacles.push('not-by-consent');
  if (erased) obstacles.push('erased-already');
  if (withdrawnOn > today) obstacles.push('withdrawn-in-future');
  return obstacles;
}

export interface Group {
  readonly code: string;
  readonly count: number;
}
export interface ShownGroup {
  readonly code: string;
  /** Null: too few to be told. */
  readonly count: number | null;
}

/**
 * Small groups are not told, nor is what would let them be worked out: those hidden are at least two, and together at
 * least as many as the least group. Where that cannot be, nothing is told.
 */
export function shownGroups(groups: readonly Group[], least: number): ShownGroup[] {
  const sorted = groups.filter(({ count }) => count > 0).toSorted((one, other) => one.count - other.count);
  let hidden = sorted.filter(({ count }) => count < least).length;
  const sum = (first: number): number => sorted.slice(0, first).reduce((all, { count }) => all + count, 0);
  while (hidden > 0 && hidden < sorted.length && (hidden < 2 || sum(hidden) < least)) hidden += 1;
  return sorted.map(({ code, count }, at) => ({ code, count: at < hidden ? null : count })).reverse();
}
