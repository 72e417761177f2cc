import type { Day } from '#kernel/day.ts';
import type { HarvestId, VarietyId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Call } from '#platform/method/handle.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { harvestObstacles, type HarvestHold } from './harvest.ts';
import { harvestViews, mayCorrectHarvest } from './harvest.reply.ts';
import { harvestFound, harvestPage, insertHarvest, type HarvestFound } from './harvest.store.ts';
import { correctHarvest, listHarvests, recordHarvest, withdrawHarvest } from './harvest.wire.ts';
import { mayAskFor } from './plot.store.ts';
import { ownedOf, reachOf, writesAs } from './production.access.ts';
import { seasonForChange, varietyFits, type SeasonFound } from './season.store.ts';

interface Picked {
  readonly harvestedOn: Day;
  readonly variety?: VarietyId | undefined;
}

async function refuse(db: Db, season: SeasonFound, { harvestedOn, variety }: Picked, today: Day): Promise<void> {
  const obstacles = harvestObstacles({
    harvestedOn,
    season: { startedOn: season.started_on, state: season.state },
    varietyFits: await varietyFits(db, season.commodity_id, variety),
    today,
  });
  if (obstacles.length > 0) throw new Problem('conflict', 'production.harvest.not-recordable', { obstacles });
}

const told = (season: SeasonFound, harvest: HarvestId, holds: readonly HarvestHold[]) => ({
  harvest,
  season: season.id,
  plot: season.plot_id,
  organisation: season.organisation_id,
  holds: holds.map(({ code }) => code),
});

/** Locks the season of a harvest and makes sure it still stands. */
async function standing(db: Db, id: HarvestId): Promise<{ harvest: HarvestFound; season: SeasonFound }> {
  const { season_id } = await harvestFound(db, id);
  const season = await seasonForChange(db, season_id);
  return { season, harvest: await harvestFound(db, id) };
}

function refuseReplaced(harvest: HarvestFound): void {
  if (harvest.replaced_by !== null || harvest.withdrawn)
    throw new Problem('conflict', 'production.harvest.already-replaced', { by: harvest.replaced_by });
}

const tellCorrected = (tell: Call<unknown>['tell'], old: HarvestId, by: HarvestId, withdrawn: boolean) =>
  tell('production.harvest.corrected', { harvest: old, by, withdrawn });

export const harvestRoutes = [
  handle(listHarvests, async ({ input, actor, db, insist }) => {
    insist(await mayAskFor(db, actor, input.organisation));
    const { items, total } = await harvestPage(db, reachOf(actor), input);
    return { total, items: await harvestViews(db, actor, items) };
  }),

  handle(recordHarvest, async ({ input, actor, db, insist, today, tell }) => {
    const season = await seasonForChange(db, input.season);
    const as = writesAs(actor, ownedOf(season));
    insist(as !== undefined);
    await refuse(db, season, input, today);
    const holds = await insertHarvest(db, {
      id: input.id,
      season,
      harvestedOn: input.harvestedOn,
      qty: input.qty,
      variety: input.variety ?? season.variety_id,
      note: input.note ?? null,
      by: actor.account!,
      as: as!,
      replaces: null,
      withdrawn: false,
      reason: null,
    });
    await tell('production.harvest.recorded', told(season, input.id, holds));
    return { holds };
  }),

  handle(correctHarvest, async ({ input, actor, db, insist, today, tell }) => {
    const { harvest, season } = await standing(db, input.replaces);
    insist(mayCorrectHarvest(actor, harvest));
    refuseReplaced(harvest);
    await refuse(db, season, input, today);
    const holds = await insertHarvest(db, {
      id: input.id,
      season,
      harvestedOn: input.harvestedOn,
      qty: input.qty,
      variety: input.variety ?? harvest.variety_id,
      note: input.note ?? null,
      by: actor.account!,
      as: writesAs(actor, ownedOf(season))!,
      replaces: harvest.id,
      withdrawn: false,
      reason: input.reason,
    });
    await tellCorrected(tell, harvest.id, input.id, false);
    return { holds };
  }),

  handle(withdrawHarvest, async ({ input, actor, db, insist, tell }) => {
    const { harvest, season } = await standing(db, input.replaces);
    insist(mayCorrectHarvest(actor, harvest));
    refuseReplaced(harvest);
    if (season.state !== 'running')
      throw new Problem('conflict', 'production.harvest.not-recordable', { obstacles: ['season-not-running'] });
    await insertHarvest(db, {
      id: input.id,
      season,
      harvestedOn: harvest.harvested_on,
      qty: harvest.qty,
      variety: harvest.variety_id,
      note: harvest.note,
      by: actor.account!,
      as: writesAs(actor, ownedOf(season))!,
      replaces: harvest.id,
      withdrawn: true,
      reason: input.reason,
    });
    await tellCorrected(tell, harvest.id, input.id, true);
    return {};
  }),
];
