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
