import type { Day } from '#kernel/day.ts';
import type { Outcome } from '#kernel/fact.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import { totalVnd, type Part } from './policy.ts';

export const ApplicationId = idOf('ApplicationId');
export type ApplicationId = Branded<'ApplicationId'>;

export const applicationStates = [
  'draft',
  'submitted',
  'returned',
  'examined',
  'approved',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

const nextStates: Record<ApplicationState, readonly ApplicationState[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['returned', 'examined', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  examined: ['approved', 'refused', 'returned'],
  approved: ['closed'],
  refused: [],
  withdrawn: [],
  closed: [],
};
export const canBecome = (state: ApplicationState, next: ApplicationState): boolean => nextStates[state].includes(next);

/** An organisation has one of these at a time for a measure. */
export const openStates: readonly ApplicationState[] = ['draft', 'submitted', 'returned', 'examined', 'approved'];

export const opinions = ['recommended', 'advised-against', 'returned'] as const;
export type Opinion = (typeof opinions)[number];
export const decisions = ['approved', 'refused', 'returned'] as const;
export type DecisionKind = (typeof decisions)[number];

export const actKinds = [
  'started',
  'submitted',
  'recommended',
  'advised-against',
  'returned',
  'approved',
  'refused',
  'withdrawn',
  'closed',
] as const;
export type ActKind = (typeof actKinds)[number];

export const actingAs = ['organisation', 'commune-officer', 'provincial-officer', 'fund', 'system'] as const;
export type ActingAs = (typeof actingAs)[number];

export interface Obstacle {
  readonly code: string;
  readonly [value: string]: string | number;
}

interface Asked {
  readonly state: ApplicationState;
  readonly areaM2: number | null;
  readonly openFrom: Day;
  readonly openUntil: Day | null;
  readonly today: Day;
}

/** What keeps an application from being handed in. Not being eligible does not: the answer says so, people may still ask. */
export function submissionObstacles({ state, areaM2, openFrom, openUntil, today }: Asked): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (!canBecome(state, 'submitted')) obstacles.push({ code: 'not-a-draft' });
  if (areaM2 === null) obstacles.push({ code: 'area-missing' });
  if (today < openFrom) obstacles.push({ code: 'not-open-yet', from: openFrom });
  if (openUntil !== null && openUntil < today) obstacles.push({ code: 'no-longer-open', until: openUntil });
  return obstacles;
}

interface Seen {
  readonly state: ApplicationState;
  readonly version: number;
  readonly seenVersion: number;
  readonly submittedBy: string | null;
  readonly by: string;
}

const seenObstacles = ({ version, seenVersion, submittedBy, by }: Seen): Obstacle[] => [
  ...(version === seenVersion ? [] : [{ code: 'another-version' }]),
  ...(submittedBy === by ? [{ code: 'own-application' }] : []),
];

/** First level: the commune officer looks before the province does. */
export const examinationObstacles = (seen: Seen): Obstacle[] => [
  ...(seen.state === 'submitted' ? [] : [{ code: 'not-submitted' }]),
  ...seenObstacles(seen),
];

export interface Deciding extends Seen {
  readonly decision: DecisionKind;
  readonly examinedBy: string | null;
  readonly outcome: Outcome;
  /** What the rules give at most, part by part; null when they cannot say. */
  readonly granted: readonly Part[] | null;
  readonly parts: readonly Part[];
  readonly budgetVnd: number;
  readonly approvedVnd: number;
}

function grantObstacles({ granted, parts, budgetVnd, approvedVnd }: Deciding): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (parts.length === 0) obstacles.push({ code: 'nothing-granted' });
  for (const { part, kind, count, amountVnd } of parts) {
    const most = granted?.find((one) => one.part === part);
    if (most === undefined || most.kind !== kind) obstacles.push({ code: 'part-not-given-by-the-rules', part });
    else if (amountVnd > most.amountVnd || (count ?? 0) > (most.count ?? 0))
      obstacles.push({ code: 'more-than-the-rules-give', part, mostVnd: most.amountVnd });
    if ((kind === 'in-kind') !== (count !== null)) obstacles.push({ code: 'count-does-not-fit', part });
  }
  const leftVnd = budgetVnd - approvedVnd;
  if (totalVnd(parts) > leftVnd) obstacles.push({ code: 'over-budget', leftVnd });
  return obstacles;
}

/** Second level: in order, by another person, within the rules and the budget. All reasons at once. */
export function decisionObstacles(deciding: Deciding): Obstacle[] {
  const { state, decision, examinedBy, by, outcome } = deciding;
  const obstacles: Obstacle[] = state === 'examined' ? [] : [{ code: 'not-examined' }];
  if (examinedBy === by) obstacles.push({ code: 'same-person-examined' });
  obstacles.push(...seenObstacles(deciding));
  if (decision !== 'approved') return obstacles;
  if (outcome !== 'yes') obstacles.push({ code: outcome === 'no' ? 'not-eligible' : 'eligibility-unknown' });
  return [...obstacles, ...grantObstacles(deciding)];
}
