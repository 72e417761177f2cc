import { z } from 'zod';
import { CommodityId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { BaseUnit } from '#kernel/quantity.ts';
import { Names } from './certificate.wire.ts';
import { cycles, sectors, storages } from './commodity.ts';

export const ListedCommodity = z.object({
  code: z.string(),
  names: Names,
  sector: z.enum(sectors),
  baseUnit: BaseUnit,
  storage: z.enum(storages),
  cycle: z.enum(cycles),
  units: z.array(z.object({ code: z.string(), names: Names, qty: z.int(), usual: z.boolean() })),
  varieties: z.array(Names),
  source: z.string(),
  verified: z.boolean(),
  /** In the province's own list, if it has taken it over. */
  commodity: CommodityId.nullable(),
});
export type ListedCommodity = z.infer<typeof ListedCommodity>;

/** The list that comes along: what a province may take over into its own. */
export const listListedCommodities = query('registry.listed-commodity.list', {
  input: z.object({}),
  reply: z.object({ items: z.array(ListedCommodity), may: z.object({ accept: z.boolean() }) }),
});

/** Takes commodities of the list over, with their units and varieties. One that is there already stays as it is. */
export const acceptListedCommodities = command('registry.listed-commodity.accept', {
  input: z.object({
    items: z
      .array(z.object({ code: z.string().max(60), commodity: CommodityId }))
      .min(1)
      .max(300),
  }),
  reply: z.object({ accepted: z.int() }),
});
