import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { hasCheckDigit } from '#kernel/gs1-check.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Lat, Lon, Province, UnitCode, unitKinds } from '#kernel/place.ts';
import { taxNumberDigits } from '#kernel/tax-number.ts';
import { line } from '#kernel/text.ts';
import { ActDocument } from './act-document.wire.ts';
import { legalForms } from './legal-form.ts';
import { ratingClasses, ratingFilters, sizeClasses, sizeFilters } from './organisation-class.ts';
import { activityFields, organisationKinds, organisationStatuses, provenances } from './organisation.ts';

/** An organisation as others name it. */
export const Party = z.object({ id: OrganisationId, name: z.string() });
export type Party = z.infer<typeof Party>;

const classOfYear = <Class extends string>(classes: readonly Class[]) =>
  z.object({ class: z.enum(classes).nullable(), year: z.int().nullable() });

export const OrganisationRow = z.object({
  id: OrganisationId,
  kind: z.enum(organisationKinds),
  name: z.string(),
  status: z.enum(organisationStatuses),
  fields: z.array(z.string()),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  provenance: z.enum(provenances),
  /** Of the newest year that had ended, class null where it was not computed; the whole null where it is not told to the one who asks. */
  sizeClass: classOfYear(sizeClasses).nullable(),
  rating: classOfYear(ratingClasses).nullable(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

const filters = {
  /** Name or tax number; without tone marks and with a slip or two it still finds. */
  search: line(100, 0).optional(),
  kind: z.enum(organisationKinds).optional(),
  status: z.enum(organisationStatuses).optional(),
  field: z.enum(activityFields).optional(),
  unit: UnitCode.optional(),
  /** A former district by its name as listed. */
  district: line(100).optional(),
  /** Of those whose figures the one who asks may see. */
  sizeClass: z.enum(sizeFilters).optional(),
  rating: z.enum(ratingFilters).optional(),
  /** As the register stood on that day. */
  asOf: Day.optional(),
  /** Without it, what is found by its name stands first by likeness, and otherwise groups, cooperatives and unions by name. */
  sort: z.enum(['name', 'kind', 'unit', '-name', '-kind', '-unit']).optional(),
};

/** Everybody may look up who exists: the register is public, its personal fields are not. */
export const listOrganisations = query('registry.organisation.list', {
  input: z.object({ ...filters, ...paging }),
  reply: pageOf(OrganisationRow).extend({ may: z.object({ seeClasses: z.boolean() }) }),
});

export const sheetFormats = ['xlsx', 'csv'] as const;
/** As sheets, or on A4 paper with room for signature and seal. */
export const listFormats = [...sheetFormats, 'pdf'] as const;
export const languages = ['vi', 'en', 'th'] as const;

/** The list with all its rows, as a sheet. */
export const exportOrganisations = document('registry.organisation.export', {
  input: z.object({
    ...filters,
    format: z.enum(listFormats).default('xlsx'),
    language: z.enum(languages).default('vi'),
  }),
});

const unitView = z.object({ code: UnitCode, name: z.string(), kind: z.enum(unitKinds) });

export const PlaceView = z.object({
  unit: unitView.nullable(),
  /** As it was written. */
  address: z.string().nullable(),
  lon: Lon.nullable(),
  lat: Lat.nullable(),
  /** null: nobody has told since when. */
  from: Day.nullable(),
  until: Day.nullable(),
});

export const OrganisationView = z.object({
  id: OrganisationId,
  kind: z.enum(organisationKinds),
  /** null: nobody has told, or the kind is the form. */
  legalForm: z.enum(legalForms).nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  /** Of 10 or 13 digits. */
  taxNumber: z.string().nullable(),
  /** A person's number of 12 digits, masked, and as registration number, only for the organisation's own people and officers of the place. */
  personNumber: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  certificateOn: Day.nullable(),
  foundedOn: Day.nullable(),
  status: z.enum(organisationStatuses),
  fields: z.array(z.enum(activityFields)),
  seatProvince: z.object({ code: Province, name: z.string() }).nullable(),
  website: z.string().nullable(),
  gln: z.string().nullable(),
  place: PlaceView.nullable(),
  formerPlaces: z.array(PlaceView),
  formerDistrict: z.string().nullable(),
  representative: z.object({ name: z.string().nullable(), title: z.string(), from: Day }).nullable(),
  /** For the organisation's own people and officers of the place. */
  contact: z
    .object({ phone: z.string().nullable(), email: z.string().nullable(), representativePhone: z.string().nullable() })
    .nullable(),
  provenance: z.enum(provenances),
  changedAt: Instant,
  version: z.int(),
  members: z.int(),
  /** Official ones; of a group all of them. */
  officialMembers: z.int(),
  /** Fewer than the law of the day asks for; null where it has enough, or where its members are not kept here. */
  underMinimum: z
    .object({
      least: z.int(),
      verified: z.boolean(),
      /** Since which day; null: ever since the first known member. */
      since: Day.nullable(),
    })
    .nullable(),
  /** Which day this speaks of. */
  state: z.object({
    on: Day,
    /** Was it there on that day, as far as is known? */
    existed: z.boolean(),
    /** What was changed before this day was not kept. */
    keptSince: Day.nullable(),
  }),
  may: z.object({
    change: z.boolean(),
    changeIdentity: z.boolean(),
    lookAtNumber: z.boolean(),
    act: z.boolean(),
    /** To ask the officer for what only an officer changes. */
    ask: z.boolean(),
    /** Conversion, merger, split, dissolution: the officer's. */
    shape: z.boolean(),
    listMembers: z.boolean(),
    /** Its book of capital: all of it, without names, or the own line. */
    seeCapital: z.boolean(),
    listYearly: z.boolean(),
    listRepresentatives: z.boolean(),
  }),
});
export type OrganisationView = z.infer<typeof OrganisationView>;

/** With a day, what was so on that day; how to reach it is told of today only. */
export const getOrganisation = query('registry.organisation.get', {
  input: z.object({ organisation: OrganisationId, asOf: Day.optional() }),
  reply: OrganisationView,
});

const Phone = z
  .string()
  .regex(/^\+?[0-9][0-9 .-]{5,19}$/, 'registry.phone.malformed')
  .meta({ personal: true });
const Email = z.email().max(200).meta({ personal: true });
const Website = z.url({ protocol: /^https?$/ }).max(300);
const TaxNumber = z
  .string()
  .overwrite(taxNumberDigits)
  .regex(/^\d{10}$|^\d{12,13}$/, 'registry.tax-number.malformed');

const gln = 'registry.gln.malformed';
/** The check digit alone: the tables of GS1 identifiers stay out of the pages. */
export const PartyNumber = z
  .string()
  .regex(/^\d{13}$/, gln)
  .refine((text) => !/^\d{13}$/.test(text) || hasCheckDigit(text), gln);

export const Representative = z.object({
  name: line(200, 2).meta({ personal: true }),
  title: line(100),
  phone: Phone.optional(),
  from: Day.optional(),
});

/** What a person enters of an organisation; a 12-digit number is personal, so the whole field is kept out of audit rows. */
export const entered = {
  legalForm: z.enum(legalForms),
  name: line(300, 2),
  shortName: line(100),
  taxNumber: TaxNumber.meta({ personal: true }),
  registrationNumber: line(50),
  certificateOn: Day,
  foundedOn: Day,
  gln: PartyNumber,
  fields: z.array(z.enum(activityFields)).max(activityFields.length),
  unit: UnitCode,
  address: line(300, 3),
  lon: Lon,
  lat: Lat,
  seatProvince: Province,
  phone: Phone,
  email: Email,
  website: Website,
  representative: Representative,
};

interface Seated {
  readonly unit?: unknown;
  readonly seatProvince?: unknown;
}

/** Whoever has no seat here has one elsewhere, and only a person knows where. Told beside whatever else is wrong. */
const seatSomewhere = <Fields extends z.ZodType<Seated>>(
  fields: Fields,
  isOutside: (given: Seated) => boolean,
): Fields =>
  fields.refine((given) => !isOutside(given) || (given.seatProvince ?? null) !== null, {
    path: ['seatProvince'],
    error: 'registry.seat-province.missing',
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** Enters an organisation. Who is seated outside the province has a seat province and an address, no unit. */
export const registerOrganisation = command('registry.organisation.record', {
  input: seatSomewhere(
    z.object({
      id: OrganisationId,
      kind: z.enum(organisationKinds),
      legalForm: entered.legalForm.optional(),
      name: entered.name,
      shortName: entered.shortName.optional(),
      taxNumber: entered.taxNumber.optional(),
      registrationNumber: entered.registrationNumber.optional(),
      certificateOn: entered.certificateOn.optional(),
      foundedOn: entered.foundedOn.optional(),
      gln: entered.gln.optional(),
      fields: entered.fields.default([]),
      unit: entered.unit.optional(),
      address: entered.address.optional(),
      lon: entered.lon.optional(),
      lat: entered.lat.optional(),
      seatProvince: entered.seatProvince.optional(),
      phone: entered.phone.optional(),
      email: entered.email.optional(),
      website: entered.website.optional(),
      representative: entered.representative.optional(),
    }),
    ({ unit }) => unit === undefined,
  ),
  reply: z.object({ version: z.int() }),
});

/** Changes what is given and leaves the rest; null blanks a field. The version is the one that was seen. */
export const changeOrganisation = command('registry.organisation.change', {
  input: seatSomewhere(
    z.object({
      organisation: OrganisationId,
      version: z.int().min(1),
      name: entered.name.optional(),
      legalForm: entered.legalForm.nullable().optional(),
      shortName: entered.shortName.nullable().optional(),
      taxNumber: entered.taxNumber.nullable().optional(),
      registrationNumber: entered.registrationNumber.nullable().optional(),
      certificateOn: entered.certificateOn.nullable().optional(),
      foundedOn: entered.foundedOn.nullable().optional(),
      gln: entered.gln.nullable().optional(),
      fields: entered.fields.optional(),
      /** null: the seat is no longer in the province. */
      unit: entered.unit.nullable().optional(),
      seatProvince: entered.seatProvince.optional(),
      address: entered.address.nullable().optional(),
      lon: entered.lon.nullable().optional(),
      lat: entered.lat.nullable().optional(),
      phone: entered.phone.nullable().optional(),
      email: entered.email.nullable().optional(),
      website: entered.website.nullable().optional(),
      representative: entered.representative.optional(),
      /** Since when it is so; without it, since today. */
      onDay: Day.optional(),
      /** Where content of the registration changes. */
      document: ActDocument.optional(),
      /** Without it, what is known of the law on that day. */
      legalBasis: line(200).optional(),
      note: line(500).optional(),
    }),
    ({ unit }) => unit === null,
  ),
  reply: z.object({ version: z.int() }),
});
