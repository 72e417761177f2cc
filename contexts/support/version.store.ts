import { sql } from 'kysely';
import type { Fact, Judgement, Outcome } from '#kernel/fact.ts';
import type { CommodityId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { ApplicationId } from './application.ts';
import type { DecisionTableId, MeasureId, Part } from './policy.ts';
import { supportIn } from './support.tables.ts';

export interface Submitted {
  readonly application: ApplicationId;
  readonly version: number;
  readonly areaM2: number;
  readonly commodity: CommodityId | null;
  readonly plan: string;
  readonly facts: readonly Fact[];
  readonly factsHash: string;
  readonly eligibility: DecisionTableId;
  readonly grant: DecisionTableId;
  readonly judgement: Judgement;
  readonly outcome: Outcome;
  readonly by: string;
}

export const insertVersion = (db: Db, submitted: Submitted) =>
  supportIn(db)
    .insertInto('support.application_version')
    .values({
      application_id: submitted.application,
      version: submitted.version,
      area_m2: submitted.areaM2,
      commodity_id: submitted.commodity,
      plan: submitted.plan,
      facts: JSON.stringify(submitted.facts),
      facts_hash: submitted.factsHash,
      eligibility_id: submitted.eligibility,
      grant_id: submitted.grant,
      judgement: JSON.stringify(submitted.judgement),
      outcome: submitted.outcome,
      submitted_by: submitted.by,
    })
    .execute();

export const versionsOf = (db: Db, application: ApplicationId) =>
  supportIn(db)
    .selectFrom('support.application_version')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('version', 'desc')
    .execute();
export type VersionRecord = Awaited<ReturnType<typeof versionsOf>>[number];

/** The next number of a measure in a year; the measure is locked while it is taken. */
export async function nextNumber(db: Db, measure: { id: MeasureId; code: string }, year: string): Promise<string> {
  const { taken } = await supportIn(db)
    .selectFrom('support.application')
    .select(sql<number>`count(*)`.as('taken'))
    .where('measure_id', '=', measure.id)
    .where('number', 'like', `${measure.code}/${year}/%`)
    .executeTakeFirstOrThrow();
  return `${measure.code}/${year}/${String(taken + 1).padStart(4, '0')}`;
}

export const insertGranted = (db: Db, application: ApplicationId, parts: readonly Part[]) =>
  supportIn(db)
    .insertInto('support.granted_part')
    .values(
      parts.map(({ part, kind, count, amountVnd }) => ({
        application_id: application,
        part,
        kind,
        count,
        amount_vnd: amountVnd,
      })),
    )
    .execute();

export async function grantedOf(db: Db, application: ApplicationId): Promise<Part[]> {
  const rows = await supportIn(db)
    .selectFrom('support.granted_part')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('part')
    .execute();
  return rows.map(({ part, kind, count, amount_vnd }) => ({ part, kind, count, amountVnd: amount_vnd }));
}
