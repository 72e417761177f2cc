import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { ContractId, DeliveryId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, Flag, query } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { ContractParties } from './contract.wire.ts';
import { CommodityView, ProvenanceView, sides } from './part.wire.ts';
import { deductionKinds, paymentStates, settlementStates } from './settlement.ts';

export const SettlementId = idOf('SettlementId');
export type SettlementId = Branded<'SettlementId'>;
export const DeductionId = idOf('DeductionId');
export type DeductionId = Branded<'DeductionId'>;
export const PaymentId = idOf('PaymentId');
export type PaymentId = Branded<'PaymentId'>;

const SettlementRow = z.object({
  id: SettlementId,
  number: z.string(),
  contract: ContractParties,
  commodity: CommodityView,
  from: Day,
  until: Day,
  side: z.enum(sides),
  state: z.enum(settlementStates),
  amountVnd: z.int(),
  paidVnd: z.int(),
  balanceVnd: z.int(),
  issuedOn: Day.nullable(),
  dueOn: Day.nullable(),
  provenance: ProvenanceView,
});
export type SettlementRow = z.infer<typeof SettlementRow>;

export const listSettlements = query('linkage.settlement.list', {
  input: z.object({
    contract: ContractId.optional(),
    organisation: OrganisationId.optional(),
    state: z.enum(settlementStates).optional(),
    mine: Flag.optional(),
    sort: z.enum(['period', '-period', 'amount', '-amount', 'due', '-due']).default('-period'),
    ...paging,
  }),
  reply: pageOf(SettlementRow),
});

export const getSettlement = query('linkage.settlement.get', {
  input: z.object({ settlement: SettlementId }),
  reply: SettlementRow.extend({
    goodsVnd: z.int(),
    reductionVnd: z.int(),
    vatBp: z.int().nullable(),
    vatVnd: z.int(),
    setOffVnd: z.int(),
    invoiceNumber: z.string().nullable(),
    invoiceOn: Day.nullable(),
    agreedAt: Instant.nullable(),
    refusal: z.string(),
    version: z.int(),
    lines: z.array(
      z.object({
        position: z.int(),
        delivery: DeliveryId,
        deliveredOn: Day,
        kind: z.enum(['contract', 'outside']),
        qty: z.int(),
        priceVnd: z.int(),
        amountVnd: z.int(),
        /** The market price that was read, where the rule looks at the market. */
        marketVnd: z.int().nullable(),
        marketSource: z.string().nullable(),
      }),
    ),
    deductions: z.array(
      z.object({ id: DeductionId, kind: z.enum(deductionKinds), amountVnd: z.int(), reason: z.string() }),
    ),
    payments: z.array(
      z.object({
        id: PaymentId,
        amountVnd: z.int(),
        paidOn: Day,
        reference: z.string(),
        state: z.enum(paymentStates),
        reason: z.string(),
        recordedAt: Instant,
      }),
    ),
    may: z.object({
      change: z.boolean(),
      submit: z.boolean(),
      answer: z.boolean(),
      pay: z.boolean(),
      confirmPayment: z.boolean(),
      invoice: z.boolean(),
    }),
  }),
});

const Deductions = z
  .array(
    z.object({
      kind: z.enum(deductionKinds),
      amountVnd: Vnd.refine((amount) => amount > 0, 'linkage.settlement.deduction-zero'),
      reason: line(500, 2),
    }),
  )
  .max(50);

export const draftSettlement = command('linkage.settlement.draft', {
  input: z.object({
    id: SettlementId,
    contract: ContractId,
    side: z.enum(sides),
    from: Day,
    until: Day,
    deductions: Deductions.default([]),
  }),
  reply: z.object({ id: SettlementId, number: z.string(), amountVnd: z.int() }),
});

/** Deliveries, prices and deductions are counted anew. */
export const changeSettlement = command('linkage.settlement.change', {
  input: z.object({ settlement: SettlementId, version: z.int().min(1), deductions: Deductions }),
  reply: z.object({ version: z.int(), amountVnd: z.int() }),
});

/** Issues the statement to the other side. */
export const submitSettlement = command('linkage.settlement.submit', {
  input: z.object({ settlement: SettlementId, version: z.int().min(1) }),
  reply: z.object({ dueOn: Day }),
});

export const acceptSettlement = command('linkage.settlement.accept', {
  input: z.object({ settlement: SettlementId, version: z.int().min(1) }),
  reply: z.object({}),
});

/** Sends it back to its drafter, with the reason. */
export const refuseSettlement = command('linkage.settlement.refuse', {
  input: z.object({ settlement: SettlementId, reason: line(1000, 3) }),
  reply: z.object({}),
});

export const withdrawSettlement = command('linkage.settlement.withdraw', {
  input: z.object({ settlement: SettlementId }),
  reply: z.object({}),
});

/** The invoice is issued elsewhere, by law's own ways; here stand only its number and day. */
export const recordInvoice = command('linkage.invoice.record', {
  input: z.object({ settlement: SettlementId, number: line(50), on: Day }),
  reply: z.object({}),
});

export const exportSettlement = document('linkage.settlement.export', {
  input: z.object({ settlement: SettlementId, as: z.enum(['pdf', 'xlsx']).default('pdf') }),
});

export const recordPayment = command('linkage.payment.record', {
  input: z.object({
    id: PaymentId,
    settlement: SettlementId,
    amountVnd: Vnd.refine((amount) => amount > 0, 'linkage.payment.zero'),
    paidOn: Day,
    reference: line(200, 0).default(''),
  }),
  reply: z.object({ id: PaymentId }),
});

export const confirmPayment = command('linkage.payment.confirm', {
  input: z.object({ payment: PaymentId }),
  reply: z.object({ balanceVnd: z.int() }),
});

export const refusePayment = command('linkage.payment.refuse', {
  input: z.object({ payment: PaymentId, reason: line(500, 3) }),
  reply: z.object({}),
});
