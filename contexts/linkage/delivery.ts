import { addDays, type Day } from '#kernel/day.ts';
import type { ContractState } from './contract.ts';
import type { Side } from './part.wire.ts';

export const deliveryStates = ['recorded', 'confirmed', 'disputed', 'corrected'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const outsideStates = ['open', 'accepted', 'returned', 'void'] as const;
export type OutsideState = (typeof outsideStates)[number];

/** In the commodity's base unit. */
export interface Weights {
  readonly grossQty: number;
  readonly tareQty: number;
}
export const netQtyOf = ({ grossQty, tareQty }: Weights): number => grossQty - tareQty;
export const sameWeights = (a: Weights, b: Weights): boolean => a.grossQty === b.grossQty && a.tareQty === b.tareQty;

/** The part of a load that fits into the promise, and what lies outside the contract. */
export function splitByPromise(netQty: number, roomQty: number): { insideQty: number; outsideQty: number } {
  const insideQty = Math.max(0, Math.min(netQty, roomQty));
  return { insideQty, outsideQty: netQty - insideQty };
}

export type DeliveryObstacle =
  | 'contract-not-signed'
  | 'in-the-future'
  | 'before-the-contract'
  | 'after-the-contract'
  | 'nothing-but-tare';

export interface DeliveredUnder {
  readonly state: ContractState;
  readonly from: Day;
  readonly until: Day;
}

/** Every reason why a load cannot be recorded under a contract. */
export function deliveryObstacles(
  contract: DeliveredUnder,
  given: Weights & { readonly deliveredOn: Day },
  today: Day,
): DeliveryObstacle[] {
  const obstacles: DeliveryObstacle[] = [];
  if (contract.state !== 'signed') obstacles.push('contract-not-signed');
  if (given.deliveredOn > today) obstacles.push('in-the-future');
  if (given.deliveredOn < contract.from) obstacles.push('before-the-contract');
  if (given.deliveredOn > contract.until) obstacles.push('after-the-contract');
  if (netQtyOf(given) <= 0) obstacles.push('nothing-but-tare');
  return obstacles;
}

export const answerUntil = (recordedOn: Day, windowDays: number): Day => addDays(recordedOn, windowDays);

export interface AnsweredDelivery {
  readonly state: DeliveryState;
  readonly side: Side;
  readonly answerUntil: Day;
  readonly settled: boolean;
}

export type AnswerObstacle =
  | 'own-entry'
  | 'already-confirmed'
  | 'already-disputed'
  | 'corrected'
  | 'window-closed'
  | 'settled'
  | 'contract-not-signed';

/** The other side confirms, also what it disputed before; its silence is worked off by the night's job. */
export function confirmObstacles(delivery: AnsweredDelivery, side: Side): AnswerObstacle[] {
  const obstacles: AnswerObstacle[] = [];
  if (delivery.side === side) obstacles.push('own-entry');
  if (delivery.state === 'confirmed') obstacles.push('already-confirmed');
  if (delivery.state === 'corrected') obstacles.push('corrected');
  return obstacles;
}

export function disputeObstacles(delivery: AnsweredDelivery, side: Side, today: Day): AnswerObstacle[] {
  const obstacles = confirmObstacles(delivery, side);
  if (delivery.state === 'disputed') obstacles.push('already-disputed');
  if (today > delivery.answerUntil) obstacles.push('window-closed');
  return obstacles;
}

/** A correction is a new entry in the place of the old one; what a statement has counted stays. */
export function correctObstacles(delivery: AnsweredDelivery): AnswerObstacle[] {
  const obstacles: AnswerObstacle[] = [];
  if (delivery.state === 'corrected') obstacles.push('corrected');
  if (delivery.settled) obstacles.push('settled');
  return obstacles;
}

export type OutsideObstacle = 'not-open' | 'not-confirmed' | 'market-price-missing';

/** Surplus is answered once its weight stands; at market it needs the day's price, confirmed by both. */
export function outsideObstacles(
  outside: { readonly state: OutsideState; readonly deliveryState: DeliveryState },
  needsMarket: boolean,
  hasMarket: boolean,
): OutsideObstacle[] {
  const obstacles: OutsideObstacle[] = [];
  if (outside.state !== 'open') obstacles.push('not-open');
  if (outside.deliveryState !== 'confirmed') obstacles.push('not-confirmed');
  if (needsMarket && !hasMarket) obstacles.push('market-price-missing');
  return obstacles;
}
