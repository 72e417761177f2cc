import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { CommodityId, DeliveryId, FileId, HarvestId, LotId, OrganisationId, VarietyId } from '#kernel/id.ts';
import { Gtin, LotCode } from '#kernel/gs1.ts';
import { command, document, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { PositiveQty } from '#kernel/quantity.ts';
import { line, prose } from '#kernel/text.ts';
import { CertificateId, claims, DecisionId, DispatchId, lotStates, ReportId, SampleId } from './lot.ts';
import { CommodityView, HarvestView, LotRow, MarketCode, MarketView, Party } from './quality-part.wire.ts';

const lotFilters = {
  search: line(60, 0).optional(),
  organisation: OrganisationId.optional(),
  commodity: CommodityId.optional(),
  state: z.enum(lotStates).optional(),
  mine: Flag.optional(),
  sort: z.enum(['packed', '-packed', 'code', '-code', 'qty', '-qty']).default('-packed'),
};

export const listLots = query('quality.lot.list', {
  input: z.object({ ...lotFilters, ...paging }),
  reply: pageOf(LotRow).extend({ may: z.object({ draft: z.boolean() }) }),
});

export const SampleView = z.object({
  id: SampleId,
  code: z.string(),
  takenOn: Day,
  /** null where the reader may not know people, and when erased. */
  takenBy: z.string().nullable(),
  erased: z.boolean(),
  place: z.string(),
  method: z.string(),
  sealNumber: z.string(),
  laboratory: Party,
  state: z.enum(['sent', 'reported']),
  may: z.object({ report: z.boolean(), erase: z.boolean() }),
});

export const ReportView = z.object({
  id: ReportId,
  sample: SampleId,
  version: z.int(),
  newest: z.boolean(),
  number: z.string(),
  laboratory: Party,
  accreditation: z.string(),
  method: z.string(),
  panel: z.object({ code: z.string(), version: z.string() }),
  sampledOn: Day,
  receivedOn: Day,
  analysedOn: Day,
  issuedOn: Day,
  analyteCount: z.int(),
  file: FileId,
  recordedAt: Instant,
});
export type ReportView = z.infer<typeof ReportView>;

export const DecisionView = z.object({
  id: DecisionId,
  kind: z.enum(['released', 'blocked']),
  market: z.string().nullable(),
  limitSet: z.string().nullable(),
  decidedOn: Day,
  decidedBy: z.string().nullable(),
  decidedAs: z.string(),
  reason: z.string().nullable(),
  at: Instant,
});

export const DispatchView = z.object({
  id: DispatchId,
  delivery: DeliveryId,
  /** null: the delivery was corrected since, and the new entry names no lot. */
  buyer: Party.nullable(),
  market: z.string(),
  qty: z.int(),
  dispatchedOn: Day,
});

export const getLot = query('quality.lot.get', {
  input: z.object({ lot: LotId }),
  reply: LotRow.extend({
    gtin: z.string().nullable(),
    bestBeforeOn: Day.nullable(),
    variety: VarietyId.nullable(),
    certificate: z.object({ id: CertificateId, number: z.string(), issuer: z.string() }).nullable(),
    /** Those that stand; a harvest withdrawn or corrected since is only counted. */
    harvests: z.array(HarvestView.extend({ lotQty: z.int() })),
    harvestsGone: z.int(),
    samples: z.array(SampleView),
    reports: z.array(ReportView),
    decisions: z.array(DecisionView),
    dispatches: z.array(DispatchView),
    markets: z.array(MarketView),
    /** Only for those who may print labels. */
    trace: z
      .object({
        link: z.string(),
        shortCode: z.string(),
        shortLink: z.string(),
        qrSvg: z.string(),
        published: z.boolean(),
      })
      .nullable(),
    may: z.object({
      sample: z.boolean(),
      release: z.boolean(),
      block: z.boolean(),
      dispatch: z.boolean(),
      print: z.boolean(),
    }),
  }),
});

/** Harvests of one organisation that are not wholly in lots yet. */
export const listHarvests = query('quality.harvest.list', {
  input: z.object({ organisation: OrganisationId, commodity: CommodityId.optional(), ...paging }),
  reply: pageOf(HarvestView.extend({ commodity: CommodityView, leftQty: z.int(), protocol: z.string().nullable() })),
});

export const draftLot = command('quality.lot.draft', {
  input: z.object({
    id: LotId,
    code: LotCode,
    organisation: OrganisationId,
    commodity: CommodityId,
    harvests: z
      .array(z.object({ harvest: HarvestId, qty: PositiveQty }))
      .min(1)
      .max(200),
    claim: z.enum(claims).default('none'),
    certificate: CertificateId.optional(),
    /** The organisation's own number for this trade item; without it the commodity's is taken. */
    gtin: Gtin.optional(),
    packedOn: Day,
    bestBeforeOn: Day.optional(),
  }),
  reply: z.object({ id: LotId, qty: z.int() }),
});

export const releaseLot = command('quality.lot.release', {
  input: z.object({ id: DecisionId, lot: LotId, market: MarketCode }),
  reply: z.object({ limitSet: z.string(), report: ReportId }),
});

export const blockLot = command('quality.lot.block', {
  input: z.object({ id: DecisionId, lot: LotId, reason: prose(1000, 3) }),
  reply: z.object({}),
});

export const recordDispatch = command('quality.dispatch.record', {
  input: z.object({
    id: DispatchId,
    lot: LotId,
    delivery: DeliveryId,
    market: MarketCode,
    qty: PositiveQty,
    dispatchedOn: Day,
  }),
  reply: z.object({ leftQty: z.int() }),
});

/** Deliveries of the lot's organisation and commodity that still have room for a lot. */
export const listLotDeliveries = query('quality.delivery.list', {
  input: z.object({ lot: LotId }),
  reply: z.object({
    items: z.array(
      z.object({
        id: DeliveryId,
        contractNumber: z.string(),
        buyer: Party,
        deliveredOn: Day,
        netQty: z.int(),
        leftQty: z.int(),
      }),
    ),
  }),
});

/** A sheet of QR labels, each with the short code and the domain in letters beside it. */
export const printLabels = document('quality.label.export', {
  input: z.object({
    lot: LotId,
    count: z.coerce.number().int().min(1).max(240).default(24),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});
