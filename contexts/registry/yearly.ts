import type { Day } from '#kernel/day.ts';

/** The reporting year runs from 15 December to 14 December (Circular 09/2024/TT-BKHĐT, art. 6). */
export const reportingYear = (on: Day): number => Number(on.slice(0, 4)) + (on.slice(5) >= '12-15' ? 1 : 0);

export interface YearlyFigures {
  readonly revenueVnd: number | null;
  readonly profitVnd: number | null;
  readonly charterCapitalVnd: number | null;
  readonly totalCapitalVnd: number | null;
  readonly undividedAssetsVnd: number | null;
  readonly officialMembers: number | null;
  readonly workers: number | null;
}

export const yearlyFields = [
  'revenueVnd',
  'profitVnd',
  'charterCapitalVnd',
  'totalCapitalVnd',
  'undividedAssetsVnd',
  'officialMembers',
  'workers',
] as const satisfies readonly (keyof YearlyFigures)[];

export interface Recording {
  readonly year: number;
  readonly provenance: string;
  readonly foundedOn: Day | null;
  /** The version seen; 0 when the year has no figures yet. */
  readonly expected: number;
  readonly version: number;
  readonly reason: string | null;
  readonly today: Day;
}

export type YearlyObstacle =
  | 'reported'
  | 'year-not-begun'
  | 'before-founding'
  | 'changed-meanwhile'
  | 'reason-missing'
  | 'nothing-told'
  | 'profit-above-revenue'
  | 'charter-above-total-capital';

/** Every reason why a year's figures cannot be so. A blank is a blank, never a nought. */
export function yearlyObstacles(figures: YearlyFigures, recording: Recording): YearlyObstacle[] {
  const obstacles: YearlyObstacle[] = [];
  if (recording.provenance === 'reported') obstacles.push('reported');
  if (recording.year > reportingYear(recording.today)) obstacles.push('year-not-begun');
  if (recording.foundedOn !== null && recording.year < reportingYear(recording.foundedOn))
    obstacles.push('before-founding');
  if (recording.version !== recording.expected) obstacles.push('changed-meanwhile');
  if (recording.version > 0 && recording.reason === null) obstacles.push('reason-missing');
  if (yearlyFields.every((field) => figures[field] === null)) obstacles.push('nothing-told');
  return [...obstacles, ...senseObstacles(figures)];
}

function senseObstacles({
  revenueVnd,
  profitVnd,
  charterCapitalVnd,
  totalCapitalVnd,
}: YearlyFigures): YearlyObstacle[] {
  const obstacles: YearlyObstacle[] = [];
  if (revenueVnd !== null && profitVnd !== null && profitVnd > revenueVnd) obstacles.push('profit-above-revenue');
  if (charterCapitalVnd !== null && totalCapitalVnd !== null && charterCapitalVnd > totalCapitalVnd)
    obstacles.push('charter-above-total-capital');
  return obstacles;
}
