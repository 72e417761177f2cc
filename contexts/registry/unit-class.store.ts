import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';
import type { recordUnitClass, UnitClassId } from './unit-class.wire.ts';

/** A class ends with its unit, whatever begins under the same code. */
const rowsOf = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.published_unit_class')
    .select(['id', 'unit_code as unit', 'class', 'valid_from as from', 'valid_until as until', 'source', 'verified']);

interface Which {
  readonly unit?: UnitCode | undefined;
  /** Undefined: of all days. */
  readonly on?: Day | undefined;
}
export function unitClassRows(db: Db, { unit, on }: Which) {
  let rows = rowsOf(db);
  if (unit !== undefined) rows = rows.where('unit_code', '=', unit);
  if (on !== undefined)
    rows = rows
      .where('valid_from', '<=', on)
      .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]));
  return rows.orderBy('unit_code').orderBy('valid_from').orderBy('class').execute();
}

export async function unitClassForChange(db: Db, id: UnitClassId) {
  await registryIn(db).selectFrom('registry.unit_class').select('id').where('id', '=', id).forUpdate().execute();
  const row = await rowsOf(db).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.unit-class.unknown');
  return row;
}

export async function saveUnitClass(
  db: Db,
  given: ParsedInputOf<typeof recordUnitClass>,
  by: AccountId,
): Promise<void> {
  await registryIn(db)
    .insertInto('registry.unit_class')
    .values({
      id: given.id,
      unit_code: given.unit,
      class: given.class,
      valid_from: given.from,
      valid_until: given.until ?? null,
      source: given.source,
      verified: given.verified,
      recorded_by: by,
    })
    .execute();
}

export async function closeUnitClassRow(db: Db, id: UnitClassId, until: Day): Promise<void> {
  await registryIn(db).updateTable('registry.unit_class').set({ valid_until: until }).where('id', '=', id).execute();
}
