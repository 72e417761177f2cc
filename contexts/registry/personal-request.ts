export const requestKinds = ['correct', 'erase', 'withdraw-consent', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestOutcomes = ['done', 'refused'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

export type RequestObstacle = 'decided-already' | 'not-a-present-role' | 'erased' | 'too-many-open';
/** A member's open requests: more than these are no requests any more. */
export const mostOpen = 10;
