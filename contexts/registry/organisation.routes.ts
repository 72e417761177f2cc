import { isProvincialOfficer, overseesUnit, type Actor } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { mayListMembers } from './member.access.ts';
import { mayChange, maySeeContact, maySeeYearly } from './organisation.access.ts';
import { isPersonNumber } from './organisation.ts';
import {
  findRepresentative,
  memberCount,
  organisationPage,
  organisationRecord,
  placesOf,
  type OrganisationRecord,
  type PlaceRecord,
} from './organisation.store.ts';
import { getOrganisation, listOrganisations, type OrganisationView } from './organisation.wire.ts';

export const ownedBy = ({ id, unit_code }: Pick<OrganisationRecord, 'id' | 'unit_code'>) => ({
  organisation: id,
  unit: unit_code,
});

function mayOf(actor: Actor, record: OrganisationRecord): OrganisationView['may'] {
  const owned = ownedBy(record);
  const open = record.provenance !== 'reported' && record.status !== 'dissolved' && record.status !== 'revoked';
  return {
    change: open && mayChange(actor, owned),
    changeIdentity: open && overseesUnit(actor, owned.unit),
    act: open && mayChange(actor, owned),
    listMembers: mayListMembers(actor, owned),
    listYearly: maySeeYearly(actor, owned),
    listRepresentatives: mayChange(actor, owned),
  };
}

const identityOf = (record: OrganisationRecord) => ({
  id: record.id,
  kind: record.kind,
  legalForm: record.legal_form,
  name: record.name,
  shortName: record.short_name,
  certificateOn: record.certificate_on,
  foundedOn: record.founded_on,
  status: record.status,
  fields: record.fields as OrganisationView['fields'],
  seatProvince: record.seat_province === null ? null : { code: record.seat_province, name: record.seat_name ?? '' },
  website: record.website,
  gln: record.gln,
  formerDistrict: record.former_district,
  provenance: record.provenance,
  changedAt: record.changed_at,
  version: record.version,
});

const placeView = ({ startKnown, from, ...place }: PlaceRecord) => ({ ...place, from: startKnown ? from : null });

/** A household business is registered under its owner's own number. */
const shownNumber = (number: string | null, seesContact: boolean): string | null =>
  isPersonNumber(number) && !seesContact ? null : number;

export const organisationRoutes = [
  handle(listOrganisations, async ({ input, db, insist }) => {
    insist(true);
    const { items, total } = await organisationPage(db, input);
    return {
      total,
      items: items.map(({ unit_code, unit_name, ...organisation }) => ({
        ...organisation,
        unit: unit_code === null ? null : { code: unit_code, name: unit_name ?? unit_code },
      })),
    };
  }),

  handle(getOrganisation, async ({ input, actor, db, insist }) => {
    const record = await organisationRecord(db, input.organisation);
    insist(true);
    const seesContact = maySeeContact(actor, ownedBy(record)) || isProvincialOfficer(actor);
    const places = (await placesOf(db, record.id)).map(placeView);
    const head = await findRepresentative(db, record.id);
    return {
      ...identityOf(record),
      taxNumber: shownNumber(record.tax_number, seesContact),
      registrationNumber: shownNumber(record.registration_number, seesContact),
      place: places.find(({ until }) => until === null) ?? null,
      formerPlaces: places.filter(({ until }) => until !== null),
      representative: head === undefined ? null : { name: head.name, title: head.title, from: head.valid_from },
      contact: seesContact
        ? { phone: record.phone, email: record.email, representativePhone: head?.phone ?? null }
        : null,
      members: await memberCount(db, record.id),
      may: mayOf(actor, record),
    };
  }),
];
