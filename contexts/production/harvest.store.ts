import { sql } from 'kysely';
import { addDays, type Day } from '#kernel/day.ts';
import type { HarvestId, PlotId, SeasonId, VarietyId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { EnteredAs } from './activity.ts';
import { harvestHolds, type HarvestFacts, type HarvestHold, type InputUse } from './harvest.ts';
import type { listHarvests } from './harvest.wire.ts';
import type { Reach } from './production.access.ts';
import { productionIn } from './production.tables.ts';
import { stagesBeforeHarvest } from './progress.ts';
import type { ProtocolContent } from './protocol.ts';
import type { SeasonFound } from './season.store.ts';

type Filters = ParsedInputOf<typeof listHarvests>;

/** Harvests, also replaced ones, with the names of what they hang on and what judging them takes. */
const harvests = (db: Db) =>
  productionIn(db)
    .selectFrom('production.harvest as h')
    .leftJoin('production.harvest as l', 'l.replaces_id', 'h.id')
    .innerJoin('production.season as s', 's.id', 'h.season_id')
    .innerJoin('production.current_plot as p', 'p.id', 'h.plot_id')
    .innerJoin('registry.published_organisation as o', 'o.id', 'h.organisation_id')
    .innerJoin('registry.published_commodity as c', 'c.id', 'h.commodity_id')
    .innerJoin('production.protocol_version as v', (join) =>
      join.onRef('v.protocol_id', '=', 's.protocol_id').onRef('v.version', '=', 's.protocol_version'),
    )
    .selectAll('h')
    .select([
      'l.id as replaced_by',
      'p.code as plot_code',
      'p.name as plot_name',
      'p.area_m2',
      'p.unit_code',
      'o.name as organisation_name',
      'c.code as commodity_code',
      'c.base_unit',
      'c.most_yield',
      'c.name_vi',
      'c.name_en',
      'c.name_th',
      'v.content',
      's.state as season_state',
    ]);

export type HarvestFound = Awaited<ReturnType<typeof harvestFound>>;

export async function harvestPage(db: Db, reach: Reach, filters: Filters) {
  let rows = harvests(db).where('l.id', 'is', null).where('h.withdrawn', '=', false);
  if (!reach.everything)
    rows = rows.where((eb) =>
      eb.or([
        sql<boolean>`h.organisation_id = any(${reach.organisations}::uuid[])`,
        sql<boolean>`p.unit_code = any(${reach.units}::text[])`,
      ]),
    );
  const { organisation, season, plot } = filters;
  if (organisation !== undefined) rows = rows.where('h.organisation_id', 'in', sameOrganisation(organisation));
  if (season !== undefined) rows = rows.where('h.season_id', '=', season);
  if (plot !== undefined) rows = rows.where('h.plot_id', '=', plot);
  const items = await rows
    .orderBy('h.harvested_on', filters.sort === 'day' ? 'asc' : 'desc')
    .orderBy('h.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export async function harvestFound(db: Db, id: HarvestId) {
  const harvest = await harvests(db).where('h.id', '=', id).executeTakeFirst();
  if (harvest === undefined) throw new Problem('not-found', 'production.harvest.unknown');
  return harvest;
}

export const harvestsByIds = (db: Db, ids: readonly HarvestId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : harvests(db)
        .where('h.id', 'in', [...ids])
        .orderBy('h.harvested_on')
        .execute();

export const harvestsOfSeason = (db: Db, season: SeasonId) =>
  harvests(db)
    .where('h.season_id', '=', season)
    .where('l.id', 'is', null)
    .where('h.withdrawn', '=', false)
    .orderBy('h.harvested_on', 'desc')
    .execute();

/** What the log says today was used on a plot until a day. */
export async function usesOnPlot(db: Db, plot: PlotId, season: SeasonId, until: Day): Promise<InputUse[]> {
  const rows = await productionIn(db)
    .selectFrom('production.standing_entry')
    .select(['id', 'season_id', 'input_name', 'active_ingredient', 'done_on', 'phi_days', 'phi_verified', 'verdict'])
    .where('plot_id', '=', plot)
    .where('input_name', 'is not', null)
    .where('done_on', '<=', until)
    .where('done_on', '>=', addDays(until, -800))
    .orderBy('done_on')
    .execute();
  return rows.map((row) => ({
    entry: row.id,
    input: row.input_name!,
    activeIngredient: row.active_ingredient,
    usedOn: row.done_on,
    phiDays: row.phi_days,
    phiVerified: row.phi_verified,
    verdict: row.verdict!,
    sameSeason: row.season_id === season,
  }));
}

async function openStages(db: Db, season: SeasonId, protocol: ProtocolContent): Promise<string[]> {
  const before = new Set(stagesBeforeHarvest(protocol));
  const rows = await productionIn(db)
    .selectFrom('production.season_stage')
    .select(['stage'])
    .where('season_id', '=', season)
    .where('state', '<>', 'signed-off')
    .orderBy('position')
    .execute();
  return rows.map(({ stage }) => stage).filter((stage) => before.has(stage));
}

async function yearQty(db: Db, { plot, commodity, until }: Picking): Promise<number> {
  const { qty } = await productionIn(db)
    .selectFrom('production.standing_harvest')
    .select(sql<number>`least(coalesce(sum(qty), 0), 9000000000000000)::bigint`.as('qty'))
    .where('plot_id', '=', plot)
    .where('commodity_id', '=', commodity)
    .where('harvested_on', '<=', until)
    .where('harvested_on', '>', addDays(until, -365))
    .executeTakeFirstOrThrow();
  return qty;
}

interface Picking {
  readonly plot: PlotId;
  readonly commodity: SeasonFound['commodity_id'];
  readonly until: Day;
}

interface ToJudge {
  readonly plot_id: PlotId;
  readonly season_id: SeasonId;
  readonly commodity_id: SeasonFound['commodity_id'];
  readonly harvested_on: Day;
  readonly most_yield: number | null;
  readonly area_m2: number;
  readonly content: unknown;
}

/** What holds a harvest back, judged by the log as it stands now; the harvest itself is in the database already. */
export async function holdsOf(db: Db, harvest: ToJudge): Promise<{ holds: HarvestHold[]; uses: InputUse[] }> {
  const { plot_id: plot, season_id: season, commodity_id: commodity, harvested_on: until } = harvest;
  const facts: HarvestFacts = {
    harvestedOn: until,
    uses: await usesOnPlot(db, plot, season, until),
    openStages: await openStages(db, season, harvest.content as ProtocolContent),
    yearQty: await yearQty(db, { plot, commodity, until }),
    mostYield: harvest.most_yield,
    areaM2: harvest.area_m2,
  };
  return { holds: harvestHolds(facts), uses: [...facts.uses] };
}

interface NewHarvest {
  readonly id: HarvestId;
  readonly season: SeasonFound;
  readonly harvestedOn: Day;
  readonly qty: number;
  readonly variety: VarietyId | null;
  readonly note: string | null;
  readonly by: string;
  readonly as: EnteredAs;
  readonly replaces: HarvestId | null;
  readonly withdrawn: boolean;
  readonly reason: string | null;
}

/** Writes the harvest together with what is found against it, this harvest's own quantity counted in. */
export async function insertHarvest(db: Db, harvest: NewHarvest): Promise<HarvestHold[]> {
  const { season } = harvest;
  const place = { plot_id: season.plot_id, season_id: season.id, commodity_id: season.commodity_id };
  const judged = await holdsBefore(db, harvest);
  await productionIn(db)
    .insertInto('production.harvest')
    .values({
      ...place,
      id: harvest.id,
      organisation_id: season.organisation_id,
      variety_id: harvest.variety,
      harvested_on: harvest.harvestedOn,
      qty: harvest.qty,
      note: harvest.note,
      found: JSON.stringify(judged),
      entered_by: harvest.by,
      entered_as: harvest.as,
      replaces_id: harvest.replaces,
      withdrawn: harvest.withdrawn,
      reason: harvest.reason,
      provenance: season.provenance,
    })
    .execute();
  return judged;
}

async function replacedQty(db: Db, replaces: HarvestId | null): Promise<number> {
  if (replaces === null) return 0;
  const row = await productionIn(db)
    .selectFrom('production.harvest')
    .select('qty')
    .where('id', '=', replaces)
    .executeTakeFirst();
  return row?.qty ?? 0;
}

async function holdsBefore(
  db: Db,
  { season, harvestedOn, qty, replaces, withdrawn }: NewHarvest,
): Promise<HarvestHold[]> {
  if (withdrawn) return [];
  const { plot_id: plot, commodity_id: commodity } = season;
  const counted = await yearQty(db, { plot, commodity, until: harvestedOn });
  return harvestHolds({
    harvestedOn,
    uses: await usesOnPlot(db, plot, season.id, harvestedOn),
    openStages: await openStages(db, season.id, season.content),
    yearQty: counted + qty - (await replacedQty(db, replaces)),
    mostYield: season.most_yield,
    areaM2: season.area_m2,
  });
}

/** Standing harvests of a plot from a day on: those that a use written down later may hold back. */
export const harvestsSince = (db: Db, plot: PlotId, from: Day, season: SeasonId) =>
  harvests(db)
    .where('h.plot_id', '=', plot)
    .where('l.id', 'is', null)
    .where('h.withdrawn', '=', false)
    .where((eb) => eb.or([eb('h.harvested_on', '>=', from), eb('h.season_id', '=', season)]))
    .execute();
