import { manages, type Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import type { HarvestHold } from './harvest.ts';
import { holdsOf, type HarvestFound } from './harvest.store.ts';
import { namesOf } from './people.store.ts';
import { ownedOf, seesNames, writesAs } from './production.access.ts';
import { commodityOf } from './protocol.store.ts';

/** Who entered it or runs the organisation may put a harvest right. */
export const mayCorrectHarvest = (actor: Actor, harvest: HarvestFound): boolean =>
  manages(actor, harvest.organisation_id) ||
  (actor.account === harvest.entered_by && writesAs(actor, ownedOf(harvest)) !== undefined);

export async function harvestViews(db: Db, actor: Actor, harvests: readonly HarvestFound[]) {
  const named = harvests.filter((harvest) => seesNames(actor, ownedOf(harvest)));
  const nameOf = await namesOf(
    db,
    named.map(({ entered_by }) => entered_by),
    named.length > 0,
  );
  const views = [];
  for (const harvest of harvests) {
    const { holds } = await holdsOf(db, harvest);
    const isStanding = harvest.replaced_by === null && !harvest.withdrawn;
    views.push({
      id: harvest.id,
      season: harvest.season_id,
      plot: { id: harvest.plot_id, code: harvest.plot_code, name: harvest.plot_name },
      organisation: { id: harvest.organisation_id, name: harvest.organisation_name },
      commodity: commodityOf(harvest),
      baseUnit: harvest.base_unit,
      variety: harvest.variety_id,
      harvestedOn: harvest.harvested_on,
      qty: harvest.qty,
      note: harvest.note,
      recordedAt: harvest.recorded_at,
      enteredBy: named.includes(harvest) ? nameOf(harvest.entered_by) : null,
      enteredAs: harvest.entered_as,
      replaces: harvest.replaces_id,
      reason: harvest.reason,
      holds,
      holdsWhenRecorded: harvest.found as HarvestHold[],
      provenance: harvest.provenance,
      may: { correct: isStanding && harvest.season_state === 'running' && mayCorrectHarvest(actor, harvest) },
    });
  }
  return views;
}
