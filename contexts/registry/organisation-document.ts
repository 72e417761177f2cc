import type { Day } from '#kernel/day.ts';

export const documentKinds = [
  'charter',
  'registration',
  'certificate',
  'minutes',
  'decision',
  'plan',
  'contract',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Who may read a paper: everybody; the organisation's people, officers of the place and auditors; who runs it and officers. */
export const documentAccesses = ['public', 'members', 'keepers'] as const;
export type DocumentAccess = (typeof documentAccesses)[number];

export type DocumentObstacle = 'reported' | 'document-in-future' | 'ended-already' | 'of-other-organisation';

interface Given {
  readonly provenance: string;
  readonly on: Day;
  readonly today: Day;
  /** The paper it stands in for. */
  readonly replaces: { readonly ended: boolean; readonly organisation: string } | null;
  readonly organisation: string;
}

/** Every reason why a paper cannot be put there. An organisation that has ended may still be told its papers. */
export function documentObstacles({ provenance, on, today, replaces, organisation }: Given): DocumentObstacle[] {
  const obstacles: DocumentObstacle[] = [];
  if (provenance === 'reported') obstacles.push('reported');
  if (on > today) obstacles.push('document-in-future');
  if (replaces?.ended === true) obstacles.push('ended-already');
  if (replaces !== null && replaces.organisation !== organisation) obstacles.push('of-other-organisation');
  return obstacles;
}
