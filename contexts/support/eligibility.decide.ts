import { contentHash } from '#kernel/canonical.ts';
import type { Day } from '#kernel/day.ts';
import { factsByName, withFacts, type Clause, type Fact, type FactSheet, type Judgement } from '#kernel/fact.ts';
import type { CommodityId, OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { judge } from '#platform/feel/clause.ts';
import { runTable } from '#platform/feel/run.ts';
import type { ApplicationId } from './application.ts';
import { cyclesSupported, findCommodity, runningApplications } from './application.store.ts';
import { partsOf, type Part } from './policy.ts';
import { clausesOn, partsOfMeasure, tableOn, type MeasureRecord, type TableRecord } from './policy.store.ts';

/** Handed in by the composition root, because facts come from rooms above and beside this one. */
export type FactsOf = (question: {
  readonly db: Db;
  readonly organisation: OrganisationId;
  readonly today: Day;
  readonly cycle: 'short' | 'long' | null;
}) => Promise<FactSheet>;

export interface Question {
  readonly db: Db;
  readonly facts: FactsOf;
  readonly measure: MeasureRecord;
  readonly organisation: OrganisationId;
  readonly areaM2: number | null;
  readonly commodity: CommodityId | null;
  /** The application the question is about, which does not count as running beside itself. */
  readonly application?: ApplicationId;
  readonly today: Day;
}

const ownFact = (fact: Omit<Fact, 'source'>, today: Day, rows: number): Fact => ({
  ...fact,
  source: { view: 'support.published_application', rows, asOf: today, law: null, verified: true },
});

/** All facts about the organisation, with what is asked for and what support itself knows. */
export async function collectFacts(question: Question): Promise<Fact[]> {
  const { db, facts, organisation, measure, areaM2, commodity, today } = question;
  const crop = commodity === null ? undefined : await findCommodity(db, commodity);
  if (commodity !== null && crop === undefined) throw new Problem('unprocessable', 'support.commodity.unknown');
  const collected = await facts({ db, organisation, today, cycle: crop?.cycle ?? null });
  const cycles = await cyclesSupported(db, organisation, measure.policy_id, question.application);
  const running = await runningApplications(db, organisation, measure.id, question.application);
  return withFacts(collected, [
    ownFact({ name: 'requestedAreaM2', shape: 'area', value: areaM2 }, today, areaM2 === null ? 0 : 1),
    ownFact({ name: 'supportedCycles', shape: 'count', value: cycles }, today, cycles),
    ownFact({ name: 'runningApplications', shape: 'count', value: running }, today, running),
  ]);
}

export interface Tables {
  readonly eligibility: TableRecord;
  readonly grant: TableRecord;
}

export async function tablesOn(db: Db, measure: MeasureRecord, on: Day): Promise<Tables> {
  const eligibility = await tableOn(db, measure.id, 'eligibility', on);
  const grant = await tableOn(db, measure.id, 'grant', on);
  if (eligibility === undefined || grant === undefined) throw new Problem('conflict', 'support.measure.without-rules');
  return { eligibility, grant };
}

/** What the rules give at most over these facts; null while they cannot say. */
export function grantFor(
  grant: TableRecord,
  parts: Awaited<ReturnType<typeof partsOfMeasure>>,
  sheet: FactSheet,
): Part[] | null {
  const { status, outputs } = runTable(grant.body, factsByName(sheet));
  if (status === 'undecided') return null;
  return outputs.flatMap((given) => partsOf(parts, given));
}

export interface Answer {
  readonly sheet: Fact[];
  readonly judgement: Judgement;
  readonly tables: Tables;
  readonly parts: Awaited<ReturnType<typeof partsOfMeasure>>;
  readonly grant: Part[] | null;
}

/** Runs the rules in force today over today's facts. */
export async function decide(question: Question): Promise<Answer> {
  const { db, measure, today } = question;
  const tables = await tablesOn(db, measure, today);
  const sheet = await collectFacts(question);
  const parts = await partsOfMeasure(db, measure.id);
  const judgement = judge(tables.eligibility.body, await clausesOn(db, today), sheet);
  return { sheet, judgement, tables, parts, grant: grantFor(tables.grant, parts, sheet) };
}

interface Frozen {
  readonly application: ApplicationId;
  readonly version: number;
  readonly area_m2: number;
  readonly commodity_id: string | null;
  readonly plan: string;
  readonly facts: FactSheet;
  readonly eligibility_id: string;
  readonly grant_id: string;
}

/** SHA-256 over what was asked for, the facts and the versions of the rules, in one spelling. */
export const snapshotHash = (frozen: Frozen): Promise<string> => contentHash(frozen);

/** Runs the frozen rules over the frozen facts once more: a decision that cannot be repeated is no decision. */
export async function reproduces(
  frozen: Frozen & { readonly facts_hash: string; readonly judgement: Judgement },
  table: TableRecord,
): Promise<{ hash: boolean; outcome: boolean }> {
  const { facts_hash, judgement, ...snapshot } = frozen;
  const clauses: Clause[] = judgement.clauses;
  const again = judge(table.body, clauses, snapshot.facts);
  const said = (one: Judgement): string => one.clauses.map(({ code, outcome }) => `${code} ${outcome}`).join();
  return {
    hash: (await snapshotHash(snapshot)) === facts_hash,
    outcome: again.outcome === judgement.outcome && said(again) === said(judgement),
  };
}
