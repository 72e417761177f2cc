import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, Branded, CommodityId, FileId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode, UnitKind } from '#kernel/place.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { CertificateKind } from './certificate.ts';
import type { Cycle, Sector, Storage } from './commodity.ts';
import type { Standing } from './member.ts';
import type { Party } from './party.ts';
import type { ActGround, ActKind } from './act.ts';
import type { LegalForm } from './legal-form.ts';
import type { OrganisationKind, OrganisationStatus, Provenance } from './organisation.ts';
import type { Changed } from './organisation-change.ts';

type OrganisationTable = {
  province: Generated<Province>;
  id: OrganisationId;
  kind: OrganisationKind;
  legal_form: LegalForm | null;
  name: string;
  plain_name: GeneratedAlways<string>;
  short_name: string | null;
  /** Of 10 or 13 digits. A person's number is sealed beside it. */
  tax_number: string | null;
  tax_number_cipher: Generated<Buffer | null>;
  tax_number_hmac: Generated<Buffer | null>;
  registration_number: string | null;
  certificate_on: Day | null;
  founded_on: Day | null;
  status: Generated<OrganisationStatus>;
  fields: Generated<string[]>;
  seat_province: Province | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  gln: string | null;
  provenance: Generated<Provenance>;
  recorded_at: Generated<Instant>;
  changed_at: Generated<Instant>;
  struck_at: Generated<Instant | null>;
  version: Generated<number>;
};

type OrganisationPlaceTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  valid_from: Day;
  valid_until: Day | null;
  unit_code: UnitCode | null;
  unit_from: Day | null;
  former_unit: Generated<string | null>;
  address: string | null;
  lon: number | null;
  lat: number | null;
  start_known: Generated<boolean>;
};

type SeatMoveTable = {
  province: Generated<Province>;
  id: string;
  act_id: string;
  organisation_id: OrganisationId;
  seat_from: Day;
  cut_from: Day | null;
  from_code: UnitCode;
  from_from: Day;
  to_code: UnitCode;
  to_from: Day;
  how: 'act' | 'person' | 'point';
  moved_by: AccountId;
  moved_at: Generated<Instant>;
  undone_at: Instant | null;
};

type OrganisationActTable = {
  province: Generated<Province>;
  id: Branded<'ActId'>;
  organisation_id: OrganisationId;
  kind: ActKind;
  on_day: Day;
  document: string | null;
  document_on: Day | null;
  document_issuer: string | null;
  file_id: FileId | null;
  legal_basis: string | null;
  /** Null where the basis was written by hand. */
  basis_verified: boolean | null;
  ground: ActGround | null;
  undoes: Branded<'ActId'> | null;
  /** The act of which this is the other side. */
  part_of: Branded<'ActId'> | null;
  note: string | null;
  /** JSON text going in. */
  changes: JSONColumnType<readonly Changed[]> | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId | null;
};

type RepresentativeTable = {
  province: Generated<Province>;
  id: Branded<'RepresentativeId'>;
  organisation_id: OrganisationId;
  name: string | null;
  title: string;
  phone: string | null;
  valid_from: Day;
  valid_until: Day | null;
  erased_at: Instant | null;
};

/** What other contexts may read of an organisation. */
export type PublishedOrganisation = {
  province: Province;
  id: OrganisationId;
  kind: OrganisationKind;
  legal_form: LegalForm | null;
  name: string;
  plain_name: string;
  short_name: string | null;
  tax_number: string | null;
  status: OrganisationStatus;
  fields: string[];
  seat_province: Province | null;
  founded_on: Day | null;
  certificate_on: Day | null;
  provenance: Provenance;
  gln: string | null;
  unit_code: UnitCode | null;
  unit_from: Day | null;
  unit_name: string | null;
  unit_kind: UnitKind | null;
  former_district: string | null;
  address: string | null;
  lon: number | null;
  lat: number | null;
  /** This id was merged: all else here is the survivor's. Count and list only rows without one. */
  survivor_id: OrganisationId | null;
};

