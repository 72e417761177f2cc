import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { CommodityId, idOf, OrganisationId, VarietyId, type Branded } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { PriceVnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { PositiveQty } from '#kernel/quantity.ts';
import { line, prose } from '#kernel/text.ts';
import { linePeriods, lineStates } from './line.ts';
import {
  certificateKinds,
  Certificates,
  CommodityView,
  PlacedParty,
  ProvenanceView,
  VarietyView,
} from './part.wire.ts';

export const LineId = idOf('LineId');
export type LineId = Branded<'LineId'>;

const LineRow = z.object({
  id: LineId,
  organisation: PlacedParty,
  commodity: CommodityView,
  variety: VarietyView.nullable(),
  from: Day,
  until: Day,
  per: z.enum(linePeriods),
  periodQty: z.int(),
  totalQty: z.int(),
  /** Promised by contracts; the rest is free. */
  drawnQty: z.int(),
  minimumOrderQty: z.int().nullable(),
  certificates: z.array(z.enum(certificateKinds)),
  quality: z.string(),
  place: z.string(),
  state: z.enum(lineStates),
  revision: z.int(),
  provenance: ProvenanceView,
  may: z.object({ change: z.boolean(), contract: z.boolean() }),
});
export type LineRow = z.infer<typeof LineRow>;

const listed = {
  input: z.object({
    search: line(100, 0).optional(),
    commodity: CommodityId.optional(),
    organisation: OrganisationId.optional(),
    unit: UnitCode.optional(),
    certificate: z.enum(certificateKinds).optional(),
    state: z.enum(lineStates).optional(),
    /** Lines that run at some time within these days. */
    from: Day.optional(),
    until: Day.optional(),
    /** true: only lines of which something is free. */
    free: Flag.optional(),
    mine: Flag.optional(),
    sort: z
      .enum(['from', '-from', 'qty', '-qty', 'organisation', '-organisation', 'commodity', '-commodity'])
      .default('-from'),
    ...paging,
  }),
  reply: pageOf(LineRow),
};
export const listOffers = query('linkage.offer.list', listed);
export const listDemands = query('linkage.demand.list', listed);
export type LineFilters = z.output<typeof listed.input>;

const RevisionView = z.object({
  revision: z.int(),
  content: z.record(z.string(), z.unknown()),
  reason: z.string(),
  recordedAt: z.string(),
});

const got = LineRow.extend({
  /** Floor or ceiling, to its owner alone; null to everybody else. */
  limitPriceVnd: z.int().nullable(),
  ownsLimit: z.boolean(),
  revisions: z.array(RevisionView),
});
export const getOffer = query('linkage.offer.get', { input: z.object({ offer: LineId }), reply: got });
export const getDemand = query('linkage.demand.get', { input: z.object({ demand: LineId }), reply: got });

/** Marked personal so that it enters no audit row: a limit price is nobody's business but the owner's. */
const LimitPrice = PriceVnd.nullish().meta({ personal: true });

const offerTerms = {
  from: Day,
  until: Day,
  per: z.enum(linePeriods),
  periodQty: PositiveQty,
  floorPriceVnd: LimitPrice,
  certificates: Certificates.default([]),
  quality: prose(2000).default(''),
  place: line(300, 0).default(''),
};
const demandTerms = {
  from: Day,
  until: Day,
  per: z.enum(linePeriods),
  periodQty: PositiveQty,
  minimumOrderQty: PositiveQty.nullish(),
  ceilingPriceVnd: LimitPrice,
  certificates: Certificates.default([]),
  quality: prose(2000).default(''),
  place: line(300, 0).default(''),
};
const owned = { id: LineId, organisation: OrganisationId, commodity: CommodityId, variety: VarietyId.nullish() };
const revised = { revision: z.int().min(1), reason: line(500, 0).default('') };

export const draftOffer = command('linkage.offer.draft', {
  input: z.object({ ...owned, ...offerTerms }),
  reply: z.object({ id: LineId }),
});
export const changeOffer = command('linkage.offer.change', {
  input: z.object({ offer: LineId, ...revised, ...offerTerms }),
  reply: z.object({ revision: z.int() }),
});
export const withdrawOffer = command('linkage.offer.withdraw', {
  input: z.object({ offer: LineId, ...revised }),
  reply: z.object({ revision: z.int() }),
});
export const draftDemand = command('linkage.demand.draft', {
  input: z.object({ ...owned, ...demandTerms }),
  reply: z.object({ id: LineId }),
});
export const changeDemand = command('linkage.demand.change', {
  input: z.object({ demand: LineId, ...revised, ...demandTerms }),
  reply: z.object({ revision: z.int() }),
});
export const withdrawDemand = command('linkage.demand.withdraw', {
  input: z.object({ demand: LineId, ...revised }),
  reply: z.object({ revision: z.int() }),
});
