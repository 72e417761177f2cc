import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { SignedVnd, Vnd } from '#kernel/money.ts';

const figures = {
  revenueVnd: Vnd.nullable(),
  profitVnd: SignedVnd.nullable(),
  externalRevenueVnd: Vnd.nullable(),
  internalRevenueVnd: Vnd.nullable(),
  costVnd: Vnd.nullable(),
  externalCostVnd: Vnd.nullable(),
  internalCostVnd: Vnd.nullable(),
  externalProfitVnd: SignedVnd.nullable(),
  internalProfitVnd: SignedVnd.nullable(),
  charterCapitalVnd: Vnd.nullable(),
  totalCapitalVnd: Vnd.nullable(),
  undividedAssetsVnd: Vnd.nullable(),
  officialMembers: z.int().min(0).max(10_000_000).nullable(),
  workers: z.int().min(0).max(10_000_000).nullable(),
};

export const YearlyRow = z.object({
  year: z.int(),
  ...figures,
  source: z.string(),
  provenance: z.enum(['entered', 'synthetic']),
  version: z.int(),
  recordedAt: Instant,
});
export type YearlyRow = z.infer<typeof YearlyRow>;

/** The figures of each reporting year. They are told and corrected by the yearly update. */
export const listYearly = query('registry.yearly.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(YearlyRow), may: z.object({ update: z.boolean() }) }),
});
