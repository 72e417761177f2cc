import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { SignedVnd, Vnd } from '#kernel/money.ts';
import { line } from '#kernel/text.ts';

const figures = {
  revenueVnd: Vnd.nullable(),
  profitVnd: SignedVnd.nullable(),
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

export const listYearly = query('registry.yearly.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(YearlyRow), may: z.object({ record: z.boolean() }) }),
});

/** Enters a year's figures, or corrects them with a reason. What is left out is unknown, not nought. */
export const recordYearly = command('registry.yearly.record', {
  input: z.object({
    organisation: OrganisationId,
    year: z.int().min(1990).max(2100),
    /** The version seen, 0 for a year without figures. */
    version: z.int().min(0).default(0),
    revenueVnd: figures.revenueVnd.default(null),
    profitVnd: figures.profitVnd.default(null),
    charterCapitalVnd: figures.charterCapitalVnd.default(null),
    totalCapitalVnd: figures.totalCapitalVnd.default(null),
    undividedAssetsVnd: figures.undividedAssetsVnd.default(null),
    officialMembers: figures.officialMembers.default(null),
    workers: figures.workers.default(null),
    source: line(200, 2),
    reason: line(500, 3).optional(),
  }),
  reply: z.object({ version: z.int() }),
});
