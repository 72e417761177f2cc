import { addDays, addMonths, type Day } from '#kernel/day.ts';

/** Why a card was taken back. Who has left, or was erased, needs none: the card goes with the membership. */
export const revocations = ['lost', 'damaged', 'replaced', 'other'] as const;
export type Revocation = (typeof revocations)[number];

export const cardStates = ['valid', 'expired', 'revoked', 'ended'] as const;
/** `ended`: whoever it was given to is no longer a member. */
export type CardState = (typeof cardStates)[number];

interface CardRow {
  readonly expiresOn: Day;
  readonly revokedOn: Day | null;
  readonly memberEnded: boolean;
}
export function cardState({ expiresOn, revokedOn, memberEnded }: CardRow, today: Day): CardState {
  if (revokedOn !== null) return 'revoked';
  if (memberEnded) return 'ended';
  return expiresOn < today ? 'expired' : 'valid';
}

/** A card lives three years at most: what it says should not be older. Ours, no law's. */
const mostMonths = 36;
/** From so many days before its end on a card may have a successor. */
const renewalDays = 60;

export type CardObstacle =
  | 'left'
  | 'erased'
  | 'no-person'
  | 'has-card'
  | 'expires-in-the-past'
  | 'expires-too-late'
  | 'organisation-ended'
  | 'revoked-already';

export interface Issuing {
  readonly party: string;
  readonly erased: boolean;
  readonly leftOn: Day | null;
  /** The last day of a card that is valid now. */
  readonly validUntil: Day | null;
}

export function expiryObstacles(expiresOn: Day, today: Day): CardObstacle[] {
  if (expiresOn <= today) return ['expires-in-the-past'];
  return expiresOn > addMonths(today, mostMonths) ? ['expires-too-late'] : [];
}

/** Every reason why this member gets no card today. */
export function issuingObstacles({ party, erased, leftOn, validUntil }: Issuing, today: Day): CardObstacle[] {
  const obstacles: CardObstacle[] = [];
  if (leftOn !== null) obstacles.push('left');
  if (erased) obstacles.push('erased');
  // A legal person is looked up in the register; whoever comes for it shows who he is.
  if (party === 'legal-person') obstacles.push('no-person');
  if (validUntil !== null && addDays(validUntil, -renewalDays) > today) obstacles.push('has-card');
  return obstacles;
}
