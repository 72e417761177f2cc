import { overseesUnit, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { saveAct } from './act.store.ts';
import { mayChange, mayRegister } from './organisation.access.ts';
import {
  changeObstacles,
  effectiveObstacles,
  identityObstacles,
  seatObstacles,
  type OrganisationObstacle,
  type Seat,
} from './organisation.ts';
import { givenFields, saveChange, saveOrganisation, saveRepresentative } from './organisation-change.store.ts';
import {
  lockOrganisation,
  organisationRecord,
  placeOn,
  placesOf,
  twinsOf,
  type OrganisationRecord,
  type PlaceRecord,
} from './organisation.store.ts';
import { savePlace, type PlaceStart } from './organisation-place.store.ts';
import { ownedBy } from './organisation.routes.ts';
import { beginHistory } from './organisation-state.store.ts';
import { changeOrganisation, registerOrganisation } from './organisation.wire.ts';
import { findUnit, type UnitFacts } from './unit.store.ts';

type Registered = ParsedInputOf<typeof registerOrganisation>;
type Changed = ParsedInputOf<typeof changeOrganisation>;

const refuse = (code: string, obstacles: readonly OrganisationObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

export const twinObstacles = async (db: Db, given: Parameters<typeof twinsOf>[1]): Promise<OrganisationObstacle[]> => {
  const twins = await twinsOf(db, given);
  return [
    ...(twins.taxNumber ? (['tax-number-taken'] as const) : []),
    ...(twins.name ? (['name-taken'] as const) : []),
  ];
};

/** What the record would be after the change. */
const identityAfter = (record: OrganisationRecord, given: Changed) => ({
  kind: record.kind,
  legalForm: given.legalForm === undefined ? record.legal_form : given.legalForm,
  taxNumber: given.taxNumber === undefined ? record.tax_number : given.taxNumber,
  foundedOn: given.foundedOn === undefined ? record.founded_on : given.foundedOn,
  certificateOn: given.certificateOn === undefined ? record.certificate_on : given.certificateOn,
});

const twinsAfter = ({ id, kind }: OrganisationRecord, given: Changed) => ({
  id,
  kind,
  name: given.name ?? null,
  taxNumber: given.taxNumber ?? null,
});

const identityOf = (given: Registered) => ({
  kind: given.kind,
  legalForm: given.legalForm ?? null,
  taxNumber: given.taxNumber ?? null,
  foundedOn: given.foundedOn ?? null,
  certificateOn: given.certificateOn ?? null,
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

const placeFields = ['unit', 'address', 'lon', 'lat'] as const;
const seatFields = [...placeFields, 'seatProvince'] as const;

/** A unit chosen says that the seat is here. */
const seatOf = (given: Registered, home: Province): Seat => ({
  unit: given.unit ?? null,
  address: given.address ?? null,
  province: given.seatProvince ?? (given.unit === undefined ? null : home),
});

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

interface Move {
  readonly given: Changed;
  readonly present: PlaceRecord | undefined;
  readonly seat: Seat;
  readonly home: Province;
  readonly unit: UnitFacts | undefined;
}

interface Moving {
  readonly given: Changed;
  readonly record: OrganisationRecord;
  readonly on: Day;
  readonly home: Province;
}

/** From the seat of that day to the one it would then have. */
async function moveOf(db: Db, { given, record, on, home }: Moving): Promise<Move> {
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
const seated = (given: Changed, seat: Seat): Changed =>
  seatFields.some((field) => given[field] !== undefined)
    ? { ...given, seatProvince: seat.province ?? undefined }
    : given;

/** What of a changed seat cannot be. Who only rewrites an address is not asked about the province. */
function moveObstacles({ given, seat, home, unit }: Move): OrganisationObstacle[] {
  if (given.unit && unit === undefined) return ['unit-unknown'];
  if (given.unit !== undefined || given.seatProvince !== undefined) return seatObstacles(seat, home);
  return given.address === null && seat.unit === null ? ['place-missing'] : [];
}

async function movePlace(db: Db, { given, present, seat, unit }: Move, on: Day): Promise<void> {
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

export interface Changer {
  readonly db: Db;
  readonly actor: Actor;
  readonly today: Day;
  /** Locked by the caller, who has seen to it that the actor may change it. */
  readonly record: OrganisationRecord;
  /** As an officer: identity too, not only what an organisation keeps up to date itself. */
  readonly officer: boolean;
}

const moveBy = ({ db, actor, today, record }: Changer, given: Changed): Promise<Move> =>
  moveOf(db, { given, record, on: given.onDay ?? today, home: actor.province });

/** Every reason why a record cannot be changed so. To others than officers a taken number would tell that somebody has it. */
export async function recordObstacles(changer: Changer, given: Changed): Promise<OrganisationObstacle[]> {
  const { db, actor, today, record, officer } = changer;
  return [
    ...changeObstacles({
      provenance: record.provenance,
      status: record.status,
      version: record.version,
      expected: given.version,
      fields: givenFields(given),
      officer,
    }),
    ...effectiveObstacles(given.onDay ?? today, record.founded_on, today),
    ...identityObstacles(identityAfter(record, given), today),
    ...moveObstacles(await moveBy(changer, given)),
    ...(overseesUnit(actor, record.unit_code) ? await twinObstacles(db, twinsAfter(record, given)) : []),
  ];
}

/** Takes a change over, or refuses it with every obstacle. */
export async function changeRecord(
  changer: Changer,
  given: Changed,
): Promise<{ readonly version: number; readonly fields: readonly string[] }> {
  const { db, actor, today, record } = changer;
  refuse('registry.organisation.not-changeable', await recordObstacles(changer, given));
  const on = given.onDay ?? today;
  const move = await moveBy(changer, given);
  await movePlace(db, move, on);
  if (given.representative !== undefined) await saveRepresentative(db, record.id, given.representative, on);
  const fields = givenFields(given);
  const note = [fields.join(', '), given.note].filter(Boolean).join(': ');
  const act = await saveAct(
    db,
    { organisation: record.id, kind: 'changed', onDay: on, document: given.document, note },
    actor.account,
  );
  const version = await saveChange(db, seated(given, move.seat), { on, act });
  return { version, fields };
}

export const organisationChangeRoutes = [
  handle(registerOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    insist(mayRegister(actor, { unit: input.unit ?? null }));
    const unit = input.unit === undefined ? undefined : await findUnit(db, input.unit, today);
    const identity = identityOf(input);
    const home = actor.province;
    const seat = seatOf(input, home);
    refuse('registry.organisation.not-recordable', [
      ...identityObstacles(identity, today),
      ...(input.unit !== undefined && unit === undefined ? (['unit-unknown'] as const) : seatObstacles(seat, home)),
      ...(await twinObstacles(db, { id: input.id, name: input.name, ...identity })),
    ]);

    await saveOrganisation(db, input, seat.province);
    await savePlace(db, input.id, placeOf(input, unit), seatStart(input, unit, today));
    if (input.representative !== undefined) await saveRepresentative(db, input.id, input.representative, today);
    await beginHistory(db, input.id);
    const first = beginning(input);
    if (first !== undefined) await saveAct(db, { organisation: input.id, ...first }, actor.account);
    await tell('registry.organisation.recorded', { organisation: input.id });
    return { version: 1 };
  }),

  handle(changeOrganisation, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const record = await organisationRecord(db, input.organisation);
    insist(mayChange(actor, ownedBy(record)));
    const officer = overseesUnit(actor, record.unit_code);
    const { version, fields } = await changeRecord({ db, actor, today, record, officer }, input);
    await tell('registry.organisation.changed', { organisation: record.id, fields });
    return { version };
  }),
];
