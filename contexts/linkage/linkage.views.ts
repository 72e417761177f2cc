import type { Day, Instant } from '#kernel/day.ts';
import type { ChainId, CommodityId, ContractId, DeliveryId, OrganisationId, VarietyId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';

type Provenance = 'entered' | 'synthetic' | 'reported';

export type PublishedChain = {
  province: Province;
  id: ChainId;
  name: string;
  lead_id: OrganisationId;
  state: 'forming' | 'active' | 'ended';
  started_on: Day | null;
  product: string;
  commodity_ids: CommodityId[];
  stages: string[];
  provenance: Provenance;
};

export type PublishedChainPartner = {
  province: Province;
  chain_id: ChainId;
  organisation_id: OrganisationId;
  role: string;
  stages: string[];
  from_day: Day | null;
  provenance: Provenance;
};

type PublishedLine = {
  province: Province;
  id: string;
  organisation_id: OrganisationId;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  from_day: Day;
  until_day: Day;
  per: 'total' | 'week' | 'month';
  period_qty: number;
  total_qty: number;
  drawn_qty: number;
  certificates: string[];
  place: string;
  state: 'open' | 'withdrawn';
  recorded_at: Instant;
  provenance: Provenance;
};
export type PublishedOffer = PublishedLine;
export type PublishedDemand = PublishedLine & { minimum_order_qty: number | null };

export type PublishedContract = {
  province: Province;
  id: ContractId;
  number: string;
  chain_id: ChainId | null;
  seller_id: OrganisationId;
  buyer_id: OrganisationId;
  commodity_id: CommodityId;
  variety_id: VarietyId | null;
  from_day: Day;
  until_day: Day;
  committed_qty: number;
  tolerance_bp: number;
  unit_code: string;
  unit_qty: number;
  price_kind: 'fixed' | 'floor-market';
  price_vnd: number;
  state: 'signed' | 'closed' | 'terminated';
  signed_on: Day;
  ended_on: Day | null;
  provenance: Provenance;
};

export type PublishedDelivery = {
  province: Province;
  id: DeliveryId;
  contract_id: ContractId;
  commodity_id: CommodityId;
  seller_id: OrganisationId;
  buyer_id: OrganisationId;
  delivered_on: Day;
  net_qty: number;
  state: 'recorded' | 'confirmed' | 'disputed';
  outside_qty: number;
};

export type PublishedSettlement = {
  province: Province;
  id: string;
  contract_id: ContractId;
  seller_id: OrganisationId;
  buyer_id: OrganisationId;
  period_from: Day;
  period_until: Day;
  goods_vnd: number;
  amount_vnd: number;
  paid_vnd: number;
  due_on: Day;
  state: 'issued' | 'agreed' | 'paid';
};

/** The views linkage publishes: a promise to the contexts above. */
export type LinkageViews = {
  'linkage.published_chain': PublishedChain;
  'linkage.published_chain_partner': PublishedChainPartner;
  'linkage.published_offer': PublishedOffer;
  'linkage.published_demand': PublishedDemand;
  'linkage.published_contract': PublishedContract;
  'linkage.published_delivery': PublishedDelivery;
  'linkage.published_settlement': PublishedSettlement;
};
