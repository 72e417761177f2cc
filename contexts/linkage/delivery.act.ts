import type { Day } from '#kernel/day.ts';
import type { AccountId, DeliveryId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { ContractRecord } from './contract.store.ts';
import { mostQtyOf } from './contract.ts';
import { splitByPromise } from './delivery.ts';
import {
  findDelivery,
  putOutside,
  saveAnswer,
  setDeliveryState,
  takenQty,
  type DeliveryRecord,
} from './delivery.store.ts';
import { otherSide } from './part.wire.ts';

const mostOf = (contract: ContractRecord): number =>
  mostQtyOf({ committedQty: contract.committed_qty, toleranceBp: contract.tolerance_bp });

/** How much of a new load would lie outside the promise, by all that stands. The contract is locked. */
export async function expectedOutside(db: Db, contract: ContractRecord, netQty: number): Promise<number> {
  const taken = await takenQty(db, contract.id, ['recorded', 'confirmed', 'disputed']);
  return splitByPromise(netQty, mostOf(contract) - taken).outsideQty;
}

/** From here on the load counts, in the order of confirmation: what no longer fits becomes a line outside the contract. */
export async function confirmLoad(
  db: Db,
  contract: ContractRecord,
  delivery: DeliveryRecord,
  by: AccountId | null,
): Promise<number> {
  const taken = await takenQty(db, contract.id, ['confirmed']);
  const { outsideQty } = splitByPromise(delivery.net_qty, mostOf(contract) - taken);
  await saveAnswer(db, { delivery: delivery.id, kind: 'confirmed', side: otherSide(delivery.side), by });
  await setDeliveryState(db, delivery.id, { state: 'confirmed', outsideQty });
  await putOutside(db, delivery.id, outsideQty);
  return outsideQty;
}

/** Nobody answered in time: the contract itself says what that means. */
export async function answerBySilence(
  db: Db,
  contract: ContractRecord,
  id: DeliveryId,
  today: Day,
): Promise<'confirmed' | 'disputed' | undefined> {
  const delivery = await findDelivery(db, id);
  if (delivery === undefined || delivery.state !== 'recorded' || delivery.answer_until >= today) return undefined;
  if (contract.on_silence === 'confirmed') {
    await confirmLoad(db, contract, delivery, null);
    return 'confirmed';
  }
  await saveAnswer(db, { delivery: id, kind: 'disputed', side: otherSide(delivery.side), by: null });
  await setDeliveryState(db, id, { state: 'disputed' });
  return 'disputed';
}
