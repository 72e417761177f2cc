import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, ContractId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { linkageIn } from './linkage.tables.ts';
import type { Side } from './part.wire.ts';
import type { ConfirmedPrice } from './price.ts';
import type { PriceId } from './price.wire.ts';

export const pricesOf = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .selectFrom('linkage.market_price')
    .selectAll()
    .where('contract_id', '=', contract)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(400)
    .execute();

/** What both sides stand by. */
export async function confirmedPrices(db: Db, contract: ContractId): Promise<ConfirmedPrice[]> {
  const rows = await linkageIn(db)
    .selectFrom('linkage.market_price')
    .select(['id', 'on_day', 'price_vnd'])
    .where('contract_id', '=', contract)
    .where('state', '=', 'confirmed')
    .execute();
  return rows.map(({ id, on_day, price_vnd }) => ({ id, on: on_day, priceVnd: price_vnd }));
}

export const findPrice = (db: Db, price: PriceId) =>
  linkageIn(db).selectFrom('linkage.market_price').selectAll().where('id', '=', price).executeTakeFirst();

export const standsOn = async (db: Db, contract: ContractId, on: Day): Promise<boolean> =>
  (await linkageIn(db)
    .selectFrom('linkage.market_price')
    .select('id')
    .where('contract_id', '=', contract)
    .where('on_day', '=', on)
    .where('state', '<>', 'refused')
    .executeTakeFirst()) !== undefined;

export const savePrice = (
  db: Db,
  price: {
    readonly id: PriceId;
    readonly contract: ContractId;
    readonly on: Day;
    readonly priceVnd: number;
    readonly source: string;
    readonly side: Side;
    readonly by: AccountId;
  },
) =>
  linkageIn(db)
    .insertInto('linkage.market_price')
    .values({
      id: price.id,
      contract_id: price.contract,
      on_day: price.on,
      price_vnd: price.priceVnd,
      source: price.source,
      side: price.side,
      recorded_by: price.by,
      answered_by: null,
      answered_at: null,
    })
    .execute();

export const answerPrice = (db: Db, price: PriceId, state: 'confirmed' | 'refused', by: AccountId) =>
  linkageIn(db)
    .updateTable('linkage.market_price')
    .set({ state, answered_by: by, answered_at: sql`now()` })
    .where('id', '=', price)
    .execute();
