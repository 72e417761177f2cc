import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { DeliveryId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayActFor, mayAct, mayList, mayRead, runOrganisations, scopeOf, type Parties } from './contract.access.ts';
import { contractToChange, contractToRead, partiesOf } from './contract.load.ts';
import type { ContractRecord } from './contract.store.ts';
import { confirmLoad, expectedOutside } from './delivery.act.ts';
import {
  answerUntil,
  confirmObstacles,
  correctObstacles,
  deliveryObstacles,
  disputeObstacles,
  netQtyOf,
  sameWeights,
  type Weights,
} from './delivery.ts';
import {
  answersOf,
  correctionOf,
  deliveryPage,
  findDelivery,
  findOutside,
  saveAnswer,
  saveDelivery,
  setDeliveryState,
  putOutside,
  voidOutside,
  type DeliveryRecord,
} from './delivery.store.ts';
import {
  confirmDelivery,
  correctDelivery,
  disputeDelivery,
  getDelivery,
  listDeliveries,
  recordDelivery,
  type DeliveryRow,
} from './delivery.wire.ts';
import { partsOf, type Parts } from './part.store.ts';
import { otherSide } from './part.wire.ts';

const unknown = (): Problem => new Problem('not-found', 'linkage.delivery.unknown');
const refused = (code: string, obstacles: readonly string[]): Problem =>
  new Problem('conflict', `linkage.delivery.${code}`, { obstacles });

const answered = (row: DeliveryRecord) => ({
  state: row.state,
  side: row.side,
  answerUntil: row.answer_until,
  settled: row.settled,
});

function viewOf(row: DeliveryRecord, parts: Parts, { actor, today }: { actor: Actor; today: Day }): DeliveryRow {
  const seller = parts.party(row.seller_id);
  const buyer = parts.party(row.buyer_id);
  const parties = partiesOf(seller, buyer);
  const other = otherSide(row.side);
  const answers = mayActFor(actor, parties, other);
  return {
    id: row.id,
    contract: { id: row.contract_id, number: row.number, seller, buyer },
    commodity: { ...parts.commodity(row.commodity_id), unit: { code: row.unit_code, qty: row.unit_qty } },
    deliveredOn: row.delivered_on,
    place: row.place,
    vehicle: row.vehicle,
    grossQty: row.gross_qty,
    tareQty: row.tare_qty,
    netQty: row.net_qty,
    outsideQty: row.outside_qty,
    side: row.side,
    recordedAt: row.recorded_at,
    answerUntil: row.answer_until,
    state: row.state,
    settled: row.settled,
    provenance: row.provenance,
    may: {
      confirm: answers && confirmObstacles(answered(row), other).length === 0,
      dispute: answers && disputeObstacles(answered(row), other, today).length === 0,
      correct: mayAct(actor, parties) && correctObstacles(answered(row)).length === 0,
      answerOutside: mayActFor(actor, parties, 'buyer') && row.state === 'confirmed' && row.outside_state === 'open',
    },
  };
}

const partsOfDeliveries = (db: Db, rows: readonly DeliveryRecord[]): Promise<Parts> =>
  partsOf(db, {
    organisations: rows.flatMap((row) => [row.seller_id, row.buyer_id]),
    commodities: rows.map((row) => row.commodity_id),
  });

/** The delivery under its contract's lock. */
export async function deliveryToChange(
  db: Db,
  id: DeliveryId,
): Promise<{ delivery: DeliveryRecord; contract: ContractRecord; parties: Parties }> {
  const found = await findDelivery(db, id);
  if (found === undefined) throw unknown();
  const { row, parties } = await contractToChange(db, found.contract_id);
  return { delivery: (await findDelivery(db, id))!, contract: row, parties };
}

const loadObstacles = (contract: ContractRecord, load: Weights & { deliveredOn: Day }, today: Day) =>
  deliveryObstacles({ state: contract.state, from: contract.from_day, until: contract.until_day }, load, today);

/** The weights by which the other side disputed last. */
async function disputedWeights(db: Db, delivery: DeliveryRecord): Promise<Weights | undefined> {
  if (delivery.state !== 'disputed') return undefined;
  const [last] = await answersOf(db, delivery.id);
  if (last?.kind !== 'disputed' || last.gross_qty === null || last.tare_qty === null) return undefined;
  return { grossQty: last.gross_qty, tareQty: last.tare_qty };
}

