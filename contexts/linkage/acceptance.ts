import type { ContractState } from './contract.ts';
import { isOpen } from './contract.ts';
import type { Side } from './part.wire.ts';

/**
 * How a side accepted. passkey: its device signed the content hash. password: typed again. demonstration: an account
 * without password, where nothing binds. paper: ink on paper, its scan confirmed by the other side.
 */
export const acceptanceKinds = ['passkey', 'password', 'demonstration', 'paper'] as const;
export type AcceptanceKind = (typeof acceptanceKinds)[number];

export interface AcceptanceFacts {
  readonly side: Side;
  readonly kind: AcceptanceKind;
  readonly contentHash: string;
  readonly confirmed: boolean;
}

/** Paper counts once the other side has confirmed the scan; the other kinds count at once. */
export const counts = (acceptance: AcceptanceFacts): boolean => acceptance.kind !== 'paper' || acceptance.confirmed;

export type AcceptanceObstacle = 'not-a-draft' | 'hash-differs' | 'already-accepted' | 'already-over';

export interface Acceptable {
  readonly state: ContractState;
  readonly contentHash: string;
  readonly isOver: boolean;
  readonly acceptances: readonly AcceptanceFacts[];
}

/** Every reason why a side cannot accept this wording now. */
export function acceptanceObstacles(contract: Acceptable, side: Side, contentHash: string): AcceptanceObstacle[] {
  const obstacles: AcceptanceObstacle[] = [];
  if (!isOpen(contract.state)) obstacles.push('not-a-draft');
  if (contract.contentHash !== contentHash) obstacles.push('hash-differs');
  if (contract.acceptances.some((acceptance) => acceptance.side === side)) obstacles.push('already-accepted');
  if (contract.isOver) obstacles.push('already-over');
  return obstacles;
}

/** What the acceptances of the current wording make of a draft: signed once both sides accepted the same hash. */
export function stateByAcceptances(contentHash: string, acceptances: readonly AcceptanceFacts[]): ContractState {
  const sides = new Set(
    acceptances
      .filter((acceptance) => acceptance.contentHash === contentHash && counts(acceptance))
      .map(({ side }) => side),
  );
  if (sides.size === 2) return 'signed';
  return sides.size === 1 ? 'offered' : 'draft';
}
