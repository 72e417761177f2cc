import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { Clause, Trilingual } from '#kernel/fact.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { MeasureId, PolicyId } from './policy.ts';
import { supportIn } from './support.tables.ts';

/** The three columns of a text as one value. */
export const named = <Column extends string>(
  row: Readonly<Record<`${Column}_${'vi' | 'en' | 'th'}`, string>>,
  column: Column,
): Trilingual => ({ vi: row[`${column}_vi`], en: row[`${column}_en`], th: row[`${column}_th`] });

const validOn = (on: Day) =>
  sql<boolean>`valid_from <= ${on}::date and (valid_until is null or ${on}::date <= valid_until)`;

export const allPolicies = (db: Db) =>
  supportIn(db).selectFrom('support.policy').selectAll().orderBy('valid_from', 'desc').orderBy('id').execute();

export async function loadPolicy(db: Db, id: PolicyId) {
  const policy = await supportIn(db).selectFrom('support.policy').selectAll().where('id', '=', id).executeTakeFirst();
  if (policy === undefined) throw new Problem('not-found', 'support.policy.unknown');
  return policy;
}

export const documentsOf = (db: Db, policy: PolicyId) =>
  supportIn(db)
    .selectFrom('support.policy_document')
    .selectAll()
    .where('policy_id', '=', policy)
    .orderBy('issued_on')
    .orderBy('id')
    .execute();

/** Clauses in force on a day, of one policy or (to judge a measure that leans on several) of all. */
export async function clausesOn(db: Db, on: Day, policy?: PolicyId): Promise<Clause[]> {
  let rows = supportIn(db)
    .selectFrom('support.policy_clause as c')
    .innerJoin('support.policy as p', 'p.id', 'c.policy_id')
    .where(sql<boolean>`c.valid_from <= ${on}::date and (c.valid_until is null or ${on}::date <= c.valid_until)`);
  if (policy !== undefined) rows = rows.where('c.policy_id', '=', policy);
  const found = await rows
    .select(['c.code', 'c.article', 'c.text_vi', 'c.text_en', 'c.text_th', 'c.remedy_vi', 'c.remedy_en', 'c.remedy_th'])
    .select(['c.source', 'c.verified', 'p.number'])
    .orderBy('p.valid_from')
    .orderBy('c.position')
    .execute();
  return found.map((row) => ({
    code: row.code,
    law: row.number,
    article: row.article,
    text: named(row, 'text'),
    remedy: named(row, 'remedy'),
    source: row.source,
    verified: row.verified,
  }));
}

export const measuresOf = (db: Db, policies: readonly PolicyId[]) =>
  supportIn(db)
    .selectFrom('support.measure')
    .selectAll()
    .where(sql<boolean>`policy_id = any(${policies}::uuid[])`)
    .orderBy('code')
    .execute();

export async function loadMeasure(db: Db, id: MeasureId) {
  const measure = await supportIn(db)
    .selectFrom('support.measure as m')
    .innerJoin('support.policy as p', 'p.id', 'm.policy_id')
    .leftJoin('registry.published_organisation as f', 'f.id', 'm.fund_id')
    .selectAll('m')
    .select(['p.number', 'p.title_vi', 'p.title_en', 'p.title_th', 'f.name as fund_name'])
    .where('m.id', '=', id)
    .executeTakeFirst();
  if (measure === undefined) throw new Problem('not-found', 'support.measure.unknown');
  return measure;
}
export type MeasureRecord = Awaited<ReturnType<typeof loadMeasure>>;

export const partsOfMeasure = async (db: Db, measure: MeasureId) => {
  const rows = await supportIn(db)
    .selectFrom('support.measure_part')
    .selectAll()
    .where('measure_id', '=', measure)
    .orderBy('position')
    .execute();
  return rows.map(({ code, kind, unit_vi, unit_en, unit_th, ...row }) => ({
    code,
    kind,
    name: named(row, 'name'),
    unit: unit_vi === null ? null : { vi: unit_vi, en: unit_en!, th: unit_th! },
  }));
};

/** The rules in force on a day: the highest version among those valid. */
export const tableOn = (db: Db, measure: MeasureId, purpose: 'eligibility' | 'grant', on: Day) =>
  supportIn(db)
    .selectFrom('support.decision_table')
    .selectAll()
    .where('measure_id', '=', measure)
    .where('purpose', '=', purpose)
    .where(validOn(on))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
export type TableRecord = NonNullable<Awaited<ReturnType<typeof tableOn>>>;

export const tableById = (db: Db, id: string) =>
  supportIn(db)
    .selectFrom('support.decision_table')
    .selectAll()
    .where('id', '=', id as TableRecord['id'])
    .executeTakeFirstOrThrow();

/** What is approved of a measure's budget, closed ones included. */
export async function approvedVnd(db: Db, measure: MeasureId): Promise<number> {
  const { sum } = await supportIn(db)
    .selectFrom('support.application')
    .select(sql<number>`coalesce(sum(amount_vnd), 0)::bigint`.as('sum'))
    .where('measure_id', '=', measure)
    .where('state', 'in', ['approved', 'closed'])
    .executeTakeFirstOrThrow();
  return sum;
}

/** Holds the budget while a decision is taken: two decisions of one measure never overlap. */
export async function lockMeasure(db: Db, measure: MeasureId): Promise<number> {
  const { budget_vnd } = await supportIn(db)
    .selectFrom('support.measure')
    .select('budget_vnd')
    .where('id', '=', measure)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return budget_vnd;
}
