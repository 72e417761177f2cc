import { addDays, type Day } from '#kernel/day.ts';
import { hasEnded } from './organisation.ts';

/** What only an officer changes, and an organisation therefore asks for. Of people only who is to stand for it, by name and title. */
export const askedFields = [
  'name',
  'legalForm',
  'taxNumber',
  'registrationNumber',
  'certificateOn',
  'foundedOn',
  'gln',
  'unit',
  'seatProvince',
  'address',
  'fields',
  'representative',
] as const;
export type AskedField = (typeof askedFields)[number];

export const requestStates = ['submitted', 'returned', 'accepted', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** Flags of an answer: who gave it had the office on its day, and has it no longer. */
export const requestFlags = ['officer-moved'] as const;
export type RequestFlag = (typeof requestFlags)[number];

export type RequestObstacle =
  | 'reported'
  | 'ended'
  | 'nothing-changed'
  | 'already-asked'
  | 'not-open'
  | 'other-round'
  | 'changed-meanwhile'
  | 'answered-in-future'
  | 'answered-before-asked'
  | 'asked-by-oneself';

export interface Asking {
  readonly provenance: string;
  readonly status: string;
  readonly fields: readonly string[];
  /** Another request of the organisation waits for an answer. */
  readonly hasOther: boolean;
  /** undefined: a new one. */
  readonly state: RequestState | undefined;
}

/** Every reason why an organisation cannot ask so. */
export function askingObstacles({ provenance, status, fields, hasOther, state }: Asking): RequestObstacle[] {
  const obstacles: RequestObstacle[] = [];
  if (provenance === 'reported') obstacles.push('reported');
  if (hasEnded(status)) obstacles.push('ended');
  if (fields.length === 0) obstacles.push('nothing-changed');
  if (hasOther) obstacles.push('already-asked');
  if (state !== undefined && state !== 'returned') obstacles.push('not-open');
  return obstacles;
}

export interface Answering {
  readonly state: RequestState;
  readonly round: number;
  readonly expected: number;
  readonly submittedOn: Day;
  readonly answeredOn: Day;
  readonly today: Day;
  /** Four eyes: who asked for it does not answer, also with both offices. */
  readonly isOwn: boolean;
}

/** Every reason why a request cannot be answered so. */
export function answeringObstacles(answer: Answering): RequestObstacle[] {
  const obstacles: RequestObstacle[] = [];
  if (answer.state !== 'submitted') obstacles.push('not-open');
  if (answer.round !== answer.expected) obstacles.push('other-round');
  if (answer.answeredOn > answer.today) obstacles.push('answered-in-future');
  if (answer.answeredOn < answer.submittedOn) obstacles.push('answered-before-asked');
  if (answer.isOwn) obstacles.push('asked-by-oneself');
  return obstacles;
}

type Values = Readonly<Record<string, unknown>>;

/** A value as text that is the same for the same value: neither the order of lines of business nor that of keys is told apart. */
const textOf = (value: unknown): string =>
  JSON.stringify(
    Array.isArray(value)
      ? value.map(String).toSorted((left, right) => (left < right ? -1 : 1))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
        : (value ?? null),
  );

/** Fields whose value is no longer the one that was there when the change was asked for. */
export const changedSince = (before: Values, now: Values): string[] =>
  Object.keys(before).filter((field) => textOf(before[field]) !== textOf(now[field]));

/**
 * Who was officer of the unit on the day of the answer may hand it in for some days after having moved: the paper was decided
 * while the office was theirs. Null: the office was not theirs on that day, or too long ago.
 */
export function standingOfFormer(
  held: { readonly until: Day | null } | undefined,
  today: Day,
  days: number,
): 'officer-moved' | null {
  if (held === undefined) return null;
  return held.until === null || today <= addDays(held.until, days) ? 'officer-moved' : null;
}
