import type { Day } from '#kernel/day.ts';
import type { Claim, LotState } from './lot.ts';
import type { MarketVerdict, OrganicVerdict, ReleaseVerdict } from './residue.ts';

/** What production says speaks against a harvest, as it judges today: within-pre-harvest-interval, stage-not-signed-off … */
export interface HarvestHold {
  readonly code: string;
  readonly [value: string]: unknown;
}

export interface SampleVerdict {
  readonly sampleCode: string;
  readonly sampledOn: Day;
  readonly reportNumber: string;
  readonly verdict: MarketVerdict;
  readonly organic: OrganicVerdict;
}

export interface ReleaseFacts {
  readonly state: LotState;
  readonly claim: Claim;
  /** The newest report of every sample of the lot, the newest sample first. */
  readonly samples: readonly SampleVerdict[];
  readonly unreported: readonly { readonly sampleCode: string }[];
  readonly lastHarvestedOn: Day | null;
  readonly withdrawnHarvests: number;
  /** Corrected since to less than lots were made of. */
  readonly overdrawnHarvests: number;
  readonly holds: readonly HarvestHold[];
  readonly releasedFor: readonly string[];
  readonly market: string;
}

export type ReleaseObstacle =
  | { readonly code: 'not-sampled' | 'blocked' | 'already-released' }
  | { readonly code: 'report-missing'; readonly sample: string }
  | { readonly code: 'verdict-not-pass'; readonly sample: string; readonly verdict: Exclude<ReleaseVerdict, 'pass'> }
  | { readonly code: 'sampled-before-picked'; readonly sample: string; readonly pickedOn: Day }
  | { readonly code: 'synthetic-residue'; readonly sample: string; readonly analytes: readonly string[] }
  | { readonly code: 'harvest-withdrawn' | 'more-than-was-picked'; readonly count: number }
  | HarvestHold;

/** A failing sample is not outvoted by a better one: the newest report of each sample must pass. */
function sampleObstacles(sample: SampleVerdict, { claim, lastHarvestedOn }: ReleaseFacts): ReleaseObstacle[] {
  const obstacles: ReleaseObstacle[] = [];
  const { sampleCode, verdict, organic, sampledOn } = sample;
  if (verdict.release !== 'pass')
    obstacles.push({ code: 'verdict-not-pass', sample: sampleCode, verdict: verdict.release });
  if (claim !== 'none' && organic.breaches.length > 0)
    obstacles.push({ code: 'synthetic-residue', sample: sampleCode, analytes: organic.breaches });
  if (lastHarvestedOn !== null && sampledOn < lastHarvestedOn)
    obstacles.push({ code: 'sampled-before-picked', sample: sampleCode, pickedOn: lastHarvestedOn });
  return obstacles;
}

/** Every reason why the lot cannot leave for this market. */
export function releaseObstacles(facts: ReleaseFacts): ReleaseObstacle[] {
  const obstacles: ReleaseObstacle[] = [];
  if (facts.state === 'blocked') obstacles.push({ code: 'blocked' });
  if (facts.releasedFor.includes(facts.market)) obstacles.push({ code: 'already-released' });
  if (facts.samples.length === 0 && facts.unreported.length === 0) obstacles.push({ code: 'not-sampled' });
  obstacles.push(
    ...facts.unreported.map(({ sampleCode }) => ({ code: 'report-missing', sample: sampleCode }) as const),
  );
  obstacles.push(...facts.samples.flatMap((sample) => sampleObstacles(sample, facts)));
  if (facts.withdrawnHarvests > 0) obstacles.push({ code: 'harvest-withdrawn', count: facts.withdrawnHarvests });
  if (facts.overdrawnHarvests > 0) obstacles.push({ code: 'more-than-was-picked', count: facts.overdrawnHarvests });
  obstacles.push(...facts.holds);
  return obstacles;
}
