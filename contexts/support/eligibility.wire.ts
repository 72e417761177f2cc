import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { Fact, Judgement } from '#kernel/fact.ts';
import { CommodityId, OrganisationId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { MeasureId, partKinds } from './policy.ts';
import { PartRow } from './policy.wire.ts';

export const GrantedPart = z.object({
  part: z.string(),
  kind: z.enum(partKinds),
  count: z.int().nullable(),
  amountVnd: z.int(),
});
export type GrantedPart = z.infer<typeof GrantedPart>;

/** Would this organisation qualify today, and why? Costs nothing, records nothing, commits to nothing. */
export const checkEligibility = query('support.eligibility.check', {
  input: z.object({
    organisation: OrganisationId,
    measure: MeasureId,
    areaM2: z.coerce.number().int().min(1).max(10_000_000_000).optional(),
    commodity: CommodityId.optional(),
  }),
  reply: z.object({
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    asOf: Day,
    tableVersion: z.int(),
    tableVerified: z.boolean(),
    judgement: Judgement,
    facts: z.array(Fact),
    /** What the measure's parts are called. */
    parts: z.array(PartRow),
    /** What would be given at most; null while the facts do not say. */
    grant: z.array(GrantedPart).nullable(),
    may: z.object({ apply: z.boolean() }),
  }),
});
