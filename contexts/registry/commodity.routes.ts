import { handle } from '#platform/method/handle.ts';
import {
  commodityPage,
  commodityRecord,
  partsOf,
  type CommodityParts,
  type CommodityRecord,
} from './commodity.store.ts';
import { getCommodity, listCommodities, type CommodityRow } from './commodity.wire.ts';

const namesOf = ({ name_vi, name_en, name_th }: { name_vi: string; name_en: string; name_th: string }) => ({
  vi: name_vi,
  en: name_en,
  th: name_th,
});

const yieldOf = ({
  least_yield,
  most_yield,
  yield_source,
  yield_verified,
}: CommodityRecord): CommodityRow['usualYield'] =>
  least_yield === null || most_yield === null
    ? null
    : { least: least_yield, most: most_yield, source: yield_source, verified: yield_verified };

const commodityView = (row: CommodityRecord, { units, varieties }: CommodityParts): CommodityRow => ({
  id: row.id,
  code: row.code,
  names: namesOf(row),
  sector: row.sector,
  baseUnit: row.base_unit,
  storage: row.storage,
  cycle: row.cycle,
  units: units
    .filter(({ commodity_id }) => commodity_id === row.id)
    .map((unit) => ({ code: unit.code, names: namesOf(unit), qty: unit.qty, usual: unit.usual })),
  varieties: varieties
    .filter(({ commodity_id }) => commodity_id === row.id)
    .map((variety) => ({ id: variety.id, names: namesOf(variety) })),
  usualYield: yieldOf(row),
  gtin: row.gtin,
});

export const commodityRoutes = [
  handle(listCommodities, async ({ input, db, today, insist }) => {
    insist(true);
    const { items, total } = await commodityPage(db, input);
    const parts = await partsOf(
      db,
      items.map(({ id }) => id),
      today,
    );
    return { total, items: items.map((row) => commodityView(row, parts)) };
  }),

  handle(getCommodity, async ({ input, db, today, insist }) => {
    insist(true);
    const row = await commodityRecord(db, input.commodity);
    return commodityView(row, await partsOf(db, [row.id], today));
  }),
];
