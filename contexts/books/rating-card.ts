/** Rating of cooperatives (Circular 01/2020/TT-BKHĐT): 15 criteria, 100 points, self-scored, then checked. */
export const ratingClasses = ['weak', 'average', 'fair', 'good'] as const;
export type RatingClass = (typeof ratingClasses)[number];

/** Criteria with their parts and group. Where the split of the points was not seen, a criterion is one part. */
export const criteria = [
  { number: 1, group: 'finance', parts: ['total', 'growth'] },
  { number: 2, group: 'finance', parts: ['total', 'growth'] },
  { number: 3, group: 'finance', parts: ['revenue', 'needs', 'profit'] },
  { number: 4, group: 'finance', parts: ['development', 'reserve', 'other'] },
  { number: 5, group: 'governance', parts: ['whole'] },
  { number: 6, group: 'governance', parts: ['whole'] },
  { number: 7, group: 'governance', parts: ['degree', 'vocational', 'young'] },
  { number: 8, group: 'governance', parts: ['whole'] },
  { number: 9, group: 'governance', parts: ['whole'] },
  { number: 10, group: 'community', parts: ['whole'] },
  { number: 11, group: 'community', parts: ['whole'] },
  { number: 12, group: 'community', parts: ['whole'] },
  { number: 13, group: 'community', parts: ['whole'] },
  { number: 14, group: 'community', parts: ['whole'] },
  { number: 15, group: 'community', parts: ['whole'] },
] as const;
export const ratingGroups = ['finance', 'governance', 'community'] as const;
export type RatingGroup = (typeof ratingGroups)[number];
export const ratingParts = [
  'total',
  'growth',
  'revenue',
  'needs',
  'profit',
  'development',
  'reserve',
  'other',
  'degree',
  'vocational',
  'young',
  'whole',
] as const;
export type RatingPart = (typeof ratingParts)[number];

export const isPartOf = (criterion: number, part: RatingPart): boolean =>
  criteria.some(({ number, parts }) => number === criterion && (parts as readonly RatingPart[]).includes(part));

/** The most points of one part; null where no source gives them. */
export interface RatingRule {
  readonly criterion: number;
  readonly part: RatingPart;
  readonly most: number | null;
  readonly source: string | null;
  readonly verified: boolean;
}

export interface RatingBands {
  readonly good: number | null;
  readonly fair: number | null;
  readonly average: number | null;
  readonly minMonthsOperating: number | null;
  readonly maxMonthsStopped: number | null;
}

export interface RatingRules {
  readonly parts: readonly RatingRule[];
  readonly bands: RatingBands;
}

export interface GivenPoints {
  readonly criterion: number;
  readonly part: RatingPart;
  readonly self: number | null;
  readonly checked: number | null;
}

export interface RatingInputs {
  readonly applies: boolean;
  /** Whole months from the founding to the end of the year; null where the day is unknown. */
  readonly monthsOperating: number | null;
  readonly monthsStopped: number | null;
  readonly points: readonly GivenPoints[];
}

export type RatingBlank =
  | 'not-for-this-kind'
  | 'months-operating'
  | 'months-stopped'
  | 'bands'
  | `most-${number}`
  | `points-${number}`;

export interface RatingLine extends RatingRule {
  readonly self: number | null;
  readonly checked: number | null;
  readonly group: RatingGroup;
}

export interface RatingResult {
  readonly class: RatingClass | null;
  /** Too young, or at a standstill too long: there is no grade, and nothing is missing. */
  readonly notGraded: 'too-young' | 'stopped-too-long' | null;
  readonly lines: readonly RatingLine[];
  /** Of the points that were checked; null while one of them is missing. */
  readonly totalPoints: number | null;
  readonly selfPoints: number;
  readonly checkedPoints: number;
  readonly blanks: readonly RatingBlank[];
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

function linesOf({ parts }: RatingRules, { points }: RatingInputs): RatingLine[] {
  return criteria.flatMap(({ number, group, parts: own }) =>
    own.map((part) => {
      const rule = parts.find((one) => one.criterion === number && one.part === part);
      const given = points.find((one) => one.criterion === number && one.part === part);
      return {
        criterion: number,
        part,
        group,
        most: rule?.most ?? null,
        source: rule?.source ?? null,
        verified: rule?.verified ?? false,
        self: given?.self ?? null,
        checked: given?.checked ?? null,
      };
    }),
  );
}

/** Not graded below twelve months of life or above three of standstill. */
function standing({ bands }: RatingRules, inputs: RatingInputs) {
  const { monthsOperating: lived, monthsStopped: stopped } = inputs;
  const { minMonthsOperating: least, maxMonthsStopped: most } = bands;
  const blanks: RatingBlank[] = [];
  if (lived === null || least === null) blanks.push('months-operating');
  else if (lived < least) return { notGraded: 'too-young' as const, blanks: [] };
  if (stopped === null || most === null) blanks.push('months-stopped');
  else if (stopped > most) return { notGraded: 'stopped-too-long' as const, blanks: [] };
  return { notGraded: null, blanks };
}

function bandOf({ good, fair, average }: RatingBands, points: number): RatingClass | null {
  if (good === null || fair === null || average === null) return null;
  if (points >= good) return 'good';
  if (points >= fair) return 'fair';
  return points >= average ? 'average' : 'weak';
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

export function ratingOf(rules: RatingRules, inputs: RatingInputs): RatingResult {
  const lines = linesOf(rules, inputs);
  const counted = {
    lines,
    selfPoints: sum(lines.map(({ self }) => self)),
    checkedPoints: sum(lines.map(({ checked }) => checked)),
  };
  const none = { ...counted, class: null, totalPoints: null };
  if (!inputs.applies) return { ...none, notGraded: null, blanks: ['not-for-this-kind'] };
  const { notGraded, blanks: before } = standing(rules, inputs);
  if (notGraded !== null) return { ...none, notGraded, blanks: [] };
  const missing = unique<RatingBlank>([
    ...lines.filter(({ most }) => most === null).map(({ criterion }) => `most-${criterion}` as const),
    ...lines
      .filter(({ most, checked }) => most !== null && checked === null)
      .map(({ criterion }) => `points-${criterion}` as const),
  ]);
  const totalPoints = missing.length === 0 ? counted.checkedPoints : null;
  const band = totalPoints === null ? null : bandOf(rules.bands, totalPoints);
  const unbanded: RatingBlank[] = totalPoints !== null && band === null ? ['bands'] : [];
  const blanks = [...before, ...missing, ...unbanded];
  return { ...counted, totalPoints, notGraded: null, blanks, class: blanks.length === 0 ? band : null };
}

export type ScoreObstacle = 'no-such-part' | 'most-not-established' | 'more-than-most' | 'changed-meanwhile';

export function scoreObstacles(
  rule: RatingRule | undefined,
  given: { readonly points: number | null; readonly seen: number; readonly version: number },
): ScoreObstacle[] {
  const obstacles: ScoreObstacle[] = [];
  if (rule === undefined) obstacles.push('no-such-part');
  else if (rule.most === null) obstacles.push('most-not-established');
  else if (given.points !== null && given.points > rule.most) obstacles.push('more-than-most');
  if (given.seen !== given.version) obstacles.push('changed-meanwhile');
  return obstacles;
}
