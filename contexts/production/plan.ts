import { addDays, type Day } from '#kernel/day.ts';
import type { ActivityFamily } from './activity.ts';
import type { ProtocolContent, ProtocolStep } from './protocol.ts';

/** What a protocol asks of a season, with its days. A step that repeats stands once for each time. */
export interface PlannedStep {
  readonly stage: string;
  readonly step: string;
  readonly occurrence: number;
  readonly family: ActivityFamily;
  readonly required: boolean;
  readonly byHarvest: boolean;
  readonly dueFrom: Day;
  readonly dueUntil: Day;
}

const occurrences = (step: ProtocolStep): number[] =>
  Array.from({ length: step.repeat?.times ?? 1 }, (_, index) => index);

export const seasonPlan = (protocol: ProtocolContent, startedOn: Day): PlannedStep[] =>
  protocol.stages.flatMap((stage) =>
    stage.steps.flatMap((step) =>
      occurrences(step).map((index) => {
        const later = index * (step.repeat?.everyDays ?? 0);
        return {
          stage: stage.code,
          step: step.code,
          occurrence: index + 1,
          family: step.family,
          required: step.required,
          byHarvest: step.byHarvest,
          dueFrom: addDays(startedOn, step.dueFrom + later),
          dueUntil: addDays(startedOn, step.dueUntil + later),
        };
      }),
    ),
  );

export const stepStates = ['upcoming', 'due', 'overdue', 'done', 'done-early', 'done-late', 'left-out'] as const;
export type StepState = (typeof stepStates)[number];

export interface StepProgress {
  readonly doneOn: Day | null;
  readonly explained: boolean;
}

/** Where a planned step stands on a day. Left out: not done, and somebody has said why. */
export function stepState(
  planned: Pick<PlannedStep, 'dueFrom' | 'dueUntil'>,
  progress: StepProgress,
  on: Day,
): StepState {
  const { doneOn, explained } = progress;
  if (doneOn !== null)
    return doneOn < planned.dueFrom ? 'done-early' : doneOn > planned.dueUntil ? 'done-late' : 'done';
  if (explained) return 'left-out';
  if (on < planned.dueFrom) return 'upcoming';
  return on > planned.dueUntil ? 'overdue' : 'due';
}

/** Not as planned: wants a word of explanation. */
export const isDeviation = (state: StepState): boolean =>
  state === 'done-early' || state === 'done-late' || state === 'overdue' || state === 'left-out';
