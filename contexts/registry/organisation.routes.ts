import { isProvincialOfficer, manages, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { capitalSight } from './capital.access.ts';
import { hasBook } from './capital.routes.ts';
import { mayListMembers } from './member.access.ts';
import { classReach, mayChange, maySeeContact, maySeeYearly, seesClasses } from './organisation.access.ts';
import { underMinimum } from './minimum.store.ts';
import { hasEnded, isPersonNumber, personKinds } from './organisation.ts';
import { recordOn, type RecordOn } from './organisation-on.store.ts';
import {
  memberCount,
  organisationRecord,
  placeOn,
  placesOf,
  representativeOn,
  type OrganisationRecord,
  type PlaceRecord,
} from './organisation.store.ts';
import { organisationPage } from './organisation-list.store.ts';
import { personNumberOf } from './person-number.store.ts';
import { maskedId } from './personal.cipher.ts';
import { getOrganisation, listOrganisations, type OrganisationView } from './organisation.wire.ts';

export const ownedBy = ({ id, unit_code }: Pick<OrganisationRecord, 'id' | 'unit_code'>) => ({
  organisation: id,
  unit: unit_code,
});

function mayOf(actor: Actor, record: OrganisationRecord): OrganisationView['may'] {
  const owned = ownedBy(record);
  const entered = record.provenance !== 'reported';
  const open = entered && !hasEnded(record.status);
  const oversees = overseesUnit(actor, owned.unit);
  return {
    change: open && mayChange(actor, owned),
    changeIdentity: open && oversees,
    lookAtNumber: mayChange(actor, owned),
    // Whose certificate was revoked is still to be dissolved.
    act: open ? mayChange(actor, owned) : entered && record.status === 'revoked' && oversees,
    ask: open && manages(actor, owned.organisation),
    shape: entered && oversees,
    listMembers: mayListMembers(actor, owned),
    seeCapital: hasBook(record) && capitalSight(actor, owned) !== 'none',
    listYearly: maySeeYearly(actor, owned),
    listRepresentatives: mayChange(actor, owned),
  };
}

const identityOf = (record: RecordOn) => ({
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

/** What was is read, not changed. */
const mayRead = (actor: Actor, record: OrganisationRecord): OrganisationView['may'] => ({
  ...mayOf(actor, record),
  change: false,
  changeIdentity: false,
  act: false,
  shape: false,
});

async function shownOf(db: Db, record: RecordOn, actor: Actor) {
  const seesContact = maySeeContact(actor, ownedBy(record)) || isProvincialOfficer(actor);
  const head = await representativeOn(db, record.id, record.state.on);
  const sealed = await personNumberOf(db, record);
  return {
    head,
    places: await placesOf(db, record.id),
    numbers: {
      taxNumber: record.tax_number,
      personNumber: sealed === null || !seesContact ? null : maskedId(sealed.cipher, sealed.row),
      // Certificates of before 2024 have numbers of 12 digits that are nobody's.
      registrationNumber: shownNumber(record.registration_number, seesContact || !personKinds.includes(record.kind)),
    },
    contact: seesContact
      ? { phone: record.phone, email: record.email, representativePhone: head?.phone ?? null }
      : null,
  };
}

/** A household business is registered under its owner's own number. */
const shownNumber = (number: string | null, seesContact: boolean): string | null =>
  isPersonNumber(number) && !seesContact ? null : number;

export const organisationRoutes = [
  handle(listOrganisations, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const { page, size, ...filters } = input;
    const reach = classReach(actor);
    const { items, total } = await organisationPage(db, { filters, reach, today }, { page, size });
    return {
      total,
      may: { seeClasses: seesClasses(reach) },
      items: items.map(({ unit_code, unit_name, ...organisation }) => ({
        ...organisation,
        unit: unit_code === null ? null : { code: unit_code, name: unit_name ?? unit_code },
      })),
    };
  }),

  handle(getOrganisation, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const record = await organisationRecord(db, input.organisation);
    const on = input.asOf ?? today;
    const then = await recordOn(db, record, { on, today });
    const { contact, numbers, places, head } = await shownOf(db, then, actor);
    const place = placeOn(places, on);
    const members = await memberCount(db, record.id, on);
    const present = record.kind === 'cooperative-group' ? members.all : members.official;
    const counts = then.state.existed && !hasEnded(then.status) && then.provenance !== 'reported';
    return {
      ...identityOf(then),
      ...numbers,
      personNumber: on === today ? numbers.personNumber : null,
      place: place === undefined ? null : placeView(place),
      formerPlaces: places.filter(({ until }) => until !== null && until < on).map(placeView),
      representative: head === undefined ? null : { name: head.name, title: head.title, from: head.valid_from },
      contact: on === today ? contact : null,
      members: members.all,
      officialMembers: present,
      underMinimum: counts ? await underMinimum(db, { id: record.id, kind: then.kind, present }, on) : null,
      state: then.state,
      may: on === today ? mayOf(actor, record) : mayRead(actor, record),
    };
  }),
];
