import { sql } from 'kysely';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { parametersOn } from '#registry';
import { booksIn } from './books.tables.ts';
import type { CardKind } from './card.tables.ts';
import type { recordScore } from './card.wire.ts';
import { criteria, type RatingClass, type RatingRules } from './rating-card.ts';
import { sizeRows, type Sector, type SizeClass, type SizeRule, type Threshold } from './size-card.ts';
import { daysOfYear } from './year.ts';

export interface Of {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** The rows of the decree's table for a sector, as the parameters have them on the last day of the year. */
export async function sizeRules(db: Db, sector: Sector, year: number): Promise<SizeRule[]> {
  const keys = sizeRows.map((row) => `size.${sector}.${row}`);
  const found = await parametersOn(db, keys, daysOfYear(year).until);
  return sizeRows.flatMap((row) => {
    const key = `size.${sector}.${row}`;
    const parameter = found.get(key);
    if (parameter === undefined) return [];
    const { source, verified } = parameter;
    return [{ row, key, threshold: parameter.value as Threshold | null, source, verified }];
  });
}

const bandKeys = {
  good: 'grade.good',
  fair: 'grade.fair',
  average: 'grade.average',
  minMonthsOperating: 'grade.minMonthsOperating',
  maxMonthsStopped: 'grade.maxMonthsStopped',
} as const;

export async function ratingRules(db: Db, year: number): Promise<RatingRules> {
  const keyOf = (criterion: number): string => `rating.criterion.${criterion}`;
  const keys = [...criteria.map(({ number }) => keyOf(number)), ...Object.values(bandKeys)];
  const found = await parametersOn(db, keys, daysOfYear(year).until);
  const band = (key: string): number | null => (found.get(key)?.value as number | null | undefined) ?? null;
  return {
    parts: criteria.flatMap(({ number, parts }) => {
      const parameter = found.get(keyOf(number));
      const most = (parameter?.value ?? {}) as Readonly<Record<string, number>>;
      return parts.map((part) => ({
        criterion: number,
        part,
        most: most[part] ?? null,
        source: parameter?.source ?? null,
        verified: parameter?.verified ?? false,
      }));
    }),
    bands: {
      good: band(bandKeys.good),
      fair: band(bandKeys.fair),
      average: band(bandKeys.average),
      minMonthsOperating: band(bandKeys.minMonthsOperating),
      maxMonthsStopped: band(bandKeys.maxMonthsStopped),
    },
  };
}

/** The figures of the year that size rests on. */
export async function figuresOf(db: Db, { organisation, year }: Of) {
  const row = await booksIn(db)
    .selectFrom('registry.published_yearly_account')
    .select(['official_members', 'revenue_vnd', 'total_capital_vnd'])
    .where('organisation_id', '=', organisation)
    .where('year', '=', year)
    .executeTakeFirst();
  return {
    members: row?.official_members ?? null,
    revenueVnd: row?.revenue_vnd ?? null,
    capitalVnd: row?.total_capital_vnd ?? null,
  };
}

/** Months of standstill, as the newest accepted update tells them. */
export async function monthsStopped(db: Db, { organisation, year }: Of): Promise<number | null> {
  const { rows } = await sql<{ months: number | null }>`
    select (a.content->>'monthsStopped')::int as months from books.update_act a
    join books.update u on u.province = a.province and u.id = a.update_id
    where u.organisation_id = ${organisation} and u.year = ${year} and a.kind = 'accepted'
    order by a.recorded_at desc limit 1`.execute(db);
  return rows[0]?.months ?? null;
}

/** Every part as it was last scored, by the organisation and by the officer. */
export const scoresOf = (db: Db, { organisation, year }: Of) =>
  booksIn(db)
    .selectFrom('books.rating_score as s')
    .leftJoin('auth.user as u', 'u.id', 's.recorded_by')
    .distinctOn(['s.criterion', 's.part', 's.kind'])
    .select([
      's.criterion',
      's.part',
      's.kind',
      's.version',
      's.points',
      's.evidence',
      'u.name as by',
      's.recorded_at as at',
    ])
    .where('s.organisation_id', '=', organisation)
    .where('s.year', '=', year)
    .orderBy('s.criterion')
    .orderBy('s.part')
    .orderBy('s.kind')
    .orderBy('s.version', 'desc')
    .execute();
export type ScoreRow = Awaited<ReturnType<typeof scoresOf>>[number];

type Scored = ParsedInputOf<typeof recordScore>;

export async function insertScore(db: Db, { organisation, seen, ...score }: Scored, by: AccountId): Promise<number> {
  const version = seen + 1;
  await booksIn(db)
    .insertInto('books.rating_score')
    .values({ ...score, organisation_id: organisation, version, evidence: score.evidence ?? null, recorded_by: by })
    .execute();
  return version;
}

export const keptCards = (db: Db, { organisation, year }: Of, card: CardKind) =>
  booksIn(db)
    .selectFrom('books.scorecard')
    .select(['number', 'class', 'made_at as madeAt'])
    .where('organisation_id', '=', organisation)
    .where('year', '=', year)
    .where('card', '=', card)
    .orderBy('number', 'desc')
    .limit(20)
    .execute();

/** Years of which a result was ever kept. */
export async function cardYears(db: Db, organisation: OrganisationId): Promise<number[]> {
  const rows = await booksIn(db)
    .selectFrom('books.scorecard')
    .select('year')
    .distinct()
    .where('organisation_id', '=', organisation)
    .orderBy('year')
    .execute();
  return rows.map(({ year }) => year);
}

export interface Card {
  readonly card: CardKind;
  readonly class: SizeClass | RatingClass | null;
  readonly rules: unknown;
  readonly inputs: unknown;
  readonly result: unknown;
}

/** Keeps a result with what it was made from, unless the newest kept was made from the same. */
export async function keepCard(db: Db, { organisation, year }: Of, made: Card): Promise<boolean> {
  const [rules, inputs, result] = [made.rules, made.inputs, made.result].map((part) => JSON.stringify(part));
  const { rows } = await sql<{ number: number; same: boolean }>`
    select number, rules = ${rules}::jsonb and inputs = ${inputs}::jsonb as same from books.scorecard
    where organisation_id = ${organisation} and year = ${year} and card = ${made.card} order by number desc limit 1`.execute(
    db,
  );
  if (rows[0]?.same === true) return false;
  await booksIn(db)
    .insertInto('books.scorecard')
    .values({
      id: newId(),
      organisation_id: organisation,
      year,
      card: made.card,
      number: (rows[0]?.number ?? 0) + 1,
      class: made.class,
      rules,
      inputs,
      result,
    })
    .execute();
  return true;
}
