import { idOf, type Branded } from '#kernel/id.ts';

/** organisation, or member of one. */
export const subjects = ['organisation', 'member'] as const;
export type Subject = (typeof subjects)[number];

/** lapsed: their facts no longer speak for one. one-person: one human being, lawfully a member twice. */
export const pairStates = ['open', 'two', 'merged', 'one-person', 'lapsed'] as const;
export type PairState = (typeof pairStates)[number];

/** What may be decided without merging anything. */
export const pairDecisions = ['two', 'one-person'] as const;
export type PairDecision = (typeof pairDecisions)[number];

export const pairEntryKinds = ['two', 'one-person', 'merged', 'undone', 'reopened', 'opened'] as const;
export type PairEntryKind = (typeof pairEntryKinds)[number];

export const PairId = idOf('PairId');
export type PairId = Branded<'PairId'>;

export type DecidingObstacle = 'not-open' | 'not-of-members' | 'same-organisation' | 'one-is-merged' | 'not-decided';

export interface Deciding {
  readonly subject: Subject;
  readonly state: PairState;
  readonly decision: PairDecision;
  readonly inOneOrganisation: boolean;
  readonly oneIsMerged: boolean;
}

/**
 * One person in two organisations is two memberships, as the law allows (17/2023/QH15, art. 30.4): a decision, not a merger.
 * In one organisation it is one membership entered twice, and to be merged.
 */
export function decidingObstacles({
  subject,
  state,
  decision,
  inOneOrganisation,
  oneIsMerged,
}: Deciding): DecidingObstacle[] {
  const obstacles: DecidingObstacle[] = [];
  if (state !== 'open') obstacles.push('not-open');
  if (oneIsMerged) obstacles.push('one-is-merged');
  if (decision === 'one-person' && subject !== 'member') obstacles.push('not-of-members');
  if (decision === 'one-person' && inOneOrganisation) obstacles.push('same-organisation');
  return obstacles;
}

/** How strongly a field speaks, in steps a person can read; the borders are in bits. */
export const evidenceStrengths = ['strong-for', 'for', 'weak', 'against', 'strong-against'] as const;
export type EvidenceStrength = (typeof evidenceStrengths)[number];

export function strengthOf(bits: number): EvidenceStrength {
  if (bits >= 8) return 'strong-for';
  if (bits >= 2) return 'for';
  if (bits > -1.5) return 'weak';
  return bits > -5 ? 'against' : 'strong-against';
}
