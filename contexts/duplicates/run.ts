import { idOf, type Branded } from '#kernel/id.ts';

/** search keeps the pairs it finds; preview only says what clauses would compare. */
export const runWays = ['search', 'preview'] as const;
export type RunWay = (typeof runWays)[number];

export const runStates = ['waiting', 'reading', 'comparing', 'writing', 'done', 'failed'] as const;
export type RunState = (typeof runStates)[number];

export const RunId = idOf('RunId');
export type RunId = Branded<'RunId'>;

/** Below this a pair is not worth a person's time, unless officers say otherwise; what has fallen below lapses. */
export const leastLikelihood = 0.5;
export const mostLeastLikelihood = 0.999;
