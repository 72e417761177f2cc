import type { Day } from '#kernel/day.ts';
import type { CommodityId, HarvestId, OrganisationId, PlotId, SeasonId, VarietyId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { earliestHarvestOn, type HarvestHold, type InputUse } from './harvest.ts';
import { harvestsByIds, holdsOf } from './harvest.store.ts';

/** A harvest as quality needs it before it makes a lot of it or lets one go. */
export interface HarvestForLot {
  readonly id: HarvestId;
  readonly season: SeasonId;
  readonly plot: PlotId;
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId;
  readonly variety: VarietyId | null;
  readonly harvestedOn: Day;
  readonly qty: number;
  /** replaced: a correction took its place. withdrawn: there was no such harvest. */
  readonly standing: 'standing' | 'replaced' | 'withdrawn';
  readonly replacedBy: HarvestId | null;
  /** By the log as it stands now; a lot of it must not be released while this is not empty. */
  readonly holds: readonly HarvestHold[];
}

type Found = Awaited<ReturnType<typeof harvestsByIds>>[number];

const standingOf = ({ withdrawn, replaced_by }: Found): HarvestForLot['standing'] => {
  if (withdrawn) return 'withdrawn';
  return replaced_by === null ? 'standing' : 'replaced';
};

/** Those of these harvests that the province knows, oldest first. */
export async function harvestsFor(db: Db, ids: readonly HarvestId[]): Promise<HarvestForLot[]> {
  const found = await harvestsByIds(db, ids);
  const harvests: HarvestForLot[] = [];
  for (const harvest of found) {
    const { holds } = await holdsOf(db, harvest);
    harvests.push({
      id: harvest.id,
      season: harvest.season_id,
      plot: harvest.plot_id,
      organisation: harvest.organisation_id,
      commodity: harvest.commodity_id,
      variety: harvest.variety_id,
      harvestedOn: harvest.harvested_on,
      qty: harvest.qty,
      standing: standingOf(harvest),
      replacedBy: harvest.replaced_by,
      holds,
    });
  }
  return harvests;
}

export interface ResidueRiskFact extends InputUse {
  readonly harvest: HarvestId;
  readonly harvestedOn: Day;
  readonly earliestOn: Day;
  readonly withinInterval: boolean;
}

/** What was used on the land of these harvests before them: what a laboratory should look for. */
export async function residueRiskFacts(db: Db, ids: readonly HarvestId[]): Promise<ResidueRiskFact[]> {
  const facts: ResidueRiskFact[] = [];
  for (const harvest of await harvestsByIds(db, ids)) {
    const { uses } = await holdsOf(db, harvest);
    const { id, harvested_on: harvestedOn } = harvest;
    for (const use of uses) {
      const earliestOn = earliestHarvestOn(use);
      facts.push({ ...use, harvest: id, harvestedOn, earliestOn, withinInterval: harvestedOn < earliestOn });
    }
  }
  return facts;
}
