import type { Day } from '#kernel/day.ts';
import { harvestsFor } from '#production';
import type { Db } from '#platform/database/db.ts';
import { lotHarvests } from './harvest.store.ts';
import type { LotRecord } from './lot.store.ts';
import type { ReleaseFacts } from './release.ts';
import type { AnalyteResult, LimitSet } from './residue.ts';
import { marketVerdict, organicVerdict } from './verdict.ts';
import {
  limitSetFor,
  limitSetsOn,
  resultsOf,
  samplesWithReports,
  substances,
  type LimitSetRecord,
  type NewestReport,
  type Substance,
} from './verdict.store.ts';
import { qualityIn } from './quality.tables.ts';

/** All that judging a lot on a day takes, read once for every market. */
export interface Assessment {
  readonly on: Day;
  readonly samples: readonly (NewestReport & { readonly results: readonly AnalyteResult[] })[];
  readonly unreported: readonly { readonly sampleCode: string }[];
  readonly sets: readonly { readonly record: LimitSetRecord; readonly limits: LimitSet }[];
  readonly substances: ReadonlyMap<string, Substance>;
  readonly nameOf: (code: string) => string;
}

async function commodityCode(db: Db, lot: LotRecord): Promise<string> {
  const { code } = await qualityIn(db)
    .selectFrom('registry.published_commodity')
    .select('code')
    .where('id', '=', lot.commodity_id)
    .executeTakeFirstOrThrow();
  return code;
}

export async function assessmentOf(db: Db, lot: LotRecord, on: Day): Promise<Assessment> {
  const rows = await samplesWithReports(db, lot.id);
  const samples: (NewestReport & { results: AnalyteResult[] })[] = [];
  for (const { report, number, version, ...row } of rows) {
    if (report === null || number === null || version === null) continue;
    samples.push({
      report,
      number,
      version,
      sample: row.sample,
      sampleCode: row.sample_code,
      sampledOn: row.sampled_on,
      results: await resultsOf(db, report),
    });
  }
  const commodity = await commodityCode(db, lot);
  const sets: { record: LimitSetRecord; limits: LimitSet }[] = [];
  for (const record of await limitSetsOn(db, on))
    sets.push({ record, limits: await limitSetFor(db, record, commodity) });
  const known = await substances(db);
  return {
    on,
    samples,
    unreported: rows.flatMap((row) => (row.report === null ? [{ sampleCode: row.sample_code }] : [])),
    sets,
    substances: known,
    nameOf: (code) => known.get(code)?.name ?? code,
  };
}

export const isSyntheticIn =
  (assessment: Assessment) =>
  (analyte: string): boolean =>
    assessment.substances.get(analyte)?.synthetic ?? true;

/** What production and the lot itself bring to a decision, whatever the market. */
export async function lotFacts(db: Db, lot: LotRecord) {
  const parts = await lotHarvests(db, lot.id);
  const standing = parts.filter((part) => part.standing);
  const days = standing.flatMap(({ harvested_on }) => (harvested_on === null ? [] : [harvested_on]));
  const harvests = await harvestsFor(
    db,
    standing.map(({ harvest_id }) => harvest_id),
  );
  return {
    lastHarvestedOn: days.sort().at(-1) ?? null,
    withdrawnHarvests: parts.length - standing.length,
    overdrawnHarvests: standing.filter(({ overdrawn }) => overdrawn).length,
    holds: harvests.flatMap(({ harvestedOn, holds }) => holds.map((hold) => ({ ...hold, harvestedOn }))),
  };
}
export type LotFacts = Awaited<ReturnType<typeof lotFacts>>;

/** The facts a release for one market is decided on. */
export function releaseFacts(lot: LotRecord, assessment: Assessment, facts: LotFacts, limits: LimitSet): ReleaseFacts {
  return {
    state: lot.state,
    claim: lot.claim,
    samples: assessment.samples.map(({ sampleCode, sampledOn, number, results }) => ({
      sampleCode,
      sampledOn,
      reportNumber: number,
      verdict: marketVerdict(results, limits, assessment.on),
      organic: organicVerdict(results, isSyntheticIn(assessment)),
    })),
    unreported: assessment.unreported,
    releasedFor: lot.released_for,
    market: limits.market,
    ...facts,
  };
}
