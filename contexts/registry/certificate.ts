import type { Day } from '#kernel/day.ts';

export const certificateKinds = [
  'vietgap',
  'globalgap',
  'organic',
  'ocop',
  'haccp',
  'iso22000',
  'food-safety',
] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const certificateStates = ['valid', 'not-yet', 'expired', 'withdrawn'] as const;
export type CertificateState = (typeof certificateStates)[number];

interface Certificate {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly withdrawnOn: Day | null;
}

/** What a certificate is worth on a day. */
export function certificateState({ validFrom, validUntil, withdrawnOn }: Certificate, on: Day): CertificateState {
  if (withdrawnOn !== null && withdrawnOn <= on) return 'withdrawn';
  if (on < validFrom) return 'not-yet';
  return validUntil !== null && validUntil < on ? 'expired' : 'valid';
}

export type CertificateObstacle =
  | 'reported'
  | 'organisation-ended'
  | 'ends-before-it-begins'
  | 'not-yet-issued'
  | 'grade-missing';

interface Given {
  readonly provenance: string;
  readonly ended: boolean;
  readonly kind: CertificateKind;
  readonly grade: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/** Every reason why a certificate cannot be recorded. OCOP is given in stars: without them it says nothing. */
export function certificateObstacles(given: Given, today: Day): CertificateObstacle[] {
  const obstacles: CertificateObstacle[] = [];
  if (given.provenance === 'reported') obstacles.push('reported');
  if (given.ended) obstacles.push('organisation-ended');
  if (given.validUntil !== null && given.validUntil < given.validFrom) obstacles.push('ends-before-it-begins');
  if (given.validFrom > today) obstacles.push('not-yet-issued');
  if (given.kind === 'ocop' && given.grade === null) obstacles.push('grade-missing');
  return obstacles;
}
