import { sql, type RawBuilder } from 'kysely';
import { addMonths, type Day } from '#kernel/day.ts';
import type { Fact, FactName, FactShape, FactSheet, FactValue } from '#kernel/fact.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';

/** Whose facts, as they stand on which day. */
export interface About {
  readonly db: Db;
  readonly organisation: OrganisationId;
  readonly today: Day;
}

export interface Counted {
  readonly view: string;
  readonly rows: number;
  readonly verified?: boolean;
  readonly law?: string;
}

export type Value = readonly [name: FactName, shape: FactShape, value: FactValue | undefined];

/** Facts read from the same rows. */
export const factsFrom = (today: Day, source: Counted, values: readonly Value[]): Fact[] =>
  values.map(([name, shape, value]) => ({
    name,
    shape,
    value: value ?? null,
    source: {
      view: source.view,
      rows: source.rows,
      asOf: today,
      law: source.law ?? null,
      verified: source.verified ?? true,
    },
  }));

export async function rowOf<Row>(db: Db, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(db)).rows[0];
}

/** Whole months from the first day to the second. */
export function monthsFrom(from: Day | null | undefined, until: Day): number | null {
  if (from === null || from === undefined) return null;
  let months = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
  months += Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) > until ? months - 1 : months;
}

interface Parameter {
  readonly value: unknown;
  readonly source: string;
  readonly verified: boolean;
}

/** A number of law as a fact of its own: unknown where no source gives it, and marked where it was not read. */
export async function parameterFact(
  { db, today }: About,
  key: string | undefined,
  [name, shape, factor]: readonly [FactName, FactShape, number],
): Promise<FactSheet> {
  const row =
    key === undefined
      ? undefined
      : await rowOf(
          db,
          sql<Parameter>`select value, source, verified from registry.published_parameter
            where key = ${key} and valid_from <= ${today}::date and (valid_until is null or ${today}::date <= valid_until)`,
        );
  const value = typeof row?.value === 'number' ? row.value * factor : null;
  const found = { view: 'reference.parameter', rows: row === undefined ? 0 : 1, verified: row?.verified ?? false };
  return factsFrom(today, { ...found, ...(row === undefined ? {} : { law: row.source }) }, [[name, shape, value]]);
}
