import type { BatchKind } from './field.ts';
import type { LeftOutReason } from './table.ts';

export const batchStates = [
  'read',
  'checking',
  'checked',
  'importing',
  'imported',
  'withdrawing',
  'withdrawn',
  'closed',
] as const;
export type BatchState = (typeof batchStates)[number];

export const outcomes = ['new', 'update', 'same', 'question', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** How many rows come to what, and why rows are left out. */
export interface BatchCounts {
  readonly rows: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly troubles: Readonly<Record<string, number>>;
  /** Rows that tell of another standing than the register; not of sheets checked before that was kept. */
  readonly told?: number;
  readonly leftOut: readonly { readonly row: number; readonly reason: LeftOutReason }[];
}

export const noCounts = (): Record<Outcome, number> => ({ new: 0, update: 0, same: 0, question: 0, refused: 0 });

/** While something is worked off, nothing else is begun. */
export const isWorking = (state: BatchState): boolean =>
  state === 'checking' || state === 'importing' || state === 'withdrawing';

export interface BatchNow {
  readonly state: BatchState;
  readonly version: number;
  readonly expected: number;
  readonly isPurged: boolean;
}

export type BatchObstacle =
  | 'changed-meanwhile'
  | 'working'
  | 'imported-already'
  | 'not-checked'
  | 'not-imported'
  | 'purged'
  | 'closed'
  | 'has-refused-rows'
  | 'has-questions'
  | 'nothing-to-import';

function commonObstacles({ state, version, expected, isPurged }: BatchNow): BatchObstacle[] {
  const obstacles: BatchObstacle[] = [];
  if (version !== expected) obstacles.push('changed-meanwhile');
  if (isWorking(state)) obstacles.push('working');
  if (state === 'closed') obstacles.push('closed');
  else if (isPurged) obstacles.push('purged');
  return obstacles;
}

/** Every reason why the columns cannot be said (again), or the sheet checked. */
export function mappingObstaclesOf(batch: BatchNow): BatchObstacle[] {
  const isDone = batch.state === 'imported' || batch.state === 'withdrawn';
  return [...commonObstacles(batch), ...(isDone ? (['imported-already'] as const) : [])];
}

/** Every reason why a sheet cannot be taken over: whole, or the part of it that is free of errors. */
export function importObstacles(batch: BatchNow, counts: BatchCounts | null, part: boolean): BatchObstacle[] {
  const obstacles = mappingObstaclesOf(batch);
  if (batch.state !== 'checked' || counts === null)
    return [...obstacles, ...(obstacles.length > 0 ? [] : (['not-checked'] as const))];
  if (!part && counts.outcomes.refused > 0) obstacles.push('has-refused-rows');
  if (!part && counts.outcomes.question > 0) obstacles.push('has-questions');
  if (counts.outcomes.new + counts.outcomes.update + (counts.told ?? 0) === 0) obstacles.push('nothing-to-import');
  return obstacles;
}

export function withdrawalObstacles({ state, version, expected }: BatchNow): BatchObstacle[] {
  const obstacles: BatchObstacle[] = [];
  if (version !== expected) obstacles.push('changed-meanwhile');
  if (isWorking(state)) obstacles.push('working');
  else if (state !== 'imported') obstacles.push('not-imported');
  return obstacles;
}

/** A sheet of organisations is nobody's but the officers'. */
export const belongsToOne = (kind: BatchKind): boolean => kind !== 'organisations';

/** Why a row cannot be taken back. */
export const blockerReasons = [
  'changed-since',
  'erased',
  'has-members',
  'has-accounts',
  'has-other-records',
  'former-values-gone',
] as const;
export type BlockerReason = (typeof blockerReasons)[number];
