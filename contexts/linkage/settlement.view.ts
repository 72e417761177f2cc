import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { mayAct, mayActFor, type Parties } from './contract.access.ts';
import { partiesOf } from './contract.load.ts';
import { partsOf, type Parts } from './part.store.ts';
import { otherSide } from './part.wire.ts';
import { paymentsOf } from './payment.store.ts';
import { deductionsOf, linesOf, type SettlementRecord } from './settlement.store.ts';
import type { SettlementRow } from './settlement.wire.ts';

export const partsOfSettlements = (db: Db, rows: readonly SettlementRecord[]): Promise<Parts> =>
  partsOf(db, {
    organisations: rows.flatMap((row) => [row.seller_id, row.buyer_id]),
    commodities: rows.map((row) => row.commodity_id),
  });

export const partiesIn = (row: SettlementRecord, parts: Parts): Parties =>
  partiesOf(parts.party(row.seller_id), parts.party(row.buyer_id));

export const settlementRow = (row: SettlementRecord, parts: Parts): SettlementRow => ({
  id: row.id,
  number: row.number,
  contract: {
    id: row.contract_id,
    number: row.contract_number,
    seller: parts.party(row.seller_id),
    buyer: parts.party(row.buyer_id),
  },
  commodity: { ...parts.commodity(row.commodity_id), unit: { code: row.unit_code, qty: row.unit_qty } },
  from: row.period_from,
  until: row.period_until,
  side: row.side,
  state: row.state,
  amountVnd: row.amount_vnd,
  paidVnd: row.paid_vnd,
  balanceVnd: row.amount_vnd - row.paid_vnd,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  provenance: row.provenance,
});

async function rowsOf(db: Db, row: SettlementRecord) {
  const lines = await linesOf(db, row.id);
  const deductions = await deductionsOf(db, row.id);
  const payments = await paymentsOf(db, row.id);
  return {
    lines: lines.map((line) => ({
      position: line.position,
      delivery: line.delivery_id,
      deliveredOn: line.delivered_on,
      kind: line.kind,
      qty: line.qty,
      priceVnd: line.price_vnd,
      amountVnd: line.amount_vnd,
      marketVnd: line.market_vnd,
      marketSource: line.market_source,
    })),
    deductions: deductions.map(({ amount_vnd, ...deduction }) => ({ ...deduction, amountVnd: amount_vnd })),
    payments: payments.map((payment) => ({
      id: payment.id,
      amountVnd: payment.amount_vnd,
      paidOn: payment.paid_on,
      reference: payment.reference,
      state: payment.state,
      reason: payment.reason,
      recordedAt: payment.recorded_at,
    })),
  };
}

export async function settlementView(db: Db, row: SettlementRecord, actor: Actor) {
  const parts = await partsOfSettlements(db, [row]);
  const parties = partiesIn(row, parts);
  const drafts = mayActFor(actor, parties, row.side);
  const pays = mayActFor(actor, parties, 'buyer');
  return {
    ...settlementRow(row, parts),
    goodsVnd: row.goods_vnd,
    reductionVnd: row.reduction_vnd,
    vatBp: row.vat_bp,
    vatVnd: row.vat_vnd,
    setOffVnd: row.set_off_vnd,
    invoiceNumber: row.invoice_number,
    invoiceOn: row.invoice_on,
    agreedAt: row.agreed_at,
    refusal: row.refusal,
    version: row.version,
    ...(await rowsOf(db, row)),
    may: {
      change: drafts && row.state === 'draft',
      submit: drafts && row.state === 'draft',
      answer: mayActFor(actor, parties, otherSide(row.side)) && row.state === 'issued',
      pay: pays && row.state === 'agreed',
      confirmPayment: mayActFor(actor, parties, 'seller') && row.state === 'agreed',
      invoice: mayAct(actor, parties) && row.state !== 'withdrawn',
    },
  };
}
export type SettlementFull = Awaited<ReturnType<typeof settlementView>>;
