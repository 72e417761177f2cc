import { addDays, type Day } from '#kernel/day.ts';
import type { CommodityId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';
import type { recordCommodity } from './trade-unit.wire.ts';

/** Every unit a commodity has, had and will have. */
export const unitsInTime = (db: Db, commodity: CommodityId) =>
  registryIn(db)
    .selectFrom('registry.trade_unit')
    .select(['code', 'name_vi', 'name_en', 'name_th', 'qty', 'usual', 'valid_from as from', 'valid_until as until'])
    .where('commodity_id', '=', commodity)
    .orderBy('usual', 'desc')
    .orderBy('code')
    .orderBy('valid_from')
    .execute();

/** Held until the transaction ends: two who change its units do so one after the other. */
export const lockCommodity = (db: Db, commodity: CommodityId) =>
  registryIn(db)
    .selectFrom('registry.commodity')
    .select('id')
    .where('id', '=', commodity)
    .forUpdate()
    .executeTakeFirst();

export interface NewUnit {
  readonly commodity: CommodityId;
  readonly code: string;
  readonly names: { readonly vi: string; readonly en: string; readonly th: string };
  readonly qty: number;
  readonly from: Day;
  readonly usual?: boolean;
}

export const saveTradeUnit = (db: Db, { commodity, code, names, qty, from, usual = false }: NewUnit) =>
  registryIn(db)
    .insertInto('registry.trade_unit')
    .values({
      commodity_id: commodity,
      code,
      name_vi: names.vi,
      name_en: names.en,
      name_th: names.th,
      qty,
      usual,
      valid_from: from,
      valid_until: null,
    })
    .execute();

/** The unit as it stood is there until the day before. */
export const endTradeUnit = (db: Db, commodity: CommodityId, code: string, from: Day) =>
  registryIn(db)
    .updateTable('registry.trade_unit')
    .set({ valid_until: addDays(from, -1) })
    .where('commodity_id', '=', commodity)
    .where('code', '=', code)
    .where('valid_until', 'is', null)
    .execute();

export const commodityByCode = (db: Db, code: string) =>
  registryIn(db).selectFrom('registry.commodity').select('id').where('code', '=', code).executeTakeFirst();

export async function saveCommodity(db: Db, given: ParsedInputOf<typeof recordCommodity>): Promise<void> {
  await registryIn(db)
    .insertInto('registry.commodity')
    .values({
      id: given.commodity,
      code: given.code,
      name_vi: given.names.vi,
      name_en: given.names.en,
      name_th: given.names.th,
      sector: given.sector,
      base_unit: given.baseUnit,
      storage: given.storage,
      cycle: given.cycle,
      least_yield: null,
      most_yield: null,
      yield_source: null,
      gtin: null,
    })
    .execute();
}
