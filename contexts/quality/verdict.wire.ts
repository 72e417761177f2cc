import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { LotId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { ReportId } from './lot.ts';
import { MarketCode, MarketView, names, NgPerKg } from './quality-part.wire.ts';
import { enforcements, releaseVerdicts, resultKinds, verdictNotes } from './residue.ts';

const LimitView = z.object({
  kind: z.enum(['value', 'none', 'exempt', 'not-allowed']),
  ngPerKg: NgPerKg.nullable(),
  listed: z.boolean(),
  verified: z.boolean(),
});

export const ResidueVerdictView = z.object({
  residue: z.string(),
  name: z.string(),
  limit: LimitView,
  foundNgPerKg: NgPerKg.nullable(),
  uncertainty: z.enum(['stated', 'half-of-value']).nullable(),
  enforcement: z.enum(enforcements),
  release: z.enum(releaseVerdicts),
  notes: z.array(z.enum(verdictNotes)),
  components: z.array(
    z.object({
      analyte: z.string(),
      name: z.string(),
      factorMillionths: z.int(),
      kind: z.enum([...resultKinds, 'not-tested']),
      valueNgPerKg: NgPerKg.nullable(),
      loqNgPerKg: NgPerKg.nullable(),
    }),
  ),
});
export type ResidueVerdictView = z.infer<typeof ResidueVerdictView>;

export const LimitSetView = z.object({
  id: z.string(),
  market: z.string(),
  version: z.string(),
  name: z.string(),
  defaultRule: z.enum(['value', 'none', 'not-allowed']),
  defaultNgPerKg: NgPerKg.nullable(),
  defaultSource: z.string(),
  defaultVerified: z.boolean(),
  validFrom: Day,
  validUntil: Day.nullable(),
  source: z.string(),
  verified: z.boolean(),
});

/** Obstacles are `{code, …values}`: pages have the words. */
const Obstacles = z.array(z.looseObject({ code: z.string() }));

const MarketVerdictView = z.object({
  market: MarketView,
  limitSet: LimitSetView.nullable(),
  enforcement: z.enum(enforcements),
  release: z.enum(releaseVerdicts),
  analytes: z.int(),
  counts: z.object({
    residues: z.int(),
    quantified: z.int(),
    notCompliant: z.int(),
    fail: z.int(),
    inconclusive: z.int(),
  }),
  notTested: z.array(z.object({ residue: z.string(), name: z.string(), limit: LimitView, singleMethod: z.boolean() })),
  /** Why the lot cannot be released for this market today. */
  obstacles: Obstacles,
  released: z.boolean(),
});

/** Both verdicts in every market, under the limits of the day; nothing here is stored before a release. */
export const getVerdict = query('quality.verdict.get', {
  input: z.object({ lot: LotId, on: Day.optional() }),
  reply: z.object({
    on: Day,
    report: z.object({ id: ReportId, number: z.string(), version: z.int() }).nullable(),
    organic: z
      .object({
        breaches: z.array(z.object({ analyte: z.string(), name: z.string() })),
        traces: z.array(z.object({ analyte: z.string(), name: z.string() })),
      })
      .nullable(),
    markets: z.array(MarketVerdictView),
  }),
});
export type MarketVerdictView = z.infer<typeof MarketVerdictView>;

/** The residues of one market one by one: the telling ones, or all. */
export const listVerdicts = query('quality.verdict.list', {
  input: z.object({
    lot: LotId,
    market: MarketCode,
    on: Day.optional(),
    rows: z.enum(['telling', 'all']).default('telling'),
    search: line(100, 0).optional(),
    ...paging,
  }),
  reply: pageOf(ResidueVerdictView).extend({ all: z.int() }),
});

export const listLimitSets = query('quality.limit-set.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(LimitSetView.extend({ marketNames: MarketView, limits: z.int() })),
  }),
});

export const listLimits = query('quality.limit.list', {
  input: z.object({
    set: line(60),
    search: line(100, 0).optional(),
    commodity: line(60).optional(),
    ...paging,
  }),
  reply: pageOf(
    z.object({
      residue: z.string(),
      name: z.string(),
      /** The registry's code; * means any. */
      commodity: z.string(),
      commodityNames: z.object(names).nullable(),
      rule: z.enum(['limit', 'default', 'exempt']),
      ngPerKg: NgPerKg.nullable(),
      source: z.string(),
      verified: z.boolean(),
    }),
  ),
});
