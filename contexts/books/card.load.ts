import { monthsBetween, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { yearRules, type YearRules } from './card-rules.store.ts';
import { yearFacts, type Card, type YearFacts } from './card.store.ts';
import { criteria, ratingOf, type RatingInputs, type RatingResult } from './rating-card.ts';
import { readingsFor, sectorsOf, sizeOf, type SizeInputs, type SizeResult } from './size-card.ts';

/** Decree 113/2024 and Circular 01/2020 as far as they were read: of cooperatives. For unions nothing was found. */
const isJudged = ({ kind }: Pick<YearFacts, 'kind'>): boolean => kind === 'cooperative';

/** Calendar months: twelve are full on the same day of the next year, whether or not one of them had 29 days. */
const monthsFrom = (foundedOn: Day | null, until: Day): number | null =>
  foundedOn === null ? null : Math.max(0, monthsBetween(foundedOn, until));

interface Made<Inputs, Result> extends Card {
  readonly inputs: Inputs;
  readonly result: Result;
}
export interface MadeCards {
  readonly organisation: OrganisationId;
  readonly size: Made<SizeInputs, SizeResult>;
  readonly rating: Made<RatingInputs, RatingResult>;
}

function sizeCardOf(facts: YearFacts, { size, readings: all }: YearRules): MadeCards['size'] {
  const { members, revenueVnd, capitalVnd } = facts;
  const readings = readingsFor(facts.fields, all);
  const sectors = sectorsOf(readings);
  const inputs: SizeInputs = { applies: isJudged(facts), sectors, readings, members, revenueVnd, capitalVnd };
  const [sector] = sectors;
  const rules = sector === undefined ? [] : size[sector];
  const result = sizeOf(rules, inputs);
  return { card: 'size', class: result.class, rules, inputs, result };
}

const pointsOf = ({ points }: YearFacts): RatingInputs['points'] =>
  criteria.flatMap(({ number, parts }) =>
    parts.map((part) => {
      const of = (kind: 'self' | 'checked'): number | null =>
        points.find((one) => one.criterion === number && one.part === part && one.kind === kind)?.points ?? null;
      return { criterion: number, part, self: of('self'), checked: of('checked') };
    }),
  );

function ratingCardOf(facts: YearFacts, { rating: rules }: YearRules, until: Day): MadeCards['rating'] {
  const inputs: RatingInputs = {
    applies: isJudged(facts),
    monthsOperating: monthsFrom(facts.foundedOn, until),
    monthsStopped: facts.monthsStopped,
    points: pointsOf(facts),
  };
  const result = ratingOf(rules, inputs);
  return { card: 'rating', class: result.class, rules, inputs, result };
}

/** Size and rating of a year, of as many as are asked for, by the rules of its last day. */
export async function yearCards(db: Db, year: number, organisations: readonly OrganisationId[]): Promise<MadeCards[]> {
  const rules = await yearRules(db, year);
  const { until } = daysOfYear(year);
  return (await yearFacts(db, year, organisations)).map((facts) => ({
    organisation: facts.organisation,
    size: sizeCardOf(facts, rules),
    rating: ratingCardOf(facts, rules, until),
  }));
}
