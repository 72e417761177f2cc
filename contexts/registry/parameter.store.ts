import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { literal } from './search.store.ts';

/** A number of law or practice on a day, with where it stands written and whether that was checked. */
export interface Parameter<Value = unknown> {
  readonly key: string;
  readonly value: Value;
  readonly from: Day;
  readonly until: Day | null;
  readonly source: string;
  readonly verified: boolean;
}

const inForce = (db: Db, on: Day) =>
  db
    .selectFrom('reference.parameter')
    .select(['key', 'value', 'valid_from as from', 'valid_until as until', 'source', 'verified'])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]));

/** The parameter in force on a day; undefined when there is none, and its value null when no source gives the number. */
export async function parameterOn<Value = number>(
  db: Db,
  key: string,
  on: Day,
): Promise<Parameter<Value | null> | undefined> {
  const row = await inForce(db, on).where('key', '=', key).orderBy('valid_from', 'desc').executeTakeFirst();
  return row as Parameter<Value | null> | undefined;
}

/** All parameters of these keys on a day, by key. */
export async function parametersOn(db: Db, keys: readonly string[], on: Day): Promise<Map<string, Parameter>> {
  const rows = await inForce(db, on).where('key', 'in', keys).orderBy('valid_from').execute();
  return new Map(rows.map((row) => [row.key, row]));
}

/** All that these keys have ever been, the earliest first. */
export const parameterTerms = (db: Db, keys: readonly string[]) =>
  db
    .selectFrom('reference.parameter')
    .select(['key', 'value', 'valid_from as from', 'valid_until as until'])
    .where('key', 'in', keys)
    .orderBy('valid_from')
    .execute();

export async function parameterList(
  db: Db,
  on: Day,
  filters: { search?: string | undefined; verified?: boolean | undefined },
) {
  let rows = inForce(db, on);
  if (filters.search) {
    const like = `%${literal(filters.search)}%`;
    rows = rows.where(sql<boolean>`(key ilike ${like} or platform.plain(source) like platform.plain(${like}))`);
  }
  if (filters.verified !== undefined) rows = rows.where('verified', '=', filters.verified);
  return rows.orderBy('key').orderBy('valid_from').execute();
}
