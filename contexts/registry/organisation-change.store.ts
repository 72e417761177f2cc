import { sql } from 'kysely';
import { addDays, type Day } from '#kernel/day.ts';
import { newId, type Branded, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { OrganisationStatus } from './organisation.ts';
import { stateColumns, type StateColumn } from './organisation-state.ts';
import { recordState, type StateValues } from './organisation-state.store.ts';
import type { ActId } from './act.wire.ts';
import { findRepresentative } from './organisation.store.ts';
import type { changeOrganisation, registerOrganisation } from './organisation.wire.ts';
import { numberColumns, type NumberColumns } from './person-number.store.ts';
import { registryIn } from './registry.tables.ts';

type Entered = ParsedInputOf<typeof registerOrganisation>;
type Changed = ParsedInputOf<typeof changeOrganisation>;

export async function saveOrganisation(
  db: Db,
  given: Entered,
  seatProvince: Province | null,
  status: OrganisationStatus = 'operating',
): Promise<void> {
  await registryIn(db)
    .insertInto('registry.organisation')
    .values({
      id: given.id,
      kind: given.kind,
      status,
      legal_form: given.legalForm ?? null,
      name: given.name,
      short_name: given.shortName ?? null,
      ...(await numberColumns(db, given.id, given.taxNumber ?? null)),
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

const accompanying: readonly string[] = ['organisation', 'version', 'onDay', 'document', 'legalBasis', 'note'];

/** Which fields an input of change speaks of. */
export const givenFields = (given: Changed): string[] =>
  Object.entries(given)
    .filter(([field, value]) => value !== undefined && !accompanying.includes(field))
    .map(([field]) => field);

const isStateColumn = (column: string): column is StateColumn => (stateColumns as readonly string[]).includes(column);

/** Takes over what is given from a day on, and counts the version on. What a later day tells otherwise stays so. */
export async function saveChange(db: Db, given: Changed, from: { on: Day; act: ActId }): Promise<number> {
  const values = Object.entries(columns)
    .filter(([field]) => given[field as keyof typeof columns] !== undefined)
    .map(([field, column]) => [column, given[field as keyof typeof columns]] as const);
  const number = await givenNumber(db, given);
  const standing = await recordState(db, given.organisation, {
    ...from,
    values: {
      ...Object.fromEntries(values.filter(([column]) => isStateColumn(column))),
      ...(number && { tax_number: number.tax_number }),
    },
  });
  const others = Object.fromEntries(values.filter(([column]) => !isStateColumn(column)));
  const { version } = await registryIn(db)
    .updateTable('registry.organisation')
    .set({ ...others, ...standing, ...sealedBy(standing, number), version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', given.organisation)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

const givenNumber = async (db: Db, { organisation, taxNumber }: Changed): Promise<NumberColumns | undefined> =>
  taxNumber === undefined ? undefined : numberColumns(db, organisation, taxNumber);

/** A person's number goes with what the state says of the tax number today, and is in no state itself. */
const sealedBy = (standing: StateValues, number: NumberColumns | undefined): Partial<NumberColumns> =>
  'tax_number' in standing && number !== undefined
    ? { tax_number_cipher: number.tax_number_cipher, tax_number_hmac: number.tax_number_hmac }
    : {};

interface NewStatus {
  readonly status: OrganisationStatus;
  readonly on: Day;
  readonly act: ActId;
}

export const saveStatus = (db: Db, organisation: OrganisationId, { status, on, act }: NewStatus): Promise<void> =>
  saveState(db, organisation, { on, act, values: { status } });

/** Something of its state is so from a day on. */
export async function saveState(
  db: Db,
  organisation: OrganisationId,
  entry: { readonly on: Day; readonly act: ActId; readonly values: StateValues },
): Promise<void> {
  const { tax_number: told } = entry.values;
  const number = told === undefined ? undefined : await numberColumns(db, organisation, told);
  const values = number === undefined ? entry.values : { ...entry.values, tax_number: number.tax_number };
  const standing = await recordState(db, organisation, { ...entry, values });
  await registryIn(db)
    .updateTable('registry.organisation')
    .set({ ...standing, ...sealedBy(standing, number), version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', organisation)
    .execute();
}

export interface NewRepresentative {
  readonly name: string;
  readonly title: string;
  readonly phone?: string | undefined;
  readonly from?: Day | undefined;
}

/** Who stands for the organisation from a day on; the one before is kept with an end. */
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
  const until = await roomFor(db, organisation, from);
  await people
    .insertInto('registry.representative')
    .values({
      id: newId<Branded<'RepresentativeId'>>(),
      organisation_id: organisation,
      name: given.name,
      title: given.title,
      phone: given.phone ?? null,
      valid_from: from,
      valid_until: until,
      erased_at: null,
    })
    .execute();
}

/** Who stood for it on that day did so until the day before; the new one does until the next who is known, if there is one. */
async function roomFor(db: Db, organisation: OrganisationId, from: Day): Promise<Day | null> {
  const rows = await registryIn(db)
    .selectFrom('registry.representative')
    .select(['id', 'valid_from', 'valid_until'])
    .where('organisation_id', '=', organisation)
    .where(sql<boolean>`(valid_until is null or valid_until >= valid_from)`)
    .orderBy('valid_from')
    .execute();
  const next = rows.find(({ valid_from }) => valid_from > from);
  const then = rows.findLast((row) => row.valid_from <= from && (row.valid_until === null || row.valid_until >= from));
  if (then !== undefined) {
    const until = addDays(from, -1);
    await registryIn(db)
      .updateTable('registry.representative')
      .set({ valid_until: until < then.valid_from ? then.valid_from : until })
      .where('id', '=', then.id)
      .execute();
  }
  return next === undefined ? null : addDays(next.valid_from, -1);
}
