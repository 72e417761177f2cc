import type { Day } from '#kernel/day.ts';
import { shareOf } from '#kernel/money.ts';
import type { ContractState } from './contract.ts';

/** Asking to end a contract is no breach; a breach is what one side declares of the other. */
export const endingKinds = ['fulfilled', 'mutual', 'replacement', 'breach'] as const;
export type EndingKind = (typeof endingKinds)[number];
export const endingStates = ['open', 'agreed', 'refused', 'declared'] as const;
export type EndingState = (typeof endingStates)[number];

/** Needs no answer: fulfilment is seen in the rows, a breach is declared. */
export const isDeclared = (kind: EndingKind): boolean => kind === 'fulfilled' || kind === 'breach';

export interface EndingFacts {
  readonly state: ContractState;
  readonly signedOn: Day | null;
  readonly until: Day;
  readonly committedQty: number;
  readonly toleranceBp: number;
  readonly confirmedQty: number;
  readonly unansweredDeliveries: number;
  readonly unpaidSettlements: number;
  readonly unsettledDeliveries: number;
  readonly openEndings: number;
}

export type EndingObstacle =
  | 'not-signed'
  | 'before-signing'
  | 'in-the-future'
  | 'already-asked'
  | 'deliveries-unanswered'
  | 'deliveries-unsettled'
  | 'statements-unpaid'
  | 'not-fulfilled';

const isFulfilled = (facts: EndingFacts): boolean =>
  facts.confirmedQty >= facts.committedQty - shareOf(facts.committedQty, facts.toleranceBp);

/** Every reason why the contract cannot end in this way on this day. */
export function endingObstacles(facts: EndingFacts, kind: EndingKind, on: Day, today: Day): EndingObstacle[] {
  const obstacles: EndingObstacle[] = [];
  if (facts.state !== 'signed') obstacles.push('not-signed');
  if (facts.signedOn !== null && on < facts.signedOn) obstacles.push('before-signing');
  if (on > today) obstacles.push('in-the-future');
  if (facts.openEndings > 0) obstacles.push('already-asked');
  if (kind !== 'fulfilled') return obstacles;
  if (facts.unansweredDeliveries > 0) obstacles.push('deliveries-unanswered');
  if (facts.unsettledDeliveries > 0) obstacles.push('deliveries-unsettled');
  if (facts.unpaidSettlements > 0) obstacles.push('statements-unpaid');
  if (!isFulfilled(facts)) obstacles.push('not-fulfilled');
  return obstacles;
}
