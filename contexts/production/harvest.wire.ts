import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { HarvestId, OrganisationId, PlotId, SeasonId, VarietyId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { BaseUnit, PositiveQty } from '#kernel/quantity.ts';
import { line, prose } from '#kernel/text.ts';
import { enteredAs } from './activity.ts';
import { CommodityName } from './protocol.wire.ts';

/** What speaks against letting a harvest go; its figures beside its code. */
const Hold = z.looseObject({ code: z.string() });

export const HarvestView = z.object({
  id: HarvestId,
  season: SeasonId,
  plot: z.object({ id: PlotId, code: z.string(), name: z.string() }),
  organisation: z.object({ id: OrganisationId, name: z.string() }),
  commodity: CommodityName,
  baseUnit: BaseUnit,
  variety: VarietyId.nullable(),
  harvestedOn: Day,
  qty: z.int(),
  note: z.string().nullable(),
  recordedAt: Instant,
  enteredBy: z.string().nullable(),
  enteredAs: z.enum(enteredAs),
  replaces: HarvestId.nullable(),
  reason: z.string().nullable(),
  /** Judged anew from today's log, and as it was judged when recorded. */
  holds: z.array(Hold),
  holdsWhenRecorded: z.array(Hold),
  provenance: z.enum(['entered', 'synthetic']),
  may: z.object({ correct: z.boolean() }),
});
export type HarvestView = z.infer<typeof HarvestView>;

export const listHarvests = query('production.harvest.list', {
  input: z.object({
    organisation: OrganisationId.optional(),
    season: SeasonId.optional(),
    plot: PlotId.optional(),
    sort: z.enum(['day', '-day']).default('-day'),
    ...paging,
  }),
  reply: pageOf(HarvestView),
});

const Picked = {
  harvestedOn: Day,
  /** In the commodity's base unit: at most a million tonnes, or as many pieces. */
  qty: PositiveQty.max(1_000_000_000_000),
  variety: VarietyId.optional(),
  note: prose(2_000, 1).optional(),
};

/** A harvest that happened is recorded, whatever speaks against it: the reply says what holds it back. */
export const recordHarvest = command('production.harvest.record', {
  input: z.object({ id: HarvestId, season: SeasonId, ...Picked }),
  reply: z.object({ holds: z.array(Hold) }),
});

export const correctHarvest = command('production.harvest.correct', {
  input: z.object({ id: HarvestId, replaces: HarvestId, reason: line(500), ...Picked }),
  reply: z.object({ holds: z.array(Hold) }),
});

/** It was entered by mistake: there was no such harvest. */
export const withdrawHarvest = command('production.harvest.withdraw', {
  input: z.object({ id: HarvestId, replaces: HarvestId, reason: line(500) }),
  reply: z.object({}),
});
