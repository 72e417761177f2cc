import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type ContractId, type DeliveryId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Db } from '#platform/database/db.ts';
import type { Scope } from './contract.access.ts';
import type { DeliveryState, OutsideState } from './delivery.ts';
import type { listDeliveries } from './delivery.wire.ts';
import { linkageIn } from './linkage.tables.ts';
import { direction, sortKey } from './part.store.ts';
import type { Side } from './part.wire.ts';
import { isParty, isPartyOf, isWithin } from './scope.store.ts';

type Filters = ParsedInputOf<typeof listDeliveries>;

const isSettled = sql<boolean>`exists (select from linkage.settlement_line l
  where l.province = d.province and l.delivery_id = d.id and l.live)`;

const joined = (db: Db) =>
  linkageIn(db)
    .selectFrom('linkage.delivery as d')
    .innerJoin('linkage.contract as c', 'c.id', 'd.contract_id')
    .innerJoin('registry.published_organisation as s', 's.id', 'c.seller_id')
    .innerJoin('registry.published_organisation as b', 'b.id', 'c.buyer_id');

const shown = [
  'd.id',
  'd.contract_id',
  'd.delivered_on',
  'd.place',
  'd.vehicle',
  'd.gross_qty',
  'd.tare_qty',
  'd.net_qty',
  'd.outside_qty',
  'd.side',
  'd.recorded_at',
  'd.answer_until',
  'd.state',
  'd.corrects_id',
  'd.correction_reason',
  'c.number',
  'c.seller_id',
  'c.buyer_id',
  'c.commodity_id',
  'c.unit_code',
  'c.unit_qty',
  'c.provenance',
] as const;

export interface ListedDeliveries {
  readonly filters: Filters;
  readonly scope: Scope;
  readonly own: readonly OrganisationId[];
}

function filteredDeliveries(db: Db, { filters, scope, own }: ListedDeliveries) {
  let rows = joined(db).where(isWithin(scope));
  const { contract, organisation, commodity, state, from, until, mine } = filters;
  if (contract !== undefined) rows = rows.where('d.contract_id', '=', contract);
  if (commodity !== undefined) rows = rows.where('c.commodity_id', '=', commodity);
  rows = state === undefined ? rows.where('d.state', '<>', 'corrected') : rows.where('d.state', '=', state);
  if (from !== undefined) rows = rows.where('d.delivered_on', '>=', from);
  if (until !== undefined) rows = rows.where('d.delivered_on', '<=', until);
  if (organisation !== undefined) rows = rows.where(isPartyOf(organisation));
  if (mine === true) rows = rows.where(isParty(own));
  return rows;
}

