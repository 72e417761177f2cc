import { sql } from 'kysely';
import { addDays, type Day } from '#kernel/day.ts';
import { newId, type Branded, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { OrganisationStatus } from './organisation.ts';
import { findRepresentative, placesOf } from './organisation.store.ts';
import type { changeOrganisation, registerOrganisation } from './organisation.wire.ts';
import { registryIn } from './registry.tables.ts';

type Entered = ParsedInputOf<typeof registerOrganisation>;
type Changed = ParsedInputOf<typeof changeOrganisation>;

export async function saveOrganisation(db: Db, given: Entered, seatProvince: Province | null): Promise<void> {
  await registryIn(db)
    .insertInto('registry.organisation')
    .values({
      id: given.id,
      kind: given.kind,
      legal_form: given.legalForm ?? null,
      name: given.name,
      short_name: given.shortName ?? null,
      tax_number: given.taxNumber ?? null,
      registration_number: given.registrationNumber ?? null,
      certificate_on: given.certificateOn ?? null,
      founded_on: given.foundedOn ?? null,
      fields: given.fields,
      seat_province: seatProvince,
      phone: given.phone ?? null,
      email: given.email ?? null,
      website: given.website ?? null,
      gln: given.gln ?? null,
    })
    .execute();
}

const columns = {
  name: 'name',
  legalForm: 'legal_form',
  shortName: 'short_name',
  taxNumber: 'tax_number',
  registrationNumber: 'registration_number',
  certificateOn: 'certificate_on',
  foundedOn: 'founded_on',
  gln: 'gln',
  fields: 'fields',
  seatProvince: 'seat_province',
  phone: 'phone',
  email: 'email',
  website: 'website',
} as const;

const accompanying: readonly string[] = ['organisation', 'version', 'document', 'note'];

/** Which fields an input of change speaks of. */
export const givenFields = (given: Changed): string[] =>
  Object.entries(given)
    .filter(([field, value]) => value !== undefined && !accompanying.includes(field))
    .map(([field]) => field);

/** Takes over what is given, and counts the version on. */
export async function saveChange(db: Db, given: Changed): Promise<number> {
  const values = Object.fromEntries(
    Object.entries(columns)
      .filter(([field]) => given[field as keyof typeof columns] !== undefined)
      .map(([field, column]) => [column, given[field as keyof typeof columns]]),
  );
  const { version } = await registryIn(db)
    .updateTable('registry.organisation')
    .set({ ...values, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', given.organisation)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function saveStatus(db: Db, organisation: OrganisationId, status: OrganisationStatus): Promise<void> {
  await registryIn(db)
    .updateTable('registry.organisation')
    .set({ status, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', organisation)
    .execute();
}

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

/** A new seat from this day on; the former one ends the day before. A seat entered today is replaced. */
export async function savePlace(
  db: Db,
  organisation: OrganisationId,
  place: NewPlace,
  { day: from, known }: PlaceStart,
): Promise<void> {
  const [present] = await placesOf(db, organisation);
  const values = {
    unit_code: place.unit?.code ?? null,
    unit_from: place.unit?.valid_from ?? null,
    address: place.address,
    lon: place.lon,
    lat: place.lat,
  };
  const places = registryIn(db);
  if (present !== undefined && present.until === null) {
    const update = places
      .updateTable('registry.organisation_place')
      .where('organisation_id', '=', organisation)
      .where('valid_until', 'is', null);
    if (present.from >= from) {
      await update.set(values).execute();
      return;
    }
    await update.set({ valid_until: addDays(from, -1) }).execute();
  }
  await places
    .insertInto('registry.organisation_place')
    .values({ organisation_id: organisation, valid_from: from, valid_until: null, start_known: known, ...values })
    .execute();
}

export interface NewRepresentative {
  readonly name: string;
  readonly title: string;
  readonly phone?: string | undefined;
  readonly from?: Day | undefined;
}

/** Who stands for the organisation from now on; the one before is kept with an end. */
export async function saveRepresentative(
  db: Db,
  organisation: OrganisationId,
  given: NewRepresentative,
  today: Day,
): Promise<void> {
  const present = await findRepresentative(db, organisation);
  const people = registryIn(db);
  if (present !== undefined && present.name === given.name) {
    await people
      .updateTable('registry.representative')
      .set({ title: given.title, phone: given.phone ?? present.phone })
      .where('id', '=', present.id)
      .execute();
    return;
  }
  const from = given.from ?? today;
  if (present !== undefined) {
    const until = addDays(from, -1);
    await people
      .updateTable('registry.representative')
      .set({ valid_until: until < present.valid_from ? present.valid_from : until })
      .where('id', '=', present.id)
      .execute();
  }
  await people
    .insertInto('registry.representative')
    .values({
      id: newId<Branded<'RepresentativeId'>>(),
      organisation_id: organisation,
      name: given.name,
      title: given.title,
      phone: given.phone ?? null,
      valid_from: from,
      valid_until: null,
      erased_at: null,
    })
    .execute();
}
