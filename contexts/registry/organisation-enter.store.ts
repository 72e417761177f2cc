import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { saveAct } from './act.store.ts';
import type { ActDocument } from './act-document.wire.ts';
import type { ActId } from './act.wire.ts';
import type { Seat } from './organisation.ts';
import { saveChange, saveOrganisation, saveRepresentative } from './organisation-change.store.ts';
import { savePlace, type PlaceStart } from './organisation-place.store.ts';
import { changesOf } from './organisation-changed.store.ts';
import { moveOf, movePlace, seated } from './organisation-seat.store.ts';
import { beginHistory } from './organisation-state.store.ts';
import type { OrganisationRecord } from './organisation.store.ts';
import type { changeOrganisation, registerOrganisation } from './organisation.wire.ts';
import type { UnitFacts } from './unit.store.ts';

type Registered = ParsedInputOf<typeof registerOrganisation>;
type Changed = ParsedInputOf<typeof changeOrganisation>;

/** A unit chosen says that the seat is here. */
export const seatOf = (given: Registered, home: Province): Seat => ({
  unit: given.unit ?? null,
  address: given.address ?? null,
  province: given.seatProvince ?? (given.unit === undefined ? null : home),
});

const placeOf = (given: Registered, unit: UnitFacts | undefined) => ({
  unit: unit ?? null,
  address: given.address ?? null,
  lon: given.lon ?? null,
  lat: given.lat ?? null,
});

/** The first act of its life: registered when there is a certificate, founded otherwise, none when no day is known. */
function beginning({ certificateOn, foundedOn }: Registered) {
  if (certificateOn !== undefined) return { kind: 'registered' as const, onDay: certificateOn };
  return foundedOn === undefined ? undefined : { kind: 'founded' as const, onDay: foundedOn };
}

/**
 * Since when the seat is where it is. Without a day of the organisation's own it is the day of recording, on which the
 * seat is at least known to be there, and said to be no beginning.
 */
function seatStart({ foundedOn, certificateOn }: Registered, unit: UnitFacts | undefined, today: Day): PlaceStart {
  const began = foundedOn ?? certificateOn;
  if (began === undefined) return { day: today, known: false };
  return { day: unit === undefined || unit.valid_from < began ? began : unit.valid_from, known: true };
}

interface Entering {
  readonly unit: UnitFacts | undefined;
  readonly seatProvince: Province | null;
  readonly today: Day;
  readonly by: AccountId | null;
}

/** The record with its seat, who stands for it, and the first entries of its life. What is given has been found in order. */
export async function enterOrganisation(
  db: Db,
  given: Registered,
  { unit, seatProvince, today, by }: Entering,
): Promise<void> {
  await saveOrganisation(db, given, seatProvince);
  await savePlace(db, given.id, placeOf(given, unit), seatStart(given, unit, today));
  if (given.representative !== undefined) await saveRepresentative(db, given.id, given.representative, today);
  await beginHistory(db, given.id);
  const first = beginning(given);
  if (first !== undefined) await saveAct(db, { organisation: given.id, ...first }, by);
}

interface Applying {
  readonly record: Pick<OrganisationRecord, 'id' | 'seat_province'>;
  readonly home: Province;
  readonly today: Day;
  readonly by: AccountId | null;
  /** Made beforehand where a file was claimed for it. */
  readonly act?: ActId | undefined;
  /** Of a request, which has brought it. */
  readonly paper?: ActDocument | string | undefined;
}

/** Writes a change down that has been found in order, with the act that tells of it. The caller holds the lock. */
export async function applyChange(
  db: Db,
  given: Changed,
  { record, home, today, by, act: id, paper }: Applying,
): Promise<{ readonly version: number; readonly act: ActId }> {
  const on = given.onDay ?? today;
  const move = await moveOf(db, { given, record, on, home });
  const changes = await changesOf(db, given, { on, move });
  await movePlace(db, move, on);
  if (given.representative !== undefined) await saveRepresentative(db, record.id, given.representative, on);
  const { document = paper, legalBasis, note } = given;
  const told = { organisation: record.id, kind: 'changed' as const, onDay: on, document, legalBasis, note, changes };
  const act = await saveAct(db, { id, ...told }, by);
  return { version: await saveChange(db, seated(given, move.seat), { on, act }), act };
}
