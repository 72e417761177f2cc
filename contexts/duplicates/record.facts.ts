import { canonicalJson } from '#kernel/canonical.ts';
import type { MemberIdentity, OrganisationIdentity } from '#registry';
import type { MemberFacts } from './member-facts.ts';
import type { OrganisationFacts } from './organisation-facts.ts';

const base64 = (bytes: Buffer): string => Buffer.from(bytes).toString('base64');

/** A record as the registry tells it, made ready to be compared. */
export const memberFacts = (row: MemberIdentity): MemberFacts => ({
  id: row.id,
  organisation: row.organisation_id,
  unit: row.unit_code,
  name: row.name ?? '',
  sex: row.sex,
  birthYear: row.birth_year,
  phone: row.phone,
  nationalId: row.national_id_hmac === null ? null : base64(row.national_id_hmac),
  hamlet: row.hamlet,
});

export const organisationFacts = (row: OrganisationIdentity): OrganisationFacts => ({
  id: row.id,
  kind: row.kind,
  unit: row.unit_code,
  name: row.name,
  taxNumber: row.tax_number ?? (row.tax_number_hmac === null ? null : base64(row.tax_number_hmac)),
  registrationNumber: row.registration_number,
  director: row.director,
  phone: row.phone,
  foundedOn: row.founded_on,
});

/** One text of what is compared of a record; where it lives and to whom it belongs is no fact of its own. */
export const memberPrint = (facts: MemberFacts): string =>
  canonicalJson({ ...facts, id: undefined, organisation: undefined, unit: undefined });
export const organisationPrint = (facts: OrganisationFacts): string => canonicalJson({ ...facts, id: undefined });
