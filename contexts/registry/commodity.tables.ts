import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { Branded, CommodityId, OrganisationId, VarietyId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { CertificateKind } from './certificate.ts';
import type { Cycle, Sector, Storage } from './commodity.ts';

type CommodityTable = {
  province: Generated<Province>;
  id: CommodityId;
  code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
  plain_name: GeneratedAlways<string>;
  sector: Sector;
  base_unit: BaseUnit;
  storage: Storage;
  cycle: Cycle;
  least_yield: number | null;
  most_yield: number | null;
  yield_source: string | null;
  yield_verified: Generated<boolean>;
  gtin: string | null;
};

type TradeUnitTable = {
  province: Generated<Province>;
  commodity_id: CommodityId;
  code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
  qty: number;
  usual: Generated<boolean>;
  valid_from: Generated<Day>;
  valid_until: Day | null;
};

type VarietyTable = {
  province: Generated<Province>;
  id: VarietyId;
  commodity_id: CommodityId;
  name_vi: string;
  name_en: string;
  name_th: string;
};

type CertificateTable = {
  province: Generated<Province>;
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
  provenance: Generated<'entered' | 'synthetic'>;
};

export type CommodityTables = {
  'registry.commodity': CommodityTable;
  'registry.trade_unit': TradeUnitTable;
  'registry.variety': VarietyTable;
  'registry.certificate': CertificateTable;
};
