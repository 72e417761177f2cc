import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { daysOfYear, reportingYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import type { PublishedOrganisation } from '#registry';
import { booksIn } from './books.tables.ts';
import type { CardKind } from './card.tables.ts';
import type { recordScore, ScoreKind } from './card.wire.ts';
import type { RatingClass, RatingPart } from './rating-card.ts';
import type { SizeClass } from './size-card.ts';

type OrganisationKind = PublishedOrganisation['kind'];

export interface Of {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** What cards of a year are made from, of one organisation. */
export interface YearFacts {
  readonly organisation: OrganisationId;
  readonly kind: OrganisationKind;
  readonly fields: readonly string[];
  readonly foundedOn: Day | null;
  readonly members: number | null;
  readonly revenueVnd: number | null;
  readonly capitalVnd: number | null;
  /** As the newest accepted update tells them. */
  readonly monthsStopped: number | null;
  readonly points: readonly { criterion: number; part: RatingPart; kind: ScoreKind; points: number | null }[];
}

/**
 * What each was when the year ended (a group that became a cooperative since was none, and fields taken up since count from
 * their day), with the year's figures. What an undone act had made is nobody any more, and is not among them.
 */
export async function yearFacts(db: Db, year: number, organisations: readonly OrganisationId[]): Promise<YearFacts[]> {
  const { rows } = await sql<YearFacts>`
    select o.id as organisation, k.kind, k.fields, o.founded_on as "foundedOn", a.official_members as members,
      a.revenue_vnd as "revenueVnd", a.total_capital_vnd as "capitalVnd", (
        select (t.content->>'monthsStopped')::int from books.update u
        join books.update_act t on t.province = u.province and t.update_id = u.id and t.kind = 'accepted'
        where u.province = o.province and u.organisation_id = o.id and u.year = ${year}
        order by t.recorded_at desc limit 1) as "monthsStopped",
      coalesce((
        select jsonb_agg(jsonb_build_object('criterion', s.criterion, 'part', s.part, 'kind', s.kind, 'points', s.points))
        from (
          select distinct on (r.criterion, r.part, r.kind) r.criterion, r.part, r.kind, r.points from books.rating_score r
          where r.province = o.province and r.organisation_id = o.id and r.year = ${year}
          order by r.criterion, r.part, r.kind, r.version desc
        ) s), '[]') as points
    from registry.published_organisation o
    join registry.published_character(${daysOfYear(year).until}::date) k on k.province = o.province and k.organisation_id = o.id
    left join registry.published_yearly_account a on a.province = o.province and a.organisation_id = o.id and a.year = ${year}
    where o.province = platform.current_province() and o.id = any(${organisations}::uuid[])`.execute(db);
  return rows;
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

export interface YearOf {
  readonly year: number;
  readonly organisations: readonly OrganisationId[];
}

/** Years of which a result was ever kept, or figures are told, by year: of these organisations, or of all; from a day on. */
export async function cardYears(
  db: Db,
  { organisations, from }: { organisations?: readonly OrganisationId[]; from?: Day },
): Promise<YearOf[]> {
  const { rows } = await sql<YearOf>`
    select y.year, array_agg(y.organisation_id) as organisations
    from (
      select year, organisation_id from books.scorecard where province = platform.current_province()
      union
      select year, organisation_id from registry.published_yearly_account where province = platform.current_province()
    ) y
    where (${organisations === undefined} or y.organisation_id = any(${organisations ?? []}::uuid[]))
      and y.year >= ${from === undefined ? 0 : reportingYear(from)}
    group by y.year order by y.year`.execute(db);
  return rows;
}

export interface Card {
  readonly card: CardKind;
  readonly class: SizeClass | RatingClass | null;
  readonly rules: unknown;
  readonly inputs: unknown;
  readonly result: unknown;
}
export type CardOf = Card & { readonly organisation: OrganisationId };

/** Keeps each result with what it was made from, unless the newest kept was made from the same. */
export async function keepCards(db: Db, year: number, made: readonly CardOf[]): Promise<void> {
  const rows = made.map(({ organisation, card, class: found, rules, inputs, result }) => {
    return { id: newId(), organisation, card, class: found, rules, inputs, result };
  });
  await sql`
    insert into books.scorecard (id, organisation_id, year, card, number, class, rules, inputs, result)
    select t.id, t.organisation, ${year}, t.card, coalesce(l.number, 0) + 1, t.class, t.rules, t.inputs, t.result
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(id uuid, organisation uuid, card text, class text, rules jsonb, inputs jsonb, result jsonb)
    left join lateral (
      select s.number, s.rules, s.inputs from books.scorecard s
      where s.province = platform.current_province() and s.organisation_id = t.organisation and s.year = ${year} and s.card = t.card
      order by s.number desc limit 1
    ) l on true
    where l.number is null or l.rules <> t.rules or l.inputs <> t.inputs`.execute(db);
}
