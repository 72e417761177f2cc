import type { Day } from '#kernel/day.ts';
import { mayFollow, statusAfter, type ActDone, type ActKind } from './act.ts';
import type { Amounts } from './capital.ts';
import { isOfficial, type Standing } from './member.ts';
import { hasEnded, type OrganisationStatus, type Provenance } from './organisation.ts';

/** An organisation on the day of an act that changes its shape: conversion, merger, split. */
export interface Shaped {
  readonly kind: string;
  readonly provenance: Provenance;
  readonly status: OrganisationStatus;
  readonly foundedOn: Day | null;
  readonly acts: readonly ActDone[];
  /** Has anybody joined or left after that day? */
  readonly changedAfter: boolean;
}

export interface Reshaping {
  readonly act: ActKind;
  readonly onDay: Day;
  readonly today: Day;
}

export type ReshapingObstacle =
  | 'reported'
  | 'in-future'
  | 'before-founding'
  | 'status-forbids'
  | 'later-act'
  | 'later-member'
  | 'member-unassigned'
  | 'member-unknown'
  | 'member-twice'
  | 'too-few-members'
  | 'certificate-missing';

const shaping: readonly ActKind[] = [
  'converted',
  'merged',
  'split',
  'dissolving',
  'dissolved',
  'revoked',
  'registered',
];

/** What of an organisation stands against an act of that day. */
export function shapeObstacles(shaped: Shaped, { act, onDay, today }: Reshaping): ReshapingObstacle[] {
  const obstacles: ReshapingObstacle[] = [];
  if (shaped.provenance === 'reported') obstacles.push('reported');
  if (onDay > today) obstacles.push('in-future');
  if (shaped.foundedOn !== null && onDay < shaped.foundedOn) obstacles.push('before-founding');
  const mayBe = statusAfter(act) === undefined ? !hasEnded(shaped.status) : mayFollow(act, shaped.status, undefined);
  if (!mayBe) obstacles.push('status-forbids');
  if (shaped.acts.some((done) => done.onDay > onDay && shaping.includes(done.kind))) obstacles.push('later-act');
  if (shaped.changedAfter) obstacles.push('later-member');
  return obstacles;
}

/** Nobody is lost: every present member is named once, and nobody else. */
export function assignmentObstacles(present: readonly string[], named: readonly string[]): ReshapingObstacle[] {
  const [here, told] = [new Set(present), new Set(named)];
  const obstacles: ReshapingObstacle[] = [];
  if (present.some((id) => !told.has(id))) obstacles.push('member-unassigned');
  if (named.some((id) => !here.has(id))) obstacles.push('member-unknown');
  if (told.size < named.length) obstacles.push('member-twice');
  return obstacles;
}

/** How many of these count for the least number: official members, in a group everybody. */
export const countingMembers = (kind: string, standings: readonly Standing[]): number =>
  kind === 'cooperative-group' ? standings.length : standings.filter(isOfficial).length;

export const fewObstacles = (kind: string, standings: readonly Standing[], least: number | null): ReshapingObstacle[] =>
  least !== null && countingMembers(kind, standings) < least ? ['too-few-members'] : [];

/** A cooperative or union is one by its certificate; a group needs none. */
export const certificateObstacles = (kind: string, certificate: unknown): ReshapingObstacle[] =>
  kind !== 'cooperative-group' && certificate === undefined ? ['certificate-missing'] : [];

/** Whose capital goes where has to come out even. */
export const isWhole = (held: Amounts, parts: readonly Amounts[]): boolean =>
  parts.reduce((sum, part) => sum + part.subscribedVnd, 0) === held.subscribedVnd &&
  parts.reduce((sum, part) => sum + part.paidVnd, 0) === held.paidVnd &&
  parts.every((part) => part.subscribedVnd >= 0 && part.paidVnd >= 0 && part.paidVnd <= part.subscribedVnd);
