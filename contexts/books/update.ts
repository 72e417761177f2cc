import type { Day } from '#kernel/day.ts';
import { reportingYear } from '#kernel/reporting-year.ts';

export const updateStates = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type UpdateState = (typeof updateStates)[number];
/** In a list, also those that nobody has begun. */
export const listedStates = ['missing', ...updateStates] as const;
export type ListedState = (typeof listedStates)[number];

export const updateActs = ['drafted', 'submitted', 'returned', 'accepted', 'corrected'] as const;
export type UpdateAct = (typeof updateActs)[number];

export const isOpen = (state: UpdateState): boolean => state === 'draft' || state === 'returned';

const next: Readonly<Record<Exclude<UpdateAct, 'drafted'>, readonly UpdateState[]>> = {
  submitted: ['draft', 'returned'],
  returned: ['submitted'],
  accepted: ['submitted'],
  corrected: ['accepted'],
};
const stateAfter: Readonly<Record<UpdateAct, UpdateState>> = {
  drafted: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  corrected: 'draft',
};
export const stateBy = (act: UpdateAct): UpdateState => stateAfter[act];

export interface Reporter {
  readonly form: string | undefined;
  readonly provenance: string;
  readonly foundedOn: Day | null;
}

export type DraftObstacle = 'no-form' | 'reported' | 'year-not-begun' | 'before-founding';

/** Why an organisation has no update of this year. */
export function draftObstacles({ form, provenance, foundedOn }: Reporter, year: number, today: Day): DraftObstacle[] {
  const obstacles: DraftObstacle[] = [];
  if (form === undefined) obstacles.push('no-form');
  if (provenance === 'reported') obstacles.push('reported');
  if (year > reportingYear(today)) obstacles.push('year-not-begun');
  if (foundedOn !== null && year < reportingYear(foundedOn)) obstacles.push('before-founding');
  return obstacles;
}

export interface Stepping {
  readonly state: UpdateState;
  readonly version: number;
  /** The version seen by who acts. */
  readonly seen: number;
}

export type StepObstacle = 'not-open' | 'not-submitted' | 'not-accepted' | 'changed-meanwhile';

const refusal: Readonly<Record<Exclude<UpdateAct, 'drafted'>, StepObstacle>> = {
  submitted: 'not-open',
  returned: 'not-submitted',
  accepted: 'not-submitted',
  corrected: 'not-accepted',
};

export function stepObstacles(act: Exclude<UpdateAct, 'drafted'>, { state, version, seen }: Stepping): StepObstacle[] {
  const obstacles: StepObstacle[] = [];
  if (!next[act].includes(state)) obstacles.push(refusal[act]);
  if (version !== seen) obstacles.push('changed-meanwhile');
  return obstacles;
}

/** Reminders to one organisation keep this many days between them. Our own measure. */
export const reminderDays = 7;
