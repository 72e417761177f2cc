import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Province, UnitCode, UnitKind } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';
import { holds } from './search.store.ts';
import type { listFormerUnits, listUnits } from './unit.wire.ts';

/** A unit as it stands on a day. */
export interface UnitFacts {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly former_district: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly valid_from: Day;
  readonly source: string;
  readonly verified: boolean;
}

const current_province = sql<Province>`platform.current_province()`;

const unitsOn = (db: Db, on: Day) =>
  registryIn(db)
    .selectFrom('reference.unit')
    .where('reference.unit.province', '=', current_province)
    .where('reference.unit.valid_from', '<=', on)
    .where((eb) => eb.or([eb('reference.unit.valid_until', 'is', null), eb('reference.unit.valid_until', '>=', on)]));

const facts = ['code', 'name', 'kind', 'former_district', 'lon', 'lat', 'valid_from', 'source', 'verified'] as const;

/** The unit of this code on a day; undefined where the province has none. */
export const findUnit = (db: Db, code: UnitCode, on: Day): Promise<UnitFacts | undefined> =>
  unitsOn(db, on).select(facts).where('code', '=', code).executeTakeFirst();

/** All units of the province on a day, by name. */
export const unitsOfProvince = (db: Db, on: Day): Promise<UnitFacts[]> =>
  unitsOn(db, on)
    .select(facts)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();

const sorting = { name: sql`name collate "vi-x-icu"`, code: sql`code`, organisations: sql`organisations` };

type Span = ParsedInputOf<typeof listUnits>['span'];

/** Versions by whether they stand on a day; what was entered and taken back was never one. */
function unitsBy(db: Db, span: Span, on: Day) {
  if (span === 'standing') return unitsOn(db, on);
  const rows = registryIn(db).selectFrom('reference.unit').where('reference.unit.province', '=', current_province);
  return span === 'ended'
    ? rows.where('valid_until', '<', on).whereRef('valid_until', '>=', 'valid_from')
    : rows.where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', eb.ref('valid_from'))]));
}

export async function unitPage(db: Db, filters: ParsedInputOf<typeof listUnits>, on: Day) {
  let rows = unitsBy(db, filters.span, on);
  const { search, kind, district } = filters;
  if (kind !== undefined) rows = rows.where('kind', '=', kind);
  if (district !== undefined) rows = rows.where('former_district', '=', district);
  if (search) rows = rows.where(sql<boolean>`(${holds(sql`platform.plain(name)`, search)} or code = ${search})`);
  const key = filters.sort.replace(/^-/, '') as keyof typeof sorting;
  const order = filters.sort.startsWith('-') ? sql`desc` : sql`asc`;
  const items = await rows
    .select([...facts, 'valid_until'])
    .select((eb) =>
      eb
        .selectFrom('registry.organisation_place as p')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('p.unit_code', '=', 'reference.unit.code')
        .whereRef('p.unit_from', '=', 'reference.unit.valid_from')
        .where('p.valid_until', 'is', null)
        .where(notMerged('organisation', 'p.organisation_id'))
        .as('organisations'),
    )
    .orderBy(sql`${sorting[key]} ${order}`)
    .orderBy('code')
    .orderBy('valid_from')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

export async function districtNames(db: Db, on: Day): Promise<string[]> {
  const rows = await unitsOn(db, on)
    .select('former_district')
    .distinct()
    .where('former_district', 'is not', null)
    .orderBy('former_district')
    .execute();
  return rows.map(({ former_district }) => former_district!);
}

const successors = sql<{ code: UnitCode; name: string; kind: UnitKind }[]>`(
  select coalesce(json_agg(json_build_object('code', u.code, 'name', u.name, 'kind', u.kind) order by u.code), '[]'::json)
  from reference.unit_link s join reference.unit u on u.code = s.to_code and u.valid_from = s.to_from
  where s.former_unit = reference.former_unit.id and s.withdrawn_at is null)`;

const formerUnits = (db: Db) =>
  registryIn(db).selectFrom('reference.former_unit').where('reference.former_unit.province', '=', current_province);

export async function formerUnitPage(db: Db, filters: ParsedInputOf<typeof listFormerUnits>) {
  let rows = formerUnits(db);
  if (filters.id !== undefined) rows = rows.where('id', '=', filters.id);
  if (filters.search) rows = rows.where(holds(sql`plain_name`, filters.search));
  const items = await rows
    .select(['id', 'code', 'name', 'kind', 'former_district', 'abolished_on', 'source', 'verified'])
    .select(successors.as('successors'))
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}
