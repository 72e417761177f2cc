import type { Generated, GeneratedAlways } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { CommodityId, OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode, UnitKind } from '#kernel/place.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { Db } from '#platform/database/db.ts';
import type { OrganisationKind, OrganisationStatus, Provenance } from './organisation.ts';

type OrganisationTable = {
  province: Generated<Province>;
  id: OrganisationId;
  kind: OrganisationKind;
  name: string;
  plain_name: GeneratedAlways<string>;
  short_name: string | null;
  tax_number: string | null;
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
  version: Generated<number>;
};

type OrganisationPlaceTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  valid_from: Day;
  valid_until: Day | null;
  unit_code: UnitCode | null;
  unit_from: Day | null;
  address: string | null;
  lon: number | null;
  lat: number | null;
};

/** What other contexts may read of an organisation. */
export type PublishedOrganisation = {
  province: Province;
  id: OrganisationId;
  kind: OrganisationKind;
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
};

export type PublishedCommodity = {
  province: Province;
  id: CommodityId;
  code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
  sector: 'crop' | 'livestock' | 'fishery' | 'forestry' | 'processed';
  base_unit: BaseUnit;
  storage: 'perishable' | 'storable';
  cycle: 'short' | 'long';
  least_yield: number | null;
  most_yield: number | null;
  gtin: string | null;
  trade_unit: string | null;
  trade_unit_qty: number | null;
};

/** The views the registry publishes. */
export type RegistryViews = {
  'registry.published_organisation': PublishedOrganisation;
  'registry.published_commodity': PublishedCommodity;
};

export type OrganisationTables = {
  'registry.organisation': OrganisationTable;
  'registry.organisation_place': OrganisationPlaceTable;
};

/** All that the registry sees of the database: its own tables. */
export const registryIn = (db: Db) => db.$extendTables<OrganisationTables & RegistryViews>();
