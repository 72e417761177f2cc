import { Problem } from '#kernel/problem.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayActFor } from './contract.access.ts';
import { addPaid, answerPayment, findPayment, recordedVnd, savePayment } from './payment.store.ts';
import { paymentObstacles } from './settlement.ts';
import { settlementToChange } from './settlement.routes.ts';
import { confirmPayment, recordPayment, refusePayment, type PaymentId } from './settlement.wire.ts';

const refused = (obstacles: readonly string[]): Problem =>
  new Problem('conflict', 'linkage.payment.not-possible', { obstacles });

async function paymentToAnswer(db: Db, actor: Actor, id: PaymentId) {
  const found = await findPayment(db, id);
  if (found === undefined) throw new Problem('not-found', 'linkage.payment.unknown');
  const { row, parties } = await settlementToChange(db, found.settlement_id);
  return { settlement: row, payment: (await findPayment(db, id))!, allowed: mayActFor(actor, parties, 'seller') };
}

/** The buyer says what it paid; the money counts once the seller has seen it. */
export const paymentRoutes = [
  handle(recordPayment, async ({ input, actor, db, insist, tell, today }) => {
    const { row, parties } = await settlementToChange(db, input.settlement);
    insist(mayActFor(actor, parties, 'buyer'));
    const obstacles = paymentObstacles(
      { state: row.state, amountVnd: row.amount_vnd },
      { amountVnd: input.amountVnd, paidOn: input.paidOn, recordedVnd: await recordedVnd(db, row.id) },
      today,
    );
    if (obstacles.length > 0) throw refused(obstacles);
    await savePayment(db, { ...input, by: actor.account! });
    await tell('linkage.payment.recorded', { payment: input.id, settlement: row.id, side: 'buyer' });
    return { id: input.id };
  }),

  handle(confirmPayment, async ({ input, actor, db, insist, tell }) => {
    const { settlement, payment, allowed } = await paymentToAnswer(db, actor, input.payment);
    insist(allowed);
    if (payment.state !== 'recorded') throw refused(['already-answered']);
    await answerPayment(db, payment.id, { state: 'confirmed', by: actor.account! });
    const balanceVnd = await addPaid(db, settlement.id, payment.amount_vnd);
    await tell('linkage.payment.confirmed', { payment: payment.id, settlement: settlement.id, side: 'seller' });
    if (balanceVnd === 0)
      await tell('linkage.settlement.paid', {
        settlement: settlement.id,
        contract: settlement.contract_id,
        side: 'seller',
      });
    return { balanceVnd };
  }),

  handle(refusePayment, async ({ input, actor, db, insist, tell }) => {
    const { settlement, payment, allowed } = await paymentToAnswer(db, actor, input.payment);
    insist(allowed);
    if (payment.state !== 'recorded') throw refused(['already-answered']);
    await answerPayment(db, payment.id, { state: 'refused', by: actor.account!, reason: input.reason });
    await tell('linkage.payment.refused', { payment: payment.id, settlement: settlement.id, side: 'seller' });
    return {};
  }),
];
