import { z } from 'zod';
import { CommodityId, VarietyId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { BaseUnit } from '#kernel/quantity.ts';
import { line } from '#kernel/text.ts';
import { Names } from './certificate.wire.ts';
import { cycles, sectors, storages } from './commodity.ts';

export const TradeUnitView = z.object({
  code: z.string(),
  names: Names,
  /** Base units in one. */
  qty: z.int(),
  /** The one prices are given per. */
  usual: z.boolean(),
});
export type TradeUnitView = z.infer<typeof TradeUnitView>;

export const CommodityRow = z.object({
  id: CommodityId,
  code: z.string(),
  names: Names,
  sector: z.enum(sectors),
  baseUnit: BaseUnit,
  storage: z.enum(storages),
  cycle: z.enum(cycles),
  units: z.array(TradeUnitView),
  varieties: z.array(z.object({ id: VarietyId, names: Names })),
  /** Usual yield in base units per hectare and year. */
  usualYield: z
    .object({ least: z.int(), most: z.int(), source: z.string().nullable(), verified: z.boolean() })
    .nullable(),
  gtin: z.string().nullable(),
});
export type CommodityRow = z.infer<typeof CommodityRow>;

/** What is grown, raised, caught or made, with the units it is traded in. */
export const listCommodities = query('registry.commodity.list', {
  input: z.object({
    search: line(100, 0).optional(),
    sector: z.enum(sectors).optional(),
    storage: z.enum(storages).optional(),
    sort: z.enum(['name', 'sector', '-name', '-sector']).default('name'),
    ...paging,
    // Choosers ask for all of them.
    size: paging.size.default(200),
  }),
  reply: pageOf(CommodityRow),
});

export const getCommodity = query('registry.commodity.get', {
  input: z.object({ commodity: CommodityId }),
  reply: CommodityRow,
});
