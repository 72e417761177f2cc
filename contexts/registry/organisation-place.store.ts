import { addDays, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { placeOn, placesOf, type PlaceRecord } from './organisation.store.ts';
import { registryIn } from './registry.tables.ts';

export interface NewPlace {
  readonly unit: { readonly code: UnitCode; readonly valid_from: Day } | null;
  readonly address: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

export interface PlaceStart {
  readonly day: Day;
  /** Did it begin on that day, or was it only there already? */
  readonly known: boolean;
}

/** Where nobody has told when the seat began, a day before the first one known is no other seat. */
function replacedBy(from: Day, then: PlaceRecord | undefined, next: PlaceRecord | undefined) {
  if (then?.from === from) return then;
  return then === undefined && next?.startKnown === false ? next : undefined;
}

const changed = (db: Db, organisation: OrganisationId, start: Day) =>
  registryIn(db)
    .updateTable('registry.organisation_place')
    .where('organisation_id', '=', organisation)
    .where('valid_from', '=', start);

/**
 * A seat from this day on, until the next one that is known; the one of before ends the day before. A seat entered for
 * the same day is replaced.
 */
export async function savePlace(
  db: Db,
  organisation: OrganisationId,
  { unit, ...place }: NewPlace,
  { day: from, known }: PlaceStart,
): Promise<void> {
  const places = await placesOf(db, organisation);
  // Another address names another place: whose former unit it names, a list of former units says.
  const values = { ...place, unit_code: unit?.code ?? null, unit_from: unit?.valid_from ?? null, former_unit: null };
  const then = placeOn(places, from);
  const next = places.filter((one) => one.from > from).toSorted((one, other) => (one.from < other.from ? -1 : 1))[0];
  const replaced = replacedBy(from, then, next);
  if (replaced !== undefined) {
    await changed(db, organisation, replaced.from).set(values).execute();
    return;
  }
  const until = next === undefined ? (then?.until ?? null) : addDays(next.from, -1);
  const before = addDays(from, -1);
  if (then !== undefined) await changed(db, organisation, then.from).set({ valid_until: before }).execute();
  const row = { ...values, valid_until: until, start_known: known };
  // A seat that an act of units brought and took back may stand there with an empty span.
  await registryIn(db)
    .insertInto('registry.organisation_place')
    .values({ ...row, organisation_id: organisation, valid_from: from })
    .onConflict((conflict) => conflict.columns(['province', 'organisation_id', 'valid_from']).doUpdateSet(row))
    .execute();
}