export async function deliveryPage(db: Db, listed: ListedDeliveries) {
  const rows = filteredDeliveries(db, listed);
  const { filters } = listed;
  const order = sortKey(filters.sort) === 'qty' ? sql`d.net_qty` : sql`d.delivered_on`;
  const items = await rows
    .select(shown)
    .select([isSettled.as('settled'), outsideState.as('outside_state')])
    .orderBy(sql`${order} ${direction(filters.sort)}`)
    .orderBy('d.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

const outsideState = sql<OutsideState | null>`(select o.state from linkage.outside_line o
  where o.province = d.province and o.delivery_id = d.id)`;

export const findDelivery = (db: Db, delivery: DeliveryId) =>
  joined(db)
    .select(shown)
    .select([isSettled.as('settled'), outsideState.as('outside_state')])
    .where('d.id', '=', delivery)
    .executeTakeFirst();
export type DeliveryRecord = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

export const answersOf = (db: Db, delivery: DeliveryId) =>
  linkageIn(db)
    .selectFrom('linkage.delivery_answer')
    .selectAll()
    .where('delivery_id', '=', delivery)
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

export const findOutside = (db: Db, delivery: DeliveryId) =>
  linkageIn(db).selectFrom('linkage.outside_line').selectAll().where('delivery_id', '=', delivery).executeTakeFirst();

export const correctionOf = (db: Db, delivery: DeliveryId) =>
  linkageIn(db).selectFrom('linkage.delivery').select('id').where('corrects_id', '=', delivery).executeTakeFirst();

/** What of the promise is taken already: by what is confirmed, or by all that stands. */
export async function takenQty(db: Db, contract: ContractId, states: readonly DeliveryState[]): Promise<number> {
  const { qty } = await linkageIn(db)
    .selectFrom('linkage.delivery')
    .select(sql<number>`coalesce(sum(net_qty - outside_qty), 0)::bigint`.as('qty'))
    .where('contract_id', '=', contract)
    .where('state', 'in', states)
    .executeTakeFirstOrThrow();
  return qty;
}

export interface NewDelivery {
  readonly id: DeliveryId;
  readonly contract: ContractId;
  readonly deliveredOn: Day;
  readonly place: string;
  readonly vehicle: string;
  readonly grossQty: number;
  readonly tareQty: number;
  readonly outsideQty: number;
  readonly side: Side;
  readonly by: AccountId;
  readonly answerUntil: Day;
  readonly corrects?: { readonly id: DeliveryId; readonly reason: string };
}

export const saveDelivery = (db: Db, given: NewDelivery) =>
  linkageIn(db)
    .insertInto('linkage.delivery')
    .values({
      id: given.id,
      contract_id: given.contract,
      delivered_on: given.deliveredOn,
      place: given.place,
      vehicle: given.vehicle,
      gross_qty: given.grossQty,
      tare_qty: given.tareQty,
      net_qty: given.grossQty - given.tareQty,
      outside_qty: given.outsideQty,
      side: given.side,
      recorded_by: given.by,
      answer_until: given.answerUntil,
      corrects_id: given.corrects?.id ?? null,
      correction_reason: given.corrects?.reason ?? '',
    })
    .execute();

export const setDeliveryState = (
  db: Db,
  delivery: DeliveryId,
  given: { readonly state: DeliveryState; readonly outsideQty?: number },
) =>
  linkageIn(db)
    .updateTable('linkage.delivery')
    .set({ state: given.state, ...(given.outsideQty === undefined ? {} : { outside_qty: given.outsideQty }) })
    .where('id', '=', delivery)
    .execute();

export const saveAnswer = (
  db: Db,
  answer: {
    readonly delivery: DeliveryId;
    readonly kind: 'confirmed' | 'disputed';
    readonly side: Side;
    /** null: nobody said anything in time. */
    readonly by: AccountId | null;
    readonly weights?: { readonly grossQty: number; readonly tareQty: number };
    readonly reason?: string;
  },
) =>
  linkageIn(db)
    .insertInto('linkage.delivery_answer')
    .values({
      id: newId(),
      delivery_id: answer.delivery,
      kind: answer.kind,
      by_silence: answer.by === null,
      side: answer.side,
      gross_qty: answer.weights?.grossQty ?? null,
      tare_qty: answer.weights?.tareQty ?? null,
      reason: answer.reason ?? '',
      answered_by: answer.by,
    })
    .execute();

/** The surplus of a delivery, as it is counted now; nothing when there is none. */
export async function putOutside(db: Db, delivery: DeliveryId, qty: number): Promise<void> {
  if (qty === 0) {
    await voidOutside(db, delivery);
    return;
  }
  await linkageIn(db)
    .insertInto('linkage.outside_line')
    .values({ delivery_id: delivery, qty, pricing: null, answered_by: null, answered_at: null })
    .onConflict((conflict) => conflict.columns(['province', 'delivery_id']).doUpdateSet({ qty, state: 'open' }))
    .execute();
}

export const voidOutside = (db: Db, delivery: DeliveryId) =>
  linkageIn(db)
    .updateTable('linkage.outside_line')
    .set({ state: 'void', pricing: null })
    .where('delivery_id', '=', delivery)
    .execute();

export const answerOutside = (
  db: Db,
  delivery: DeliveryId,
  given: { readonly pricing: 'contract' | 'market' | null; readonly reason: string; readonly by: AccountId },
) =>
  linkageIn(db)
    .updateTable('linkage.outside_line')
    .set({
      state: given.pricing === null ? 'returned' : 'accepted',
      pricing: given.pricing,
      reason: given.reason,
      answered_by: given.by,
      answered_at: sql`now()`,
    })
    .where('delivery_id', '=', delivery)
    .execute();

/** Deliveries whose window has passed without a word, of contracts that say what silence means. */
export const silentDeliveries = (db: Db, today: Day) =>
  linkageIn(db)
    .selectFrom('linkage.delivery as d')
    .innerJoin('linkage.contract as c', 'c.id', 'd.contract_id')
    .select(['d.id', 'd.contract_id', 'd.side', 'c.on_silence'])
    .where('d.state', '=', 'recorded')
    .where('d.answer_until', '<', today)
    .orderBy('d.recorded_at')
    .orderBy('d.id')
    .execute();
