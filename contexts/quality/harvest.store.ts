import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { HarvestId, LotId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { HarvestLeft, HarvestPart } from './lot.ts';
import type { listHarvests } from './lot.wire.ts';
import { qualityIn } from './quality.tables.ts';

const assignedQty = sql<number>`coalesce(t.assigned_qty, 0)`;

/** What of an organisation's harvests is in no lot yet, newest first. */
export async function harvestPage(db: Db, filters: ParsedInputOf<typeof listHarvests>) {
  let rows = qualityIn(db)
    .selectFrom('production.published_harvest as h')
    .innerJoin('production.published_plot as p', 'p.id', 'h.plot_id')
    .innerJoin('quality.harvest_origin as o', 'o.harvest_id', 'h.id')
    .leftJoin('quality.harvest_stock as t', 't.harvest_id', 'o.origin_id')
    .leftJoin('production.published_season as s', 's.id', 'h.season_id')
    .where('h.organisation_id', 'in', sameOrganisation(filters.organisation))
    .where(sql<boolean>`h.qty > ${assignedQty}`);
  if (filters.commodity !== undefined) rows = rows.where('h.commodity_id', '=', filters.commodity);
  const items = await rows
    .select(['h.id', 'h.season_id', 'h.plot_id', 'h.commodity_id', 'h.variety_id', 'h.harvested_on', 'h.qty'])
    .select(['p.code as plot_code', 's.protocol', sql<number>`h.qty - ${assignedQty}`.as('left_qty')])
    .orderBy('h.harvested_on', 'desc')
    .orderBy('h.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

async function originsOf(db: Db, ids: readonly HarvestId[]): Promise<ReadonlyMap<HarvestId, HarvestId>> {
  if (ids.length === 0) return new Map();
  const rows = await qualityIn(db)
    .selectFrom('quality.harvest_origin')
    .select(['harvest_id', 'origin_id'])
    .where('harvest_id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ harvest_id, origin_id }) => [harvest_id, origin_id]));
}

async function lockedStock(db: Db, origins: readonly HarvestId[]): Promise<ReadonlyMap<HarvestId, number>> {
  const house = qualityIn(db);
  const wanted = [...new Set(origins)].sort();
  if (wanted.length === 0) return new Map();
  await house
    .insertInto('quality.harvest_stock')
    .values(wanted.map((harvest_id) => ({ harvest_id, harvested_qty: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await house
    .selectFrom('quality.harvest_stock')
    .select(['harvest_id', 'assigned_qty'])
    .where('harvest_id', 'in', wanted)
    .orderBy('harvest_id')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ harvest_id, assigned_qty }) => [harvest_id, assigned_qty]));
}

/**
 * The harvests with what is left of each, their stock rows locked in one order: two lots drafted at once wait for one
 * another, and no kilogram goes into both.
 */
export async function harvestsForLot(db: Db, ids: readonly HarvestId[]): Promise<HarvestLeft[]> {
  const origins = await originsOf(db, ids);
  const assigned = await lockedStock(db, [...origins.values()]);
  const harvests = await qualityIn(db)
    .selectFrom('production.published_harvest')
    .select(['id', 'organisation_id', 'commodity_id', 'harvested_on', 'qty'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return harvests.map((harvest) => ({
    id: harvest.id,
    organisation: harvest.organisation_id,
    commodity: harvest.commodity_id,
    harvestedOn: harvest.harvested_on,
    qty: harvest.qty,
    leftQty: Math.max(0, harvest.qty - (assigned.get(origins.get(harvest.id)!) ?? 0)),
  }));
}

export async function assignHarvests(
  db: Db,
  lot: LotId,
  parts: readonly HarvestPart[],
  harvests: readonly HarvestLeft[],
): Promise<void> {
  const house = qualityIn(db);
  await house
    .insertInto('quality.lot_harvest')
    .values(parts.map(({ harvest, qty }) => ({ lot_id: lot, harvest_id: harvest, qty })))
    .execute();
  const origins = await originsOf(
    db,
    parts.map(({ harvest }) => harvest),
  );
  const picked = new Map(harvests.map(({ id, qty }) => [id, qty]));
  for (const { harvest, qty } of parts) {
    await house
      .updateTable('quality.harvest_stock')
      .set((eb) => ({ assigned_qty: eb('assigned_qty', '+', qty), harvested_qty: picked.get(harvest)! }))
      .where('harvest_id', '=', origins.get(harvest)!)
      .execute();
  }
}

/** The harvests of a lot as they stand today; one that was withdrawn since has no day and no quantity. */
export async function lotHarvests(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.lot_picking as part')
    .leftJoin('production.published_harvest as h', 'h.id', 'part.current_id')
    .leftJoin('production.published_plot as p', 'p.id', 'h.plot_id')
    .leftJoin('quality.harvest_origin as o', 'o.harvest_id', 'h.id')
    .leftJoin('quality.harvest_stock as t', 't.harvest_id', 'o.origin_id')
    .select(['part.current_id as harvest_id', 'part.lot_qty', 'h.season_id', 'h.plot_id', 'h.variety_id'])
    .select(['h.harvested_on', 'h.qty', 'p.code as plot_code', sql<boolean>`h.id is not null`.as('standing')])
    .select(sql<boolean>`coalesce(t.assigned_qty > h.qty, false)`.as('overdrawn'))
    .where('part.lot_id', '=', lot)
    .orderBy('h.harvested_on')
    .orderBy('part.harvest_id')
    .execute();
}

export async function lastHarvestedOn(db: Db, lot: LotId): Promise<Day | null> {
  const days = (await lotHarvests(db, lot)).flatMap(({ harvested_on }) =>
    harvested_on === null ? [] : [harvested_on],
  );
  return days.sort().at(-1) ?? null;
}
