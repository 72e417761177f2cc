import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { isPersonNumber, personKinds, type OrganisationKind } from './organisation.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { numberColumns } from './person-number.store.ts';
import { idsOf, notMerged, refuseMerged, standingOrganisation } from './record-merger.store.ts';
import { isThereOn } from './member-merged.store.ts';
import { standingThen } from './member-standing.store.ts';
import { registryIn } from './registry.tables.ts';

/** What the other contexts may know of an organisation; undefined when the province has none of that id. */
export const findOrganisation = (db: Db, organisation: OrganisationId): Promise<PublishedOrganisation | undefined> =>
  registryIn(db)
    .selectFrom('registry.published_organisation')
    .selectAll()
    .where('id', '=', organisation)
    .executeTakeFirst();

export const unknownOrganisation = (): Problem => new Problem('not-found', 'registry.organisation.unknown');

/** The same, or a Problem. */
export async function organisationFacts(db: Db, organisation: OrganisationId): Promise<PublishedOrganisation> {
  const found = await findOrganisation(db, organisation);
  if (found === undefined) throw unknownOrganisation();
  return found;
}

interface OrganisationFields {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly short_name: string | null;
  readonly tax_number: string | null;
  readonly tax_number_cipher: Buffer | null;
  readonly registration_number: string | null;
  readonly founded_on: Day | null;
  readonly certificate_on: Day | null;
  readonly gln: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
}

/** A person's own number is no other kind's. */
const takenOver = (number: string | null, kind: OrganisationKind): string | null =>
  isPersonNumber(number) && !personKinds.includes(kind) ? null : number;

/** What the record leaves blank, from those merged into it. */
async function filled<Record extends OrganisationFields>(db: Db, record: Record): Promise<Record> {
  const facts = await registryIn(db)
    .selectFrom('registry.merged_facts')
    .selectAll()
    .where('id', '=', record.id)
    .executeTakeFirst();
  if (facts === undefined) return record;
  return {
    ...record,
    short_name: record.short_name ?? facts.short_name,
    tax_number: record.tax_number ?? (record.tax_number_cipher === null ? facts.tax_number : null),
    registration_number: record.registration_number ?? takenOver(facts.registration_number, record.kind),
    founded_on: record.founded_on ?? facts.founded_on,
    certificate_on: record.certificate_on ?? facts.certificate_on,
    gln: record.gln ?? facts.gln,
    phone: record.phone ?? facts.phone,
    email: record.email ?? facts.email,
    website: record.website ?? facts.website,
  };
}

/** The whole record with its present seat. Asked by the id of a record merged into it, it is the survivor's. */
export async function organisationRecord(db: Db, asked: OrganisationId) {
  const organisation = await standingOrganisation(db, asked);
  const row = await registryIn(db)
    .selectFrom('registry.organisation as o')
    .leftJoin('registry.organisation_place as p', (join) =>
      join.onRef('p.organisation_id', '=', 'o.id').on('p.valid_until', 'is', null),
    )
    .leftJoin('reference.unit as u', (join) =>
      join
        .onRef('u.code', '=', 'p.unit_code')
        .onRef('u.valid_from', '=', 'p.unit_from')
        .on('u.valid_until', 'is', null),
    )
    .leftJoin('reference.province as s', 's.code', 'o.seat_province')
    .selectAll('o')
    .select(['u.code as unit_code', 'u.valid_from as unit_from', 'u.former_district', 's.full_name as seat_name'])
    .where('o.id', '=', organisation)
    .where('o.struck_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw unknownOrganisation();
  return filled(db, row);
}
export type OrganisationRecord = Awaited<ReturnType<typeof organisationRecord>>;

/** Locks the record, so that two changes of it come one after the other. One that was merged is changed no more. */
export async function lockOrganisation(db: Db, organisation: OrganisationId): Promise<void> {
  const row = await registryIn(db)
    .selectFrom('registry.organisation')
    .select('id')
    .where('id', '=', organisation)
    .where('struck_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw unknownOrganisation();
  await refuseMerged(db, 'organisation', organisation);
}

export interface PlaceRecord {
  readonly unit: { readonly code: UnitCode; readonly name: string; readonly kind: UnitKind } | null;
  readonly address: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly from: Day;
  readonly until: Day | null;
  /** Did the seat begin on that day, or was it only there already? */
  readonly startKnown: boolean;
}

/** Seats in time, the present one first. */
export async function placesOf(db: Db, organisation: OrganisationId): Promise<PlaceRecord[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.organisation_place as p')
    .leftJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'p.unit_code').onRef('u.valid_from', '=', 'p.unit_from'),
    )
    .select([
      'p.unit_code',
      'u.name',
      'u.kind',
      'u.valid_until as unit_until',
      'p.address',
      'p.lon',
      'p.lat',
      'p.valid_from',
      'p.valid_until',
    ])
    .select('p.start_known')
    .where('p.organisation_id', '=', organisation)
    .where(sql<boolean>`(p.valid_until is null or p.valid_until >= p.valid_from)`)
    .orderBy(sql`p.valid_until desc nulls first`)
    .execute();
  return rows.map(({ unit_code, name, kind, valid_from, valid_until, start_known, unit_until, ...place }) => ({
    ...place,
    unit:
      // A seat whose unit has ended has none until somebody says where it lies now.
      unit_code === null || (valid_until === null && unit_until !== null)
        ? null
        : { code: unit_code, name: name!, kind: kind! },
    from: valid_from,
    until: valid_until,
    startKnown: start_known,
  }));
}

