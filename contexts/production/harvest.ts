import { addDays, type Day } from '#kernel/day.ts';
import { scaled } from '#kernel/money.ts';
import type { InputVerdict } from './activity.ts';

/** One use of an input on a plot, as the log says it today. */
export interface InputUse {
  readonly entry: string;
  readonly input: string;
  readonly activeIngredient: string | null;
  readonly usedOn: Day;
  readonly phiDays: number | null;
  readonly phiVerified: boolean | null;
  readonly verdict: InputVerdict;
  /** Used in the season of the harvest; an interval counts whatever the season. */
  readonly sameSeason: boolean;
}

/** The first day a fruit may be picked after this use. */
export const earliestHarvestOn = ({ usedOn, phiDays }: Pick<InputUse, 'usedOn' | 'phiDays'>): Day =>
  addDays(usedOn, phiDays ?? 0);

export interface HarvestFacts {
  readonly harvestedOn: Day;
  /** Everything used on the plot, in whatever season. */
  readonly uses: readonly InputUse[];
  /** Stages before the harvest's own that nobody has signed off. */
  readonly openStages: readonly string[];
  /** All that was picked from the plot in the year up to this harvest, this one with it. */
  readonly yearQty: number;
  /** Base units per hectare and year; null: the registry names none. */
  readonly mostYield: number | null;
  readonly areaM2: number;
}

export type HarvestHold =
  | {
      readonly code: 'within-pre-harvest-interval';
      readonly entry: string;
      readonly input: string;
      readonly usedOn: Day;
      readonly phiDays: number;
      readonly earliestOn: Day;
      readonly verified: boolean;
    }
  | { readonly code: 'banned-input'; readonly entry: string; readonly input: string; readonly usedOn: Day }
  | { readonly code: 'input-not-listed'; readonly entry: string; readonly input: string; readonly usedOn: Day }
  | { readonly code: 'stage-not-signed-off'; readonly stage: string }
  | { readonly code: 'yield-implausible'; readonly yearQty: number; readonly mostQty: number };

function useHold(use: InputUse, harvestedOn: Day): HarvestHold[] {
  const { entry, input, usedOn, phiDays, verdict, sameSeason } = use;
  if (usedOn > harvestedOn) return [];
  const holds: HarvestHold[] = [];
  const earliestOn = earliestHarvestOn(use);
  if (harvestedOn < earliestOn) {
    const verified = use.phiVerified === true;
    holds.push({
      code: 'within-pre-harvest-interval',
      entry,
      input,
      usedOn,
      phiDays: phiDays ?? 0,
      earliestOn,
      verified,
    });
  }
  if (verdict === 'banned' && sameSeason) holds.push({ code: 'banned-input', entry, input, usedOn });
  if (verdict === 'not-listed' && sameSeason) holds.push({ code: 'input-not-listed', entry, input, usedOn });
  return holds;
}

/** The most a plot can plausibly give in a year. */
export const mostYearQty = (mostYield: number, areaM2: number): number => scaled(mostYield, areaM2, 10_000);

/**
 * Everything that speaks against letting this harvest go. What was picked was picked: it is recorded all the same,
 * and no lot made of it is released while a hold stands.
 */
export function harvestHolds(facts: HarvestFacts): HarvestHold[] {
  const { openStages, yearQty, mostYield, areaM2 } = facts;
  const holds = facts.uses.flatMap((use) => useHold(use, facts.harvestedOn));
  holds.push(...openStages.map((stage) => ({ code: 'stage-not-signed-off', stage }) as const));
  if (mostYield !== null && yearQty > mostYearQty(mostYield, areaM2))
    holds.push({ code: 'yield-implausible', yearQty, mostQty: mostYearQty(mostYield, areaM2) });
  return holds;
}

export type HarvestObstacle =
  | 'season-not-running'
  | 'before-the-season'
  | 'in-the-future'
  | 'variety-of-another-commodity';

interface HarvestToRecord {
  readonly harvestedOn: Day;
  readonly season: { readonly startedOn: Day; readonly state: string };
  readonly varietyFits: boolean;
  readonly today: Day;
}

/** Why something cannot be a harvest of this season at all. */
export function harvestObstacles({ harvestedOn, season, varietyFits, today }: HarvestToRecord): HarvestObstacle[] {
  const obstacles: HarvestObstacle[] = [];
  if (season.state !== 'running') obstacles.push('season-not-running');
  if (harvestedOn < season.startedOn) obstacles.push('before-the-season');
  if (harvestedOn > today) obstacles.push('in-the-future');
  if (!varietyFits) obstacles.push('variety-of-another-commodity');
  return obstacles;
}