export type PublishedCommodity = {
  province: Province;
  id: CommodityId;
  code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
  sector: Sector;
  base_unit: BaseUnit;
  storage: Storage;
  cycle: Cycle;
  least_yield: number | null;
  most_yield: number | null;
  gtin: string | null;
  trade_unit: string | null;
  trade_unit_qty: number | null;
};

export type PublishedMember = {
  province: Province;
  id: MemberId;
  organisation_id: OrganisationId;
  party: Party;
  party_organisation_id: OrganisationId | null;
  standing: Standing;
  joined_on: Day;
  left_on: Day | null;
  contributed_vnd: number;
  provenance: 'entered' | 'synthetic';
  /** This id was merged: all else here is the survivor's. */
  survivor_id: MemberId | null;
};

export type PublishedYearlyAccount = {
  province: Province;
  organisation_id: OrganisationId;
  year: number;
  revenue_vnd: number | null;
  profit_vnd: number | null;
  external_revenue_vnd: number | null;
  internal_revenue_vnd: number | null;
  cost_vnd: number | null;
  external_cost_vnd: number | null;
  internal_cost_vnd: number | null;
  external_profit_vnd: number | null;
  internal_profit_vnd: number | null;
  charter_capital_vnd: number | null;
  total_capital_vnd: number | null;
  undivided_assets_vnd: number | null;
  official_members: number | null;
  workers: number | null;
  source: string;
  provenance: 'entered' | 'synthetic';
};

export type PublishedCertificate = {
  province: Province;
  id: Branded<'CertificateId'>;
  organisation_id: OrganisationId;
  commodity_id: CommodityId | null;
  kind: CertificateKind;
  grade: string | null;
  number: string;
  issuer: string;
  valid_from: Day;
  valid_until: Day | null;
  withdrawn_on: Day | null;
  provenance: 'entered' | 'synthetic';
};

/** A number of law as it holds in the province. */
export type PublishedParameter = {
  province: Province;
  key: string;
  valid_from: Day;
  valid_until: Day | null;
  value: unknown;
  source: string;
  /** Somebody of this province answers for it. */
  verified: boolean;
  read_at_source: boolean;
  own: boolean;
  file_id: FileId | null;
  answered_by: string | null;
  answered_at: Instant | null;
};

/** Where an organisation was seated, in time, each at the version of a unit it is recorded at. */
export type PublishedSeat = {
  province: Province;
  organisation_id: OrganisationId;
  valid_from: Day;
  valid_until: Day | null;
  unit_code: UnitCode | null;
  unit_from: Day | null;
  address: string | null;
  lon: number | null;
  lat: number | null;
};

/** Under which id an organisation counts: its own, or its survivor's; and where that one has its seat. */
export type PublishedIdentity = {
  province: Province;
  id: OrganisationId;
  stands_as_id: OrganisationId;
  unit_code: UnitCode | null;
};

export type PublishedMemberIdentity = {
  province: Province;
  id: MemberId;
  stands_as_id: MemberId;
  organisation_id: OrganisationId;
  unit_code: UnitCode | null;
};

/** The views the registry publishes. */
/** Organisations that are no more, by every id they were entered under. */
interface PublishedEnd {
  readonly province: Province;
  readonly id: OrganisationId;
  readonly ended_on: Day;
}

export type RegistryViews = {
  'registry.published_end': PublishedEnd;
  'registry.published_member': PublishedMember;
  'registry.published_yearly_account': PublishedYearlyAccount;
  'registry.published_certificate': PublishedCertificate;
  'registry.published_organisation': PublishedOrganisation;
  'registry.published_seat': PublishedSeat;
  'registry.published_identity': PublishedIdentity;
  'registry.published_member_identity': PublishedMemberIdentity;
  'registry.published_commodity': PublishedCommodity;
  'registry.published_parameter': PublishedParameter;
};

export type OrganisationTables = {
  'registry.organisation': OrganisationTable;
  'registry.organisation_place': OrganisationPlaceTable;
  'registry.seat_move': SeatMoveTable;
  'registry.organisation_act': OrganisationActTable;
  'registry.representative': RepresentativeTable;
};