/** The seat on a day. */
export const placeOn = <Place extends Pick<PlaceRecord, 'from' | 'until'>>(places: readonly Place[], on: Day) =>
  places.find(({ from, until }) => from <= on && (until === null || until >= on));

export const findRepresentative = (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.representative')
    .select(['id', 'name', 'title', 'phone', 'valid_from'])
    .where('organisation_id', '=', organisation)
    .where('valid_until', 'is', null)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();

/** The title under which a person of this name stood for an organisation on a day. */
export async function titleHeld(
  db: Db,
  held: { readonly organisation: OrganisationId; readonly name: string; readonly on: Day },
): Promise<string | null> {
  const row = await registryIn(db)
    .selectFrom('registry.representative')
    .select('title')
    .where('organisation_id', '=', held.organisation)
    .where('name', '=', held.name)
    .where('valid_from', '<=', held.on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', held.on)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row?.title || null;
}

export interface MemberCount {
  readonly all: number;
  readonly official: number;
}

/** Who was a member on a day, by the standing of that day. Who leaves on a day is no member on it. */
export async function memberCount(db: Db, organisation: OrganisationId, on: Day): Promise<MemberCount> {
  const ids = await idsOf(db, organisation);
  const { rows } = await sql<MemberCount>`
    select count(*)::int as all, (count(*) filter (where ${standingThen(on)} like 'official%'))::int as official
    from registry.member m
    where m.province = platform.current_province() and m.organisation_id = any(${ids}::uuid[]) and m.voided_by is null
      and ${notMerged('member', 'm.id')} and ${isThereOn(on)}`.execute(db);
  return rows[0]!;
}

const ownRepresentativeOn = (db: Db, organisation: OrganisationId, on: Day) =>
  registryIn(db)
    .selectFrom('registry.representative')
    .select(['id', 'name', 'title', 'phone', 'valid_from'])
    .where('organisation_id', '=', organisation)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();

/** Who stood for it on a day, by its own record or, where that tells nobody, by one merged into it. */
export async function representativeOn(db: Db, organisation: OrganisationId, on: Day) {
  for (const id of await idsOf(db, organisation)) {
    const found = await ownRepresentativeOn(db, id, on);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Another organisation that already has the tax number, or the name among those of its kind. */
export async function twinsOf(
  db: Db,
  { id, kind, name, taxNumber }: { id: OrganisationId; kind: string; name: string | null; taxNumber: string | null },
): Promise<{ name: boolean; taxNumber: boolean }> {
  const same: readonly OrganisationId[] = await idsOf(db, id);
  const { tax_number, tax_number_hmac } = await numberColumns(db, id, taxNumber);
  const rows = await registryIn(db)
    .selectFrom('registry.organisation')
    .select(['id', 'plain_name', 'kind'])
    .select(
      sql<boolean>`coalesce(tax_number = ${tax_number}::text or tax_number_hmac = ${tax_number_hmac}::bytea, false)`.as(
        'numbered',
      ),
    )
    .where('id', '!=', id)
    .where('struck_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('tax_number', '=', tax_number),
        eb('tax_number_hmac', '=', tax_number_hmac),
        eb.and([eb('plain_name', '=', name === null ? null : plain(name)), eb('kind', '=', kind as never)]),
      ]),
    )
    .execute();
  return {
    taxNumber: rows.some(({ numbered }) => numbered),
    name:
      name !== null &&
      rows.some((row) => row.kind === kind && row.plain_name === plain(name) && !same.includes(row.id)),
  };
}
