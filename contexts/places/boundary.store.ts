import { sql } from 'kysely';
import { newId, type AccountId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Position } from '#kernel/ring.ts';
import { unitKey, type UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import { boxOf, holdsPoint, inBox } from './boundary-point.ts';
import type { MultiPolygon } from './boundary.ts';
import { geometryOf, placesIn } from './places.tables.ts';
import type { NamedVersion } from './unit-act.wire.ts';

/** Outlines in force of units that stand today. */
const boundaries = (db: Db) =>
  placesIn(db)
    .selectFrom('places.boundary as b')
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'b.unit_code').onRef('u.valid_from', '=', 'b.unit_from'),
    )
    .select(['u.code', 'u.valid_from as from', 'u.name', 'u.kind'])
    .where('b.replaced_at', 'is', null)
    .where('u.valid_until', 'is', null)
    .orderBy('u.code');

export async function shownBoundaries(db: Db) {
  const rows = await boundaries(db).select(['b.shown', 'b.source', 'b.imported_at']).execute();
  return rows.map(({ shown, source, imported_at, ...unit }) => ({
    unit,
    shown: geometryOf(shown),
    source,
    importedAt: imported_at,
  }));
}

/** Imports by their moment: what came in one command came in one transaction. */
export async function boundaryImports(db: Db) {
  const rows = await placesIn(db)
    .selectFrom('places.boundary')
    .select(['imported_at', 'source'])
    .select((eb) => eb.fn.countAll<number>().as('units'))
    .select(sql<number>`count(*) filter (where replaced_at is null)`.as('in_force'))
    .groupBy(['imported_at', 'source'])
    .orderBy('imported_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ imported_at, source, units, in_force }) => ({
    importedAt: imported_at,
    source,
    units,
    inForce: in_force,
  }));
}

/** Units of any day as they are drawn: by the outline in force, or by their point where there is none. */
export async function drawnUnits(db: Db, units: readonly UnitVersion[]) {
  const rows = await placesIn(db)
    .selectFrom('reference.unit as u')
    .leftJoin('places.boundary as b', (join) =>
      join
        .onRef('b.unit_code', '=', 'u.code')
        .onRef('b.unit_from', '=', 'u.valid_from')
        .on('b.replaced_at', 'is', null),
    )
    .select(['u.code', 'u.valid_from as from', 'u.name', 'u.kind', 'u.lon', 'u.lat', 'b.shown', 'b.source'])
    .where(sql<boolean>`u.code || '@' || u.valid_from = any(${units.map(unitKey)}::text[])`)
    .orderBy('u.valid_from')
    .orderBy('u.code')
    .execute();
  return rows.map((row) => ({ ...row, shown: row.shown === null ? null : geometryOf(row.shown) }));
}

export interface UnitFinder {
  (point: Position): NamedVersion[];
  readonly boundaries: number;
  readonly has: (unit: UnitVersion) => boolean;
}

/** In which units a point lies: none where nothing is imported, two where outlines overlap within the tolerance. */
export async function unitFinder(db: Db): Promise<UnitFinder> {
  const rows = await boundaries(db).select('b.geometry').execute();
  const all = rows.map(({ geometry, ...unit }) => {
    const outline = geometryOf(geometry);
    return { unit, outline, box: boxOf(outline.coordinates.flat(2)) };
  });
  const known = new Set(all.map(({ unit }) => unitKey(unit)));
  return Object.assign(
    (point: Position) =>
      all.filter(({ box, outline }) => inBox(box, point) && holdsPoint(outline, point)).map(({ unit }) => unit),
    { boundaries: all.length, has: (unit: UnitVersion) => known.has(unitKey(unit)) },
  );
}

/** Outlines that stay beside those imported now: neighbours have to fit them too. */
export async function otherOutlines(db: Db, codes: readonly UnitCode[]) {
  const rows = await boundaries(db)
    .select('b.geometry')
    .where(sql<boolean>`not (b.unit_code = any(${codes}::text[]))`)
    .execute();
  return rows.map(({ code, geometry }) => ({ unit: code, geometry: geometryOf(geometry) }));
}

export interface NewBoundary {
  readonly unit: UnitVersion;
  readonly geometry: MultiPolygon;
  readonly shown: MultiPolygon;
}

export async function saveBoundaries(
  db: Db,
  items: readonly NewBoundary[],
  { source, by }: { readonly source: string; readonly by: AccountId },
): Promise<void> {
  for (const { unit, geometry, shown } of items) {
    await placesIn(db)
      .updateTable('places.boundary')
      .set({ replaced_at: sql`now()` })
      .where('unit_code', '=', unit.code)
      .where('unit_from', '=', unit.from)
      .where('replaced_at', 'is', null)
      .execute();
    await placesIn(db)
      .insertInto('places.boundary')
      .values({
        id: newId(),
        unit_code: unit.code,
        unit_from: unit.from,
        geometry: JSON.stringify(geometry),
        shown: JSON.stringify(shown),
        source,
        imported_by: by,
      })
      .execute();
  }
}
