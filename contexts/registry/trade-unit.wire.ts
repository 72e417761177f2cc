import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { CommodityId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { BaseUnit, PositiveQty } from '#kernel/quantity.ts';
import { line } from '#kernel/text.ts';
import { Names } from './certificate.wire.ts';
import { cycles, sectors, storages } from './commodity.ts';

const Code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'registry.code.shape');
const TypedNames = z.object({ vi: line(100), en: line(100), th: line(100) });

/** All units of a commodity in time: past, in force and planned. */
export const listTradeUnits = query('registry.trade-unit.list', {
  input: z.object({ commodity: CommodityId }),
  reply: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        names: Names,
        qty: z.int(),
        usual: z.boolean(),
        from: Day,
        until: Day.nullable(),
        may: z.object({ change: z.boolean() }),
      }),
    ),
    baseUnit: BaseUnit,
    may: z.object({ record: z.boolean() }),
  }),
});

/** One more unit to trade in. */
export const recordTradeUnit = command('registry.trade-unit.record', {
  input: z.object({ commodity: CommodityId, code: Code, names: TypedNames, qty: PositiveQty, from: Day }),
  reply: z.object({}),
});

/** From a day on the unit holds another quantity: a new row, the old one ends the day before. */
export const changeTradeUnit = command('registry.trade-unit.change', {
  input: z.object({ commodity: CommodityId, code: Code, qty: PositiveQty, from: Day }),
  reply: z.object({}),
});

/** From a day on nothing new is traded in it. */
export const closeTradeUnit = command('registry.trade-unit.close', {
  input: z.object({ commodity: CommodityId, code: Code, from: Day }),
  reply: z.object({}),
});

/** A commodity that the list which comes along does not have, with the unit its prices are given per. */
export const recordCommodity = command('registry.commodity.record', {
  input: z.object({
    commodity: CommodityId,
    code: Code,
    names: TypedNames,
    sector: z.enum(sectors),
    baseUnit: BaseUnit,
    storage: z.enum(storages),
    cycle: z.enum(cycles),
    usualUnit: z.object({ code: Code, names: TypedNames, qty: PositiveQty }),
  }),
  reply: z.object({}),
});
