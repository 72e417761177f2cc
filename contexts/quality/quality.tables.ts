import type { Generated } from 'kysely';
import type { LinkageViews } from '#linkage';
import type { ProductionViews } from '#production';
import type { RegistryViews } from '#registry';
import type { Day, Instant } from '#kernel/day.ts';
import type { CommodityId, DeliveryId, FileId, HarvestId, LotId, OrganisationId, VarietyId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { CertificateId, Claim, DecisionId, DispatchId, LotState, ReportId, SampleId } from './lot.ts';
import type { ResultKind } from './residue.ts';

export type LotTable = {
  province: Generated<Province>;
  id: LotId;
  code: string;
  organisation_id: OrganisationId;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  gtin: string | null;
  qty: number;
  claim: Claim;
  certificate_id: CertificateId | null;
  state: Generated<LotState>;
  packed_on: Day;
  best_before_on: Day | null;
  token: string;
  short_code: string;
  provenance: Generated<'entered' | 'synthetic'>;
  drafted_by: string;
  recorded_at: Generated<Instant>;
};

type HarvestStockTable = {
  province: Generated<Province>;
  harvest_id: HarvestId;
  harvested_qty: number;
  assigned_qty: Generated<number>;
};

type LotHarvestTable = { province: Generated<Province>; lot_id: LotId; harvest_id: HarvestId; qty: number };

export type SampleTable = {
  province: Generated<Province>;
  id: SampleId;
  lot_id: LotId;
  code: string;
  taken_on: Day;
  taken_by: string | null;
  place: string;
  method: string;
  seal_number: string;
  laboratory_id: OrganisationId;
  state: Generated<'sent' | 'reported'>;
  recorded_by: string;
  recorded_at: Generated<Instant>;
  erased_at: Instant | null;
};

export type ReportTable = {
  province: Generated<Province>;
  id: ReportId;
  sample_id: SampleId;
  lot_id: LotId;
  version: number;
  number: string;
  laboratory_id: OrganisationId;
  accreditation: string;
  method: string;
  panel_code: string;
  panel_version: string;
  sampled_on: Day;
  received_on: Day;
  analysed_on: Day;
  issued_on: Day;
  analyte_count: number;
  file_id: FileId;
  recorded_by: string;
  recorded_at: Generated<Instant>;
};

export type ReportResultTable = {
  province: Generated<Province>;
  report_id: ReportId;
  analyte_code: string;
  kind: ResultKind;
  value_ng_per_kg: number | null;
  uncertainty_ng_per_kg: number | null;
  lod_ng_per_kg: number | null;
  loq_ng_per_kg: number;
  printed_name: string;
  printed_result: string;
  row_number: number;
};

type DecidedSynonymTable = {
  province: Generated<Province>;
  name_key: string;
  printed_name: string;
  analyte_code: string | null;
  decided_by: string;
  decided_at: Generated<Instant>;
};

export type LotDecisionTable = {
  province: Generated<Province>;
  id: DecisionId;
  lot_id: LotId;
  kind: 'released' | 'blocked';
  market: string | null;
  limit_set_id: string | null;
  report_id: ReportId | null;
  decided_on: Day;
  decided_by: string;
  decided_as: string;
  reason: string | null;
  /** Written as JSON text. */
  snapshot: unknown;
  at: Generated<Instant>;
};

type DeliveryLoadTable = {
  province: Generated<Province>;
  delivery_id: DeliveryId;
  loaded_qty: Generated<number>;
};

export type DispatchTable = {
  province: Generated<Province>;
  id: DispatchId;
  lot_id: LotId;
  delivery_id: DeliveryId;
  market: string;
  qty: number;
  dispatched_on: Day;
  recorded_by: string;
  recorded_at: Generated<Instant>;
};

type AnalyteTable = {
  code: string;
  name: string;
  cas: string | null;
  efsa_code: string | null;
  synthetic: boolean;
  single_method: boolean;
  source: string;
  verified: boolean;
};
type ResidueTable = { code: string; name: string; efsa_code: string | null; source: string; verified: boolean };
type PanelTable = {
  code: string;
  version: string;
  name: string;
  method: string;
  source: string;
  verified: boolean;
};
type LimitSetTable = {
  id: string;
  market: string;
  version: string;
  name: string;
  default_rule: 'value' | 'none' | 'not-allowed';
  default_ng_per_kg: number | null;
  default_source: string;
  default_verified: boolean;
  valid_from: Day;
  valid_until: Day | null;
  source: string;
  verified: boolean;
};
type ResidueLimitTable = {
  limit_set_id: string;
  residue_code: string;
  commodity_code: string;
  rule: 'limit' | 'default' | 'exempt';
  ng_per_kg: number | null;
  source: string;
  verified: boolean;
};

type PublishedVariety = { province: Province; id: VarietyId; name_vi: string; name_en: string; name_th: string };

type LotPicking = {
  province: Province;
  lot_id: LotId;
  harvest_id: HarvestId;
  lot_qty: number;
  current_id: HarvestId;
};
type HarvestOrigin = { province: Province; harvest_id: HarvestId; qty: number; origin_id: HarvestId };

type QualityTables = {
  'quality.lot_picking': LotPicking;
  'quality.harvest_origin': HarvestOrigin;
  'registry.published_variety': PublishedVariety;
  'quality.lot': LotTable;
  'quality.harvest_stock': HarvestStockTable;
  'quality.lot_harvest': LotHarvestTable;
  'quality.sample': SampleTable;
  'quality.report': ReportTable;
  'quality.report_result': ReportResultTable;
  'quality.analyte_synonym': DecidedSynonymTable;
  'quality.lot_decision': LotDecisionTable;
  'quality.delivery_load': DeliveryLoadTable;
  'quality.dispatch': DispatchTable;
  'reference.analyte': AnalyteTable;
  'reference.analyte_synonym': { name: string; analyte_code: string };
  'reference.residue': ResidueTable;
  'reference.residue_component': { residue_code: string; analyte_code: string; factor_millionths: number };
  'reference.panel': PanelTable;
  'reference.panel_analyte': { panel_code: string; analyte_code: string; position: number; loq_ng_per_kg: number };
  'reference.market': { code: string; name_vi: string; name_en: string; name_th: string };
  'reference.limit_set': LimitSetTable;
  'reference.residue_limit': ResidueLimitTable;
};

/** All that quality sees of the database: its own tables, the national lists, and what the contexts below have published. */
export const qualityIn = (db: Db) => db.$extendTables<QualityTables & RegistryViews & LinkageViews & ProductionViews>();
