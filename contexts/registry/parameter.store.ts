import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { ParameterValue } from './parameter.ts';
import type { confirmParameters, recordParameter } from './parameter.wire.ts';
import { registryIn } from './registry.tables.ts';
import { literal } from './search.store.ts';

/** A number of law or practice on a day, with where it stands written and whether somebody here answers for it. */
export interface Parameter<Value = unknown> {
  readonly key: string;
  readonly value: Value;
  readonly from: Day;
  readonly until: Day | null;
  readonly source: string;
  readonly verified: boolean;
}

const stated = (db: Db) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.published_parameter as p')
    .select(['p.key', 'p.value', 'p.valid_from as from', 'p.valid_until as until', 'p.source', 'p.verified']);

const inForce = (db: Db, on: Day) =>
  stated(db)
    .where('p.valid_from', '<=', on)
    .where((eb) => eb.or([eb('p.valid_until', 'is', null), eb('p.valid_until', '>=', on)]));

/** The parameter in force on a day; undefined when there is none, and its value null when no source gives the number. */
export async function parameterOn<Value = number>(
  db: Db,
  key: string,
  on: Day,
): Promise<Parameter<Value | null> | undefined> {
  const row = await inForce(db, on).where('p.key', '=', key).orderBy('p.valid_from', 'desc').executeTakeFirst();
  return row as Parameter<Value | null> | undefined;
}

/** All parameters of these keys on a day, by key. */
export async function parametersOn(db: Db, keys: readonly string[], on: Day): Promise<Map<string, Parameter>> {
  const rows = await inForce(db, on).where('p.key', 'in', keys).orderBy('p.valid_from').execute();
  return new Map(rows.map((row) => [row.key, row]));
}

/** All that these keys have ever been, the earliest first. */
export const parameterTerms = (db: Db, keys: readonly string[]) =>
  registryIn(db)
    .selectFrom('registry.published_parameter')
    .select(['key', 'value', 'valid_from as from', 'valid_until as until'])
    .where('key', 'in', keys)
    .orderBy('valid_from')
    .execute();

interface Filters {
  readonly search?: string | undefined;
  readonly verified?: boolean | undefined;
  readonly keys?: readonly string[];
}

/** Those in force on a day, or with no day all there are: past and to come too. */
export function parameterList(db: Db, on: Day | null, filters: Filters) {
  let rows = (on === null ? stated(db) : inForce(db, on))
    .leftJoin('auth.user as a', 'a.id', 'p.answered_by')
    .select(['p.read_at_source', 'p.own', 'p.file_id', 'a.name as answered_by', 'p.answered_at']);
  if (filters.search) {
    const like = `%${literal(filters.search)}%`;
    rows = rows.where(sql<boolean>`(p.key ilike ${like} or platform.plain(p.source) like platform.plain(${like}))`);
  }
  if (filters.verified !== undefined) rows = rows.where('p.verified', '=', filters.verified);
  if (filters.keys !== undefined) rows = rows.where('p.key', 'in', filters.keys);
  return rows.orderBy('p.key').orderBy('p.valid_from').execute();
}

/** Every value a key has ever had here, by its first day. */
export const valuesOf = (db: Db, keys: readonly string[]) =>
  registryIn(db)
    .selectFrom('registry.published_parameter')
    .select(['key', 'valid_from as from', 'value', 'own'])
    .where('key', 'in', keys)
    .orderBy('valid_from')
    .execute() as Promise<{ key: string; from: Day; value: ParameterValue; own: boolean }[]>;

/** Of all of them, past and to come too: what was agreed under an older law is judged by it. */
export async function parameterCounts(db: Db) {
  const { rows } = await sql<{ total: number; answered: number; own: number; blank: number }>`
    select count(*)::int as total, count(*) filter (where verified)::int as answered, count(*) filter (where own)::int as own,
           count(*) filter (where value is null)::int as blank
    from registry.published_parameter
    where province = platform.current_province()`.execute(db);
  return rows[0]!;
}

export const saveConfirmations = (db: Db, { items }: ParsedInputOf<typeof confirmParameters>, by: string) =>
  registryIn(db)
    .insertInto('registry.parameter_confirmation')
    .values(
      items.map(({ key, from, value }) => ({
        id: newId(),
        key,
        valid_from: from,
        value: JSON.stringify(value),
        confirmed_by: by,
      })),
    )
    .execute();

export const saveParameterValue = (db: Db, given: ParsedInputOf<typeof recordParameter>, by: string) =>
  registryIn(db)
    .insertInto('registry.parameter_value')
    .values({
      id: given.id,
      key: given.key,
      valid_from: given.from,
      value: JSON.stringify(given.value),
      source: given.source,
      file_id: given.file,
      recorded_by: by,
    })
    .execute();
