import type { Insertable } from 'kysely';
import type { DeliveryId, LotId, OrganisationId } from '#kernel/id.ts';
import { sql } from 'kysely';
import { deliveryForDispatch } from '#linkage';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import { qualityIn, type DispatchTable, type LotDecisionTable } from './quality.tables.ts';

export async function insertDecision(db: Db, decision: Insertable<LotDecisionTable>): Promise<void> {
  await qualityIn(db)
    .insertInto('quality.lot_decision')
    .values({ ...decision, snapshot: JSON.stringify(decision.snapshot) })
    .execute();
}

export async function lotDecisions(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.lot_decision')
    .selectAll()
    .where('lot_id', '=', lot)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function lotDispatches(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.dispatch as d')
    .leftJoin('linkage.published_delivery as p', 'p.id', 'd.delivery_id')
    .select(['d.id', 'd.delivery_id', 'd.market', 'd.qty', 'd.dispatched_on', 'p.buyer_id'])
    .where('d.lot_id', '=', lot)
    .orderBy('d.dispatched_on')
    .orderBy('d.id')
    .execute();
}

/** The delivery with what no lot accounts for yet; locked, so that two lots do not fill the same room. */
export async function deliveryToLoad(db: Db, id: DeliveryId) {
  const delivery = await deliveryForDispatch(db, id);
  if (delivery === undefined) return undefined;
  const house = qualityIn(db);
  await house
    .insertInto('quality.delivery_load')
    .values({ delivery_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const load = await house
    .selectFrom('quality.delivery_load')
    .select('loaded_qty')
    .where('delivery_id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...delivery, leftQty: delivery.netQty - load.loaded_qty };
}

export async function insertDispatch(db: Db, dispatch: Insertable<DispatchTable>): Promise<void> {
  const house = qualityIn(db);
  await house.insertInto('quality.dispatch').values(dispatch).execute();
  await house
    .updateTable('quality.delivery_load')
    .set((eb) => ({ loaded_qty: eb('loaded_qty', '+', dispatch.qty) }))
    .where('delivery_id', '=', dispatch.delivery_id)
    .execute();
}

/** Deliveries of one seller and commodity with room for a lot, newest first. */
export async function openDeliveries(db: Db, lot: { organisation_id: OrganisationId; commodity_id: string }) {
  return qualityIn(db)
    .selectFrom('linkage.published_delivery as d')
    .innerJoin('linkage.published_contract as c', 'c.id', 'd.contract_id')
    .leftJoin('quality.delivery_load as l', 'l.delivery_id', 'd.id')
    .select(['d.id', 'd.buyer_id', 'd.delivered_on', 'd.net_qty', 'c.number'])
    .select(sql<number>`d.net_qty - coalesce(l.loaded_qty, 0)`.as('left_qty'))
    .where(
      sql<boolean>`d.seller_id in ${sameOrganisation(lot.organisation_id)} and d.commodity_id = ${lot.commodity_id}`,
    )
    .where('d.state', '<>', 'disputed')
    .where(sql<boolean>`d.net_qty > coalesce(l.loaded_qty, 0)`)
    .orderBy('d.delivered_on', 'desc')
    .limit(100)
    .execute();
}
