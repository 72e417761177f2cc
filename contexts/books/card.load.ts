import { daysBetween, type Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { characterOn, type PublishedOrganisation } from '#registry';
import { figuresOf, monthsStopped, ratingRules, scoresOf, sizeRules, type Card, type ScoreRow } from './card.store.ts';
import { criteria, ratingOf, type RatingInputs, type RatingResult } from './rating-card.ts';
import { sectorsOf, sizeOf, type SizeInputs, type SizeResult } from './size-card.ts';
import { daysOfYear } from './year.ts';

type Facts = PublishedOrganisation;

/** Decree 113/2024 and Circular 01/2020 as far as they were read: of cooperatives. For unions nothing was found. */
const isJudged = ({ kind }: Pick<Facts, 'kind'>): boolean => kind === 'cooperative';

/** What it was when the year ended: a group that became a cooperative since was none, and fields taken up since count from their day. */
const characterOf = async (db: Db, facts: Facts, year: number): Promise<Pick<Facts, 'kind' | 'fields'>> =>
  (await characterOn(db, facts.id, daysOfYear(year).until)) ?? facts;

const meanMonth = 30.4375;
const monthsFrom = (foundedOn: Day | null, until: Day): number | null =>
  foundedOn === null ? null : Math.max(0, Math.floor(daysBetween(foundedOn, until) / meanMonth));

interface Made<Inputs, Result> extends Card {
  readonly inputs: Inputs;
  readonly result: Result;
}

export async function sizeCard(db: Db, facts: Facts, year: number): Promise<Made<SizeInputs, SizeResult>> {
  const figures = await figuresOf(db, { organisation: facts.id, year });
  const then = await characterOf(db, facts, year);
  const inputs: SizeInputs = { applies: isJudged(then), sectors: sectorsOf(then.fields), ...figures };
  const [sector] = inputs.sectors;
  const rules = sector === undefined ? [] : await sizeRules(db, sector, year);
  const result = sizeOf(rules, inputs);
  return { card: 'size', class: result.class, rules, inputs, result };
}

const pointsOf = (scores: readonly ScoreRow[]): RatingInputs['points'] =>
  criteria.flatMap(({ number, parts }) =>
    parts.map((part) => {
      const of = (kind: ScoreRow['kind']): number | null =>
        scores.find((one) => one.criterion === number && one.part === part && one.kind === kind)?.points ?? null;
      return { criterion: number, part, self: of('self'), checked: of('checked') };
    }),
  );

export async function ratingCard(db: Db, facts: Facts, year: number) {
  const of = { organisation: facts.id, year };
  const scores = await scoresOf(db, of);
  const inputs: RatingInputs = {
    applies: isJudged(await characterOf(db, facts, year)),
    monthsOperating: monthsFrom(facts.founded_on, daysOfYear(year).until),
    monthsStopped: await monthsStopped(db, of),
    points: pointsOf(scores),
  };
  const rules = await ratingRules(db, year);
  const result = ratingOf(rules, inputs);
  const made: Made<RatingInputs, RatingResult> = { card: 'rating', class: result.class, rules, inputs, result };
  return { ...made, scores };
}
