import type { Generated, GeneratedAlways } from 'kysely';
import type { RegistryViews } from '#registry';
import type { Day, Instant } from '#kernel/day.ts';
import type {
  AccountId,
  ChainId,
  CommodityId,
  ContractId,
  DeliveryId,
  FileId,
  OrganisationId,
  VarietyId,
} from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { AcceptanceKind } from './acceptance.ts';
import type { AcceptanceId } from './acceptance.wire.ts';
import type { ChainState, PartnerRole, Stage } from './chain.ts';
import type { PartnerId } from './chain.wire.ts';
import type { ContractState, OnSilence } from './contract.ts';
import type { DeliveryState, OutsideState } from './delivery.ts';
import type { EndingKind, EndingState } from './ending.ts';
import type { EndingId } from './ending.wire.ts';
import type { LinePeriod, LineSide, LineState } from './line.ts';
import type { LineId } from './line.wire.ts';
import type { CertificateKind, Side } from './part.wire.ts';
import type { MarketReading, PriceKind } from './price.ts';
import type { PriceId } from './price.wire.ts';
import type { DeductionKind, PaymentState, SettlementState } from './settlement.ts';
import type { DeductionId, PaymentId, SettlementId } from './settlement.wire.ts';

type Entered = 'entered' | 'synthetic';
type Tenant = { province: Generated<Province> };

type CounterTable = Tenant & { kind: 'contract' | 'settlement'; year: number; last: number };

type ChainTable = Tenant & {
  id: ChainId;
  name: string;
  plain_name: GeneratedAlways<string>;
  lead_id: OrganisationId;
  state: Generated<ChainState>;
  started_on: Day | null;
  ended_on: Day | null;
  product_note: Generated<string>;
  note: Generated<string>;
  source: string | null;
  provenance: Generated<Entered | 'reported'>;
  recorded_at: Generated<Instant>;
  changed_at: Generated<Instant>;
  version: Generated<number>;
};

type ChainProductTable = Tenant & { chain_id: ChainId; commodity_id: CommodityId; dropped_at: Instant | null };

type ChainPartnerTable = Tenant & {
  id: PartnerId;
  chain_id: ChainId;
  organisation_id: OrganisationId;
  role: PartnerRole;
  stages: Stage[];
  subject: Generated<string>;
  from_day: Day | null;
  until_day: Day | null;
  provenance: Generated<Entered | 'reported'>;
  recorded_at: Generated<Instant>;
};

type LineTable = Tenant & {
  id: LineId;
  side: LineSide;
  organisation_id: OrganisationId;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  from_day: Day;
  until_day: Day;
  per: LinePeriod;
  period_qty: number;
  total_qty: number;
  drawn_qty: Generated<number>;
  limit_price_vnd: number | null;
  minimum_order_qty: number | null;
  certificates: CertificateKind[];
  quality: string;
  place: string;
  state: Generated<LineState>;
  revision: Generated<number>;
  provenance: Generated<Entered>;
  recorded_at: Generated<Instant>;
  changed_at: Generated<Instant>;
};

type LineRevisionTable = Tenant & {
  line_id: LineId;
  revision: number;
  content: unknown;
  limit_price_vnd: number | null;
  reason: Generated<string>;
  recorded_by: string | null;
  recorded_at: Generated<Instant>;
};

type LineDrawTable = Tenant & {
  id: string;
  line_id: LineId;
  contract_id: ContractId;
  qty: number;
  why: 'accepted' | 'voided' | 'withdrawn' | 'ended';
  recorded_at: Generated<Instant>;
};

type ContractTable = Tenant & {
  id: ContractId;
  number: string;
  verify_token: string;
  chain_id: ChainId | null;
  offer_id: LineId | null;
  demand_id: LineId | null;
  seller_id: OrganisationId;
  buyer_id: OrganisationId;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  version: number;
  content_hash: string;
  from_day: Day;
  until_day: Day;
  committed_qty: number;
  tolerance_bp: number;
  unit_code: string;
  unit_qty: number;
  price_kind: PriceKind;
  price_vnd: number;
  market_reading: MarketReading | null;
  payment_due_days: number;
  dispute_window_days: number;
  on_silence: OnSilence;
  vat_bp: number | null;
  state: Generated<ContractState>;
  signed_on: Day | null;
  ended_on: Day | null;
  provenance: Generated<Entered>;
  drafted_at: Generated<Instant>;
  changed_at: Generated<Instant>;
};

type ContractVersionTable = Tenant & {
  contract_id: ContractId;
  version: number;
  content: string;
  content_hash: string;
  drafted_side: Side;
  drafted_by: AccountId;
  note: Generated<string>;
  drafted_at: Generated<Instant>;
};

type ContractAcceptanceTable = Tenant & {
  id: AcceptanceId;
  contract_id: ContractId;
  version: number;
  content_hash: string;
  side: Side;
  organisation_id: OrganisationId;
  kind: AcceptanceKind;
  accepted_by: AccountId;
  accepted_name: string | null;
  accepted_at: Generated<Instant>;
  proof: unknown;
  file_id: FileId | null;
  confirmed_by: AccountId | null;
  confirmed_at: Instant | null;
  voided_at: Instant | null;
};

