import type { Day } from '#kernel/day.ts';
import type { EvidenceKind, InputVerdict } from './activity.ts';
import { isDeviation, type StepState } from './plan.ts';

export const stageStates = ['open', 'submitted', 'returned', 'signed-off'] as const;
export type StageState = (typeof stageStates)[number];

export const stageActs = ['submitted', 'returned', 'signed-off'] as const;
export type StageAct = (typeof stageActs)[number];

const nextStates: Record<StageState, readonly StageState[]> = {
  open: ['submitted'],
  returned: ['submitted'],
  submitted: ['returned', 'signed-off'],
  'signed-off': [],
};
export const canBecome = (from: StageState, to: StageState): boolean => nextStates[from].includes(to);

export interface StepFacts {
  readonly step: string;
  readonly occurrence: number;
  readonly required: boolean;
  readonly state: StepState;
  readonly explained: boolean;
  readonly doneOn: Day | null;
  /** The kinds of evidence the protocol asks for, and how many files the entries carry. */
  readonly evidence: readonly EvidenceKind[];
  readonly files: number;
}

export interface EntryFacts {
  readonly id: string;
  readonly verdict: InputVerdict | null;
  readonly input: string | null;
  readonly confirmed: boolean;
}

export interface StageFacts {
  readonly state: StageState;
  readonly running: boolean;
  /** Stages before this one that nobody has signed off. */
  readonly earlierOpen: readonly string[];
  readonly steps: readonly StepFacts[];
  /** Everything in the season's log that belongs to this stage or to none. */
  readonly entries: readonly EntryFacts[];
}

export type StageObstacle =
  | { readonly code: 'season-not-running' }
  | { readonly code: 'not-submitted' | 'already-submitted' | 'already-signed-off' }
  | { readonly code: 'earlier-stage-open'; readonly stage: string }
  | { readonly code: 'required-entry-missing'; readonly step: string; readonly occurrence: number }
  | { readonly code: 'evidence-missing'; readonly step: string; readonly occurrence: number }
  | { readonly code: 'deviation-unexplained'; readonly step: string; readonly occurrence: number }
  | { readonly code: 'banned-input'; readonly entry: string; readonly input: string }
  | { readonly code: 'input-not-listed'; readonly entry: string; readonly input: string }
  | { readonly code: 'entry-unconfirmed'; readonly entry: string };

function stepObstacles({ step, occurrence, required, state, explained, evidence, files }: StepFacts): StageObstacle[] {
  const obstacles: StageObstacle[] = [];
  const isDone = state === 'done' || state === 'done-early' || state === 'done-late';
  if (required && !isDone && !explained) obstacles.push({ code: 'required-entry-missing', step, occurrence });
  if (isDone && evidence.length > files) obstacles.push({ code: 'evidence-missing', step, occurrence });
  if (isDone && isDeviation(state) && !explained) obstacles.push({ code: 'deviation-unexplained', step, occurrence });
  return obstacles;
}

function entryObstacles({ id, verdict, input, confirmed }: EntryFacts): StageObstacle[] {
  const obstacles: StageObstacle[] = [];
  if (verdict === 'banned') obstacles.push({ code: 'banned-input', entry: id, input: input ?? '' });
  if (verdict === 'not-listed') obstacles.push({ code: 'input-not-listed', entry: id, input: input ?? '' });
  if (!confirmed) obstacles.push({ code: 'entry-unconfirmed', entry: id });
  return obstacles;
}

const contentObstacles = ({ running, steps, entries }: StageFacts): StageObstacle[] => [
  ...(running ? [] : [{ code: 'season-not-running' } as const]),
  ...steps.flatMap(stepObstacles),
  ...entries.flatMap(entryObstacles),
];

/** Every reason why the organisation cannot hand a stage to the officer yet. */
export function submittingObstacles(facts: StageFacts): StageObstacle[] {
  const { state } = facts;
  const obstacles = contentObstacles(facts);
  if (state === 'submitted') obstacles.unshift({ code: 'already-submitted' });
  if (state === 'signed-off') obstacles.unshift({ code: 'already-signed-off' });
  return obstacles;
}

/** Every reason why the officer cannot sign a stage off: stages are signed in their order only. */
export function signingObstacles(facts: StageFacts): StageObstacle[] {
  const { state, earlierOpen } = facts;
  const obstacles: StageObstacle[] = earlierOpen.map((stage) => ({ code: 'earlier-stage-open', stage }));
  if (state === 'signed-off') obstacles.unshift({ code: 'already-signed-off' });
  else if (state !== 'submitted') obstacles.unshift({ code: 'not-submitted' });
  return [...obstacles, ...contentObstacles(facts)];
}
