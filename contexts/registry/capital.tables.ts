import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, Branded, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { CapitalCertificateId } from './capital-certificate.ts';
import type { CapKind } from './capital-cap.ts';
import type { ExcessCause } from './capital-excess.ts';
import type { CapitalActId, CapitalForm, CapitalKind } from './capital.ts';

type CapitalActTable = {
  province: Generated<Province>;
  id: CapitalActId;
  organisation_id: OrganisationId;
  number: number;
  kind: CapitalKind;
  on_day: Day;
  document: string | null;
  legal_basis: string | null;
  note: string | null;
  reverses_id: CapitalActId | null;
  cause_id: Branded<'ActId'> | null;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
};

type CapitalLineTable = {
  province: Generated<Province>;
  act_id: CapitalActId;
  organisation_id: OrganisationId;
  member_id: MemberId;
  form: CapitalForm;
  subscribed_vnd: number;
  paid_vnd: number;
  valuation_document: string | null;
  ends_membership: Generated<boolean>;
};

type CapitalCertificateTable = {
  province: Generated<Province>;
  id: CapitalCertificateId;
  organisation_id: OrganisationId;
  member_id: MemberId;
  number: number;
  issued_on: Day;
  book_number: number;
  subscribed_vnd: number;
  paid_vnd: number;
  forms: JSONColumnType<{ form: CapitalForm; paidVnd: number }[]>;
  check_code: string;
  verify_token: Generated<string>;
  replaces_id: CapitalCertificateId | null;
  withdrawn_on: Day | null;
  withdrawn_why: string | null;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
};

type CapExcessTable = {
  province: Generated<Province>;
  id: string;
  organisation_id: OrganisationId;
  cap: CapKind;
  member_id: MemberId | null;
  cause: ExcessCause;
  on_day: Day;
  basis_points: number;
  cap_basis_points: number;
  reason: string | null;
  until_day: Day | null;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
};

export type CapitalTables = {
  'registry.cap_excess': CapExcessTable;
  'registry.capital_certificate': CapitalCertificateTable;
  'registry.capital_act': CapitalActTable;
  'registry.capital_line': CapitalLineTable;
};
