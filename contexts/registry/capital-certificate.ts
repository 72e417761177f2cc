import type { Day } from '#kernel/day.ts';
import type { Branded, MemberId } from '#kernel/id.ts';
import type { Amounts, Balance } from './capital.ts';

export type CapitalCertificateId = Branded<'CapitalCertificateId'>;

export const capitalCertificateStates = ['valid', 'outdated', 'replaced', 'withdrawn'] as const;
export type CapitalCertificateState = (typeof capitalCertificateStates)[number];

/** What a stranger may know of a paper: not that the capital behind it has changed. */
export const shownCertificateStates = ['stands', 'replaced', 'withdrawn'] as const;
export type ShownCertificateState = (typeof shownCertificateStates)[number];

interface Issued extends Amounts {
  readonly replacedBy: number | null;
  readonly withdrawnOn: Day | null;
}

export function shownCertificateState({
  replacedBy,
  withdrawnOn,
}: Pick<Issued, 'replacedBy' | 'withdrawnOn'>): ShownCertificateState {
  if (replacedBy !== null) return 'replaced';
  return withdrawnOn === null ? 'stands' : 'withdrawn';
}

/** What a paper is worth beside what the member has now: an outdated one tells another amount and wants replacing. */
export function certificateStanding(
  { replacedBy, withdrawnOn, ...told }: Issued,
  now: Amounts,
): CapitalCertificateState {
  if (replacedBy !== null) return 'replaced';
  if (withdrawnOn !== null) return 'withdrawn';
  return told.paidVnd === now.paidVnd && told.subscribedVnd === now.subscribedVnd ? 'valid' : 'outdated';
}

export interface Issuing {
  readonly provenance: string;
  readonly issuedOn: Day;
  readonly today: Day;
  readonly balance: Balance;
  readonly member: MemberId;
  /** Papers of this member that are neither replaced nor withdrawn. */
  readonly standing: readonly { readonly id: CapitalCertificateId; readonly issuedOn: Day }[];
  readonly replaces: CapitalCertificateId | null;
}

export type IssuingObstacle =
  | 'reported'
  | 'in-future'
  | 'nothing-paid'
  | 'one-stands'
  | 'not-its-own'
  | 'before-the-former';

/** Every reason why a certificate of contribution cannot be issued. One paper stands at a time: a new one replaces it. */
export function issuingObstacles({
  provenance,
  issuedOn,
  today,
  balance,
  standing,
  replaces,
}: Issuing): IssuingObstacle[] {
  const obstacles: IssuingObstacle[] = [];
  const former = standing.find(({ id }) => id === replaces);
  if (provenance === 'reported') obstacles.push('reported');
  if (issuedOn > today) obstacles.push('in-future');
  if (balance.paidVnd <= 0) obstacles.push('nothing-paid');
  if (replaces === null && standing.length > 0) obstacles.push('one-stands');
  if (replaces !== null && former === undefined) obstacles.push('not-its-own');
  if (former !== undefined && issuedOn < former.issuedOn) obstacles.push('before-the-former');
  return obstacles;
}

export type CapitalWithdrawingObstacle =
  | 'reported'
  | 'replaced-already'
  | 'withdrawn-already'
  | 'withdrawn-before-issue'
  | 'in-future';

export function withdrawingObstacles(
  paper: Pick<Issued, 'replacedBy' | 'withdrawnOn'> & { readonly issuedOn: Day; readonly provenance: string },
  withdrawnOn: Day,
  today: Day,
): CapitalWithdrawingObstacle[] {
  const obstacles: CapitalWithdrawingObstacle[] = [];
  if (paper.provenance === 'reported') obstacles.push('reported');
  if (paper.replacedBy !== null) obstacles.push('replaced-already');
  if (paper.withdrawnOn !== null) obstacles.push('withdrawn-already');
  if (withdrawnOn < paper.issuedOn) obstacles.push('withdrawn-before-issue');
  if (withdrawnOn > today) obstacles.push('in-future');
  return obstacles;
}
