import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { CommodityId, VarietyId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { listCommodities } from './commodity.wire.ts';
import type { PublishedCommodity } from './organisation.tables.ts';
import { registryIn } from './registry.tables.ts';
import { holds } from './search.store.ts';

type Filters = ParsedInputOf<typeof listCommodities>;

const commodities = (db: Db) => registryIn(db).selectFrom('registry.commodity');
const columns = [
  'id',
  'code',
  'name_vi',
  'name_en',
  'name_th',
  'sector',
  'base_unit',
  'storage',
  'cycle',
  'least_yield',
  'most_yield',
  'yield_source',
  'yield_verified',
  'gtin',
] as const;

const sorting = { name: sql`name_vi collate "vi-x-icu"`, sector: sql`sector` };

export async function commodityPage(db: Db, filters: Filters) {
  let rows = commodities(db);
  const { search, sector, storage } = filters;
  if (sector !== undefined) rows = rows.where('sector', '=', sector);
  if (storage !== undefined) rows = rows.where('storage', '=', storage);
  if (search)
    rows = rows.where(
      sql<boolean>`(${holds(sql`plain_name`, search)} or ${holds(sql`lower(name_en)`, search)} or name_th like ${`%${search}%`} or code = ${search})`,
    );
  const key = filters.sort.replace(/^-/, '') as keyof typeof sorting;
  const items = await rows
    .select(columns)
    .orderBy(sql`${sorting[key]} ${filters.sort.startsWith('-') ? sql`desc` : sql`asc`}`)
    .orderBy('code')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}
export type CommodityRecord = Awaited<ReturnType<typeof commodityPage>>['items'][number];

const unknownCommodity = (): Problem => new Problem('not-found', 'registry.commodity.unknown');

export async function commodityRecord(db: Db, commodity: CommodityId): Promise<CommodityRecord> {
  const row = await commodities(db).select(columns).where('id', '=', commodity).executeTakeFirst();
  if (row === undefined) throw unknownCommodity();
  return row;
}

/** Units in force on a day, the usual one first, and varieties of these commodities. */
export async function partsOf(db: Db, ids: readonly CommodityId[], on: Day) {
  const among = ids.length === 0 ? ['00000000-0000-0000-0000-000000000000' as CommodityId] : [...ids];
  const units = await registryIn(db)
    .selectFrom('registry.trade_unit')
    .select(['commodity_id', 'code', 'name_vi', 'name_en', 'name_th', 'qty', 'usual'])
    .where('commodity_id', 'in', among)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('usual', 'desc')
    .orderBy('qty')
    .execute();
  const varieties = await registryIn(db)
    .selectFrom('registry.variety')
    .select(['commodity_id', 'id', 'name_vi', 'name_en', 'name_th'])
    .where('commodity_id', 'in', among)
    .orderBy(sql`name_vi collate "vi-x-icu"`)
    .execute();
  return { units, varieties };
}
export type CommodityParts = Awaited<ReturnType<typeof partsOf>>;

/** What the other contexts may know of a commodity; undefined when the province has none of that id. */
export const findCommodity = (db: Db, commodity: CommodityId): Promise<PublishedCommodity | undefined> =>
  registryIn(db).selectFrom('registry.published_commodity').selectAll().where('id', '=', commodity).executeTakeFirst();

export async function commodityFacts(db: Db, commodity: CommodityId): Promise<PublishedCommodity> {
  const found = await findCommodity(db, commodity);
  if (found === undefined) throw unknownCommodity();
  return found;
}

/** The units a commodity may be traded in on a day. */
export async function tradeUnitsOf(db: Db, commodity: CommodityId, on: Day) {
  const { units } = await partsOf(db, [commodity], on);
  return units.map(({ code, qty, usual, ...names }) => ({ code, qty, usual, ...names }));
}

/** Whether a variety is one of the commodity. */
export async function isVarietyOf(db: Db, variety: VarietyId, commodity: CommodityId): Promise<boolean> {
  const row = await registryIn(db)
    .selectFrom('registry.variety')
    .select('id')
    .where('id', '=', variety)
    .where('commodity_id', '=', commodity)
    .executeTakeFirst();
  return row !== undefined;
}
