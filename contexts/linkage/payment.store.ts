import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { linkageIn } from './linkage.tables.ts';
import type { PaymentId, SettlementId } from './settlement.wire.ts';

export const paymentsOf = (db: Db, settlement: SettlementId) =>
  linkageIn(db)
    .selectFrom('linkage.payment')
    .selectAll()
    .where('settlement_id', '=', settlement)
    .orderBy('paid_on')
    .orderBy('id')
    .execute();

export const findPayment = (db: Db, payment: PaymentId) =>
  linkageIn(db).selectFrom('linkage.payment').selectAll().where('id', '=', payment).executeTakeFirst();

/** Recorded and not refused: what must not be paid a second time. */
export async function recordedVnd(db: Db, settlement: SettlementId): Promise<number> {
  const { vnd } = await linkageIn(db)
    .selectFrom('linkage.payment')
    .select(sql<number>`coalesce(sum(amount_vnd), 0)::bigint`.as('vnd'))
    .where('settlement_id', '=', settlement)
    .where('state', '<>', 'refused')
    .executeTakeFirstOrThrow();
  return vnd;
}

export const savePayment = (
  db: Db,
  payment: {
    readonly id: PaymentId;
    readonly settlement: SettlementId;
    readonly amountVnd: number;
    readonly paidOn: Day;
    readonly reference: string;
    readonly by: AccountId;
  },
) =>
  linkageIn(db)
    .insertInto('linkage.payment')
    .values({
      id: payment.id,
      settlement_id: payment.settlement,
      amount_vnd: payment.amountVnd,
      paid_on: payment.paidOn,
      reference: payment.reference,
      recorded_by: payment.by,
      answered_by: null,
      answered_at: null,
    })
    .execute();

export const answerPayment = (
  db: Db,
  payment: PaymentId,
  given: { readonly state: 'confirmed' | 'refused'; readonly by: AccountId; readonly reason?: string },
) =>
  linkageIn(db)
    .updateTable('linkage.payment')
    .set({ state: given.state, answered_by: given.by, answered_at: sql`now()`, reason: given.reason ?? '' })
    .where('id', '=', payment)
    .execute();

/** Adds to what is paid; the statement is paid when nothing is left. Returns the balance. */
export async function addPaid(db: Db, settlement: SettlementId, amountVnd: number): Promise<number> {
  const { balance } = await linkageIn(db)
    .updateTable('linkage.settlement')
    .set((eb) => ({
      paid_vnd: eb('paid_vnd', '+', amountVnd),
      state: sql`case when paid_vnd + ${amountVnd} = amount_vnd then 'paid' else state end`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', settlement)
    .returning(sql<number>`(amount_vnd - paid_vnd)`.as('balance'))
    .executeTakeFirstOrThrow();
  return balance;
}