export const deliveryRoutes = [
  handle(listDeliveries, async ({ input, actor, db, insist, today }) => {
    insist(mayList(actor));
    const { items, total } = await deliveryPage(db, {
      filters: input,
      scope: scopeOf(actor),
      own: runOrganisations(actor),
    });
    const parts = await partsOfDeliveries(db, items);
    return { total, items: items.map((row) => viewOf(row, parts, { actor, today })) };
  }),

  handle(getDelivery, async ({ input, actor, db, insist, today }) => {
    const row = await findDelivery(db, input.delivery);
    if (row === undefined) throw unknown();
    const { row: contract, parties } = await contractToRead(db, row.contract_id);
    insist(mayRead(actor, parties));
    const outside = await findOutside(db, row.id);
    const answers = await answersOf(db, row.id);
    return {
      ...viewOf(row, await partsOfDeliveries(db, [row]), { actor, today }),
      corrects: row.corrects_id,
      correctedBy: (await correctionOf(db, row.id))?.id ?? null,
      correctionReason: row.correction_reason,
      onSilence: contract.on_silence,
      answers: answers.map((answer) => ({
        kind: answer.kind,
        bySilence: answer.by_silence,
        side: answer.side,
        grossQty: answer.gross_qty,
        tareQty: answer.tare_qty,
        reason: answer.reason,
        answeredAt: answer.answered_at,
      })),
      outside:
        outside === undefined
          ? null
          : { qty: outside.qty, state: outside.state, pricing: outside.pricing, reason: outside.reason },
    };
  }),

  handle(recordDelivery, async ({ input, actor, db, insist, tell, today }) => {
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayActFor(actor, parties, input.side));
    const obstacles = loadObstacles(row, input, today);
    if (obstacles.length > 0) throw refused('not-recordable', obstacles);
    const outsideQty = await expectedOutside(db, row, netQtyOf(input));
    await saveDelivery(db, {
      ...input,
      outsideQty,
      by: actor.account!,
      answerUntil: answerUntil(today, row.dispute_window_days),
    });
    await putOutside(db, input.id, outsideQty);
    await tell('linkage.delivery.recorded', { delivery: input.id, contract: row.id, side: input.side });
    return { id: input.id, outsideQty };
  }),

  handle(confirmDelivery, async ({ input, actor, db, insist, tell }) => {
    const { delivery, contract, parties } = await deliveryToChange(db, input.delivery);
    const side = otherSide(delivery.side);
    insist(mayActFor(actor, parties, side));
    const obstacles = confirmObstacles(answered(delivery), side);
    if (obstacles.length > 0) throw refused('not-confirmable', obstacles);
    const outsideQty = await confirmLoad(db, contract, delivery, actor.account);
    await tell('linkage.delivery.confirmed', { delivery: delivery.id, contract: contract.id, side });
    return { outsideQty };
  }),

  handle(disputeDelivery, async ({ input, actor, db, insist, tell, today }) => {
    const { delivery, contract, parties } = await deliveryToChange(db, input.delivery);
    const side = otherSide(delivery.side);
    insist(mayActFor(actor, parties, side));
    const obstacles: string[] = disputeObstacles(answered(delivery), side, today);
    if (netQtyOf(input) <= 0) obstacles.push('nothing-but-tare');
    if (obstacles.length > 0) throw refused('not-disputable', obstacles);
    const weights = { grossQty: input.grossQty, tareQty: input.tareQty };
    await saveAnswer(db, {
      delivery: delivery.id,
      kind: 'disputed',
      side,
      by: actor.account,
      weights,
      reason: input.reason,
    });
    await setDeliveryState(db, delivery.id, { state: 'disputed' });
    await tell('linkage.delivery.disputed', { delivery: delivery.id, contract: contract.id, side });
    return {};
  }),

  handle(correctDelivery, async ({ input, actor, db, insist, tell, today }) => {
    const { delivery, contract, parties } = await deliveryToChange(db, input.corrects);
    insist(mayActFor(actor, parties, input.side));
    // What was delivered while the contract ran may be put right after its end.
    const ran = { ...contract, state: contract.signed_on === null ? contract.state : ('signed' as const) };
    const obstacles: string[] = [...correctObstacles(answered(delivery)), ...loadObstacles(ran, input, today)];
    if (obstacles.length > 0) throw refused('not-correctable', obstacles);
    const agreed = await disputedWeights(db, delivery);
    await setDeliveryState(db, delivery.id, { state: 'corrected' });
    await voidOutside(db, delivery.id);
    const outsideQty = await expectedOutside(db, contract, netQtyOf(input));
    await saveDelivery(db, {
      ...input,
      contract: contract.id,
      outsideQty,
      by: actor.account!,
      answerUntil: answerUntil(today, contract.dispute_window_days),
      corrects: { id: delivery.id, reason: input.reason },
    });
    await putOutside(db, input.id, outsideQty);
    // Whoever takes over the weights the other side named needs no second word from it. The day may move the price.
    const isSameDay = input.deliveredOn === delivery.delivered_on;
    const bothSay = agreed !== undefined && input.side === delivery.side && isSameDay && sameWeights(agreed, input);
    if (bothSay) await confirmLoad(db, contract, (await findDelivery(db, input.id))!, actor.account);
    await tell(`linkage.delivery.${bothSay ? 'confirmed' : 'recorded'}`, {
      delivery: input.id,
      contract: contract.id,
      side: input.side,
    });
    return { id: input.id, state: bothSay ? ('confirmed' as const) : ('recorded' as const) };
  }),
];
