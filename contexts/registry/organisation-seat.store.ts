import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { seatObstacles, type OrganisationObstacle, type Seat } from './organisation.ts';
import { placeOn, placesOf, type OrganisationRecord, type PlaceRecord } from './organisation.store.ts';
import { savePlace } from './organisation-place.store.ts';
import type { changeOrganisation } from './organisation.wire.ts';
import { findUnit, type UnitFacts } from './unit.store.ts';

type Changed = ParsedInputOf<typeof changeOrganisation>;

const placeFields = ['unit', 'address', 'lon', 'lat'] as const;
const seatFields = [...placeFields, 'seatProvince'] as const;

/** Where the seat would be after the change; an address on one side of the province's border is none on the other. */
function seatAfter(given: Changed, before: Seat, home: Province): Seat {
  const unit = given.unit === undefined ? before.unit : given.unit;
  const crosses = (unit === null) !== (before.unit === null);
  return {
    unit,
    address: given.address === undefined ? (crosses ? null : before.address) : given.address,
    province: given.seatProvince ?? (given.unit ? home : before.province),
  };
}

export interface Move {
  readonly given: Changed;
  readonly present: PlaceRecord | undefined;
  readonly seat: Seat;
  readonly home: Province;
  readonly unit: UnitFacts | undefined;
}

interface Moving {
  readonly given: Changed;
  readonly record: Pick<OrganisationRecord, 'id' | 'seat_province'>;
  readonly on: Day;
  readonly home: Province;
}

/** From the seat of that day to the one it would then have. */
export async function moveOf(db: Db, { given, record, on, home }: Moving): Promise<Move> {
  const places = await placesOf(db, record.id);
  const present = placeOn(places, on) ?? places[0];
  const before = {
    unit: present?.unit?.code ?? null,
    address: present?.address ?? null,
    province: record.seat_province,
  };
  const unit = given.unit ? await findUnit(db, given.unit, on) : undefined;
  return { given, present, seat: seatAfter(given, before, home), home, unit };
}

/** Who speaks of the seat speaks of its province too. */
export const seated = (given: Changed, seat: Seat): Changed =>
  seatFields.some((field) => given[field] !== undefined)
    ? { ...given, seatProvince: seat.province ?? undefined }
    : given;

/** What of a changed seat cannot be. Who only rewrites an address is not asked about the province. */
export function moveObstacles({ given, seat, home, unit }: Move): OrganisationObstacle[] {
  if (given.unit && unit === undefined) return ['unit-unknown'];
  if (given.unit !== undefined || given.seatProvince !== undefined) return seatObstacles(seat, home);
  return given.address === null && seat.unit === null ? ['place-missing'] : [];
}

export async function movePlace(db: Db, { given, present, seat, unit }: Move, on: Day): Promise<void> {
  if (placeFields.every((field) => given[field] === undefined)) return;
  const stays = seat.unit === (present?.unit?.code ?? null);
  const unitNow = stays && seat.unit !== null ? await findUnit(db, seat.unit, on) : undefined;
  // A point belongs to its place: who moves leaves it behind.
  const point = (value: number | null | undefined, before: number | null | undefined): number | null =>
    value === undefined ? ((stays ? before : null) ?? null) : value;
  const place = {
    unit: unit ?? unitNow ?? null,
    address: seat.address,
    lon: point(given.lon, present?.lon),
    lat: point(given.lat, present?.lat),
  };
  await savePlace(db, given.organisation, place, { day: on, known: true });
}