type ContractEndingTable = Tenant & {
  id: EndingId;
  contract_id: ContractId;
  kind: EndingKind;
  on_day: Day;
  reason: string;
  side: Side;
  submitted_by: AccountId;
  submitted_at: Generated<Instant>;
  state: EndingState;
  answered_by: AccountId | null;
  answered_at: Instant | null;
};

type MarketPriceTable = Tenant & {
  id: PriceId;
  contract_id: ContractId;
  on_day: Day;
  price_vnd: number;
  source: string;
  side: Side;
  recorded_by: AccountId;
  recorded_at: Generated<Instant>;
  state: Generated<'recorded' | 'confirmed' | 'refused'>;
  answered_by: AccountId | null;
  answered_at: Instant | null;
};

type DeliveryTable = Tenant & {
  id: DeliveryId;
  contract_id: ContractId;
  delivered_on: Day;
  place: string;
  vehicle: string;
  gross_qty: number;
  tare_qty: number;
  net_qty: number;
  outside_qty: number;
  side: Side;
  recorded_by: AccountId;
  recorded_at: Generated<Instant>;
  answer_until: Day;
  state: Generated<DeliveryState>;
  corrects_id: DeliveryId | null;
  correction_reason: Generated<string>;
};

type DeliveryAnswerTable = Tenant & {
  id: string;
  delivery_id: DeliveryId;
  kind: 'confirmed' | 'disputed';
  by_silence: Generated<boolean>;
  side: Side;
  gross_qty: number | null;
  tare_qty: number | null;
  reason: Generated<string>;
  answered_by: AccountId | null;
  answered_at: Generated<Instant>;
};

type OutsideLineTable = Tenant & {
  delivery_id: DeliveryId;
  qty: number;
  state: Generated<OutsideState>;
  pricing: 'contract' | 'market' | null;
  reason: Generated<string>;
  answered_by: AccountId | null;
  answered_at: Instant | null;
};

type SettlementTable = Tenant & {
  id: SettlementId;
  contract_id: ContractId;
  number: string;
  period_from: Day;
  period_until: Day;
  side: Side;
  drafted_by: AccountId;
  drafted_at: Generated<Instant>;
  goods_vnd: number;
  reduction_vnd: number;
  vat_bp: number | null;
  vat_vnd: number;
  set_off_vnd: number;
  amount_vnd: number;
  paid_vnd: Generated<number>;
  invoice_number: string | null;
  invoice_on: Day | null;
  state: Generated<SettlementState>;
  issued_on: Day | null;
  due_on: Day | null;
  agreed_by: AccountId | null;
  agreed_at: Instant | null;
  refusal: Generated<string>;
  version: Generated<number>;
};

type SettlementLineTable = Tenant & {
  settlement_id: SettlementId;
  position: number;
  delivery_id: DeliveryId;
  kind: 'contract' | 'outside';
  qty: number;
  price_vnd: number;
  unit_qty: number;
  price_id: PriceId | null;
  amount_vnd: number;
  live: Generated<boolean>;
};

type SettlementDeductionTable = Tenant & {
  id: DeductionId;
  settlement_id: SettlementId;
  kind: DeductionKind;
  amount_vnd: number;
  reason: string;
  dropped_at: Instant | null;
};

type PaymentTable = Tenant & {
  id: PaymentId;
  settlement_id: SettlementId;
  amount_vnd: number;
  paid_on: Day;
  reference: string;
  recorded_by: AccountId;
  recorded_at: Generated<Instant>;
  state: Generated<PaymentState>;
  reason: Generated<string>;
  answered_by: AccountId | null;
  answered_at: Instant | null;
};

export type LinkageTables = {
  'linkage.counter': CounterTable;
  'linkage.chain': ChainTable;
  'linkage.chain_product': ChainProductTable;
  'linkage.chain_partner': ChainPartnerTable;
  'linkage.line': LineTable;
  'linkage.line_revision': LineRevisionTable;
  'linkage.line_draw': LineDrawTable;
  'linkage.contract': ContractTable;
  'linkage.contract_version': ContractVersionTable;
  'linkage.contract_acceptance': ContractAcceptanceTable;
  'linkage.contract_ending': ContractEndingTable;
  'linkage.market_price': MarketPriceTable;
  'linkage.delivery': DeliveryTable;
  'linkage.delivery_answer': DeliveryAnswerTable;
  'linkage.outside_line': OutsideLineTable;
  'linkage.settlement': SettlementTable;
  'linkage.settlement_line': SettlementLineTable;
  'linkage.settlement_deduction': SettlementDeductionTable;
  'linkage.payment': PaymentTable;
};

type PublishedVariety = {
  province: Province;
  id: VarietyId;
  commodity_id: CommodityId;
  name_vi: string;
  name_en: string;
  name_th: string;
};

/** All that linkage sees of the database: its own tables, and what the registry has published. */
export const linkageIn = (db: Db) =>
  db.$extendTables<LinkageTables & RegistryViews & { 'registry.published_variety': PublishedVariety }>();
