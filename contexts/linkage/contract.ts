import { shareOf } from '#kernel/money.ts';

export const contractStates = ['draft', 'offered', 'signed', 'closed', 'terminated', 'withdrawn'] as const;
export type ContractState = (typeof contractStates)[number];

export const onSilences = ['confirmed', 'disputed'] as const;
export type OnSilence = (typeof onSilences)[number];

const nextStates: Record<ContractState, readonly ContractState[]> = {
  draft: ['offered', 'signed', 'withdrawn'],
  offered: ['draft', 'signed', 'withdrawn'],
  signed: ['closed', 'terminated'],
  closed: [],
  terminated: [],
  withdrawn: [],
};

export const canBecome = (from: ContractState, to: ContractState): boolean => nextStates[from].includes(to);
export const isOpen = (state: ContractState): boolean => state === 'draft' || state === 'offered';

/** The most that may be delivered within the promise: what was committed and its tolerance, in base units. */
export const mostQtyOf = (contract: { readonly committedQty: number; readonly toleranceBp: number }): number =>
  contract.committedQty + shareOf(contract.committedQty, contract.toleranceBp);

export type DraftObstacle = 'not-a-draft' | 'changed-meanwhile' | 'nothing-changed';

export function changeObstacles(
  contract: { readonly state: ContractState; readonly version: number; readonly contentHash: string },
  given: { readonly version: number; readonly contentHash: string },
): DraftObstacle[] {
  const obstacles: DraftObstacle[] = [];
  if (!isOpen(contract.state)) obstacles.push('not-a-draft');
  if (contract.version !== given.version) obstacles.push('changed-meanwhile');
  if (contract.contentHash === given.contentHash) obstacles.push('nothing-changed');
  return obstacles;
}

/** Why a version cannot be printed to be signed with ink: only the present one is open, and only until both have signed. */
export function signingObstacles(
  contract: { readonly state: ContractState; readonly version: number },
  version: number,
): ('not-a-draft' | 'changed-meanwhile')[] {
  return [
    ...(isOpen(contract.state) ? [] : (['not-a-draft'] as const)),
    ...(contract.version === version ? [] : (['changed-meanwhile'] as const)),
  ];
}
