import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { CommodityId, ContractId, DeliveryId, OrganisationId } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { PositiveQty, Qty } from '#kernel/quantity.ts';
import { line } from '#kernel/text.ts';
import { onSilences } from './contract.ts';
import { ContractParties } from './contract.wire.ts';
import { deliveryStates, outsideStates } from './delivery.ts';
import { CommodityView, ProvenanceView, sides } from './part.wire.ts';

/** A load of at most a million tonnes, or as many pieces. */
const weights = { grossQty: PositiveQty.max(1_000_000_000_000), tareQty: Qty.max(1_000_000_000_000) };

const DeliveryRow = z.object({
  id: DeliveryId,
  contract: ContractParties,
  commodity: CommodityView,
  deliveredOn: Day,
  place: z.string(),
  vehicle: z.string(),
  grossQty: z.int(),
  tareQty: z.int(),
  netQty: z.int(),
  outsideQty: z.int(),
  side: z.enum(sides),
  recordedAt: Instant,
  answerUntil: Day,
  state: z.enum(deliveryStates),
  settled: z.boolean(),
  provenance: ProvenanceView,
  may: z.object({ confirm: z.boolean(), dispute: z.boolean(), correct: z.boolean(), answerOutside: z.boolean() }),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const listDeliveries = query('linkage.delivery.list', {
  input: z.object({
    contract: ContractId.optional(),
    organisation: OrganisationId.optional(),
    commodity: CommodityId.optional(),
    state: z.enum(deliveryStates).optional(),
    from: Day.optional(),
    until: Day.optional(),
    mine: Flag.optional(),
    sort: z.enum(['day', '-day', 'qty', '-qty']).default('-day'),
    ...paging,
  }),
  reply: pageOf(DeliveryRow),
});

export const getDelivery = query('linkage.delivery.get', {
  input: z.object({ delivery: DeliveryId }),
  reply: DeliveryRow.extend({
    corrects: DeliveryId.nullable(),
    correctedBy: DeliveryId.nullable(),
    correctionReason: z.string(),
    /** What the contract makes of no answer by the end of answerUntil. */
    onSilence: z.enum(onSilences),
    answers: z.array(
      z.object({
        kind: z.enum(['confirmed', 'disputed']),
        bySilence: z.boolean(),
        side: z.enum(sides),
        grossQty: z.int().nullable(),
        tareQty: z.int().nullable(),
        reason: z.string(),
        answeredAt: Instant,
      }),
    ),
    outside: z
      .object({
        qty: z.int(),
        state: z.enum(outsideStates),
        pricing: z.enum(['contract', 'market']).nullable(),
        reason: z.string(),
      })
      .nullable(),
  }),
});

const load = {
  deliveredOn: Day,
  place: line(300, 0).default(''),
  vehicle: line(200, 0).default(''),
  ...weights,
};

export const recordDelivery = command('linkage.delivery.record', {
  input: z.object({ id: DeliveryId, contract: ContractId, side: z.enum(sides), ...load }),
  reply: z.object({ id: DeliveryId, outsideQty: z.int() }),
});

export const confirmDelivery = command('linkage.delivery.confirm', {
  input: z.object({ delivery: DeliveryId }),
  reply: z.object({ outsideQty: z.int() }),
});

export const disputeDelivery = command('linkage.delivery.dispute', {
  input: z.object({ delivery: DeliveryId, ...weights, reason: line(1000, 3) }),
  reply: z.object({}),
});

/** A new entry in the place of a wrong or disputed one. */
export const correctDelivery = command('linkage.delivery.correct', {
  input: z.object({
    id: DeliveryId,
    corrects: DeliveryId,
    side: z.enum(sides),
    reason: line(500, 3),
    ...load,
  }),
  reply: z.object({ id: DeliveryId, state: z.enum(deliveryStates) }),
});

export const acceptOutside = command('linkage.outside.accept', {
  input: z.object({ delivery: DeliveryId, pricing: z.enum(['contract', 'market']) }),
  reply: z.object({}),
});

export const refuseOutside = command('linkage.outside.refuse', {
  input: z.object({ delivery: DeliveryId, reason: line(500, 3) }),
  reply: z.object({}),
});
