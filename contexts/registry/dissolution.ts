import type { Day } from '#kernel/day.ts';
import type { OrganisationStatus } from './organisation.ts';

interface Done {
  readonly kind: string;
  readonly onDay: Day;
}

export type DissolutionObstacle =
  | 'step-done'
  | 'not-dissolving'
  | 'notice-missing'
  | 'debts-open'
  | 'capital-not-returned'
  | 'assets-not-handed'
  | 'before-earlier-step';

/** Between the decision and the closing of the registry (Law 17/2023/QH15, art. 97 to 99: only once debts are settled and nothing is disputed). */
export const dissolutionSteps = ['dissolution-notice', 'debts-settled', 'capital-returned', 'assets-handed'] as const;
export type DissolutionStep = (typeof dissolutionSteps)[number];

/** What has to be done before, step by step. */
const needs: Record<DissolutionStep | 'dissolved', readonly (readonly [DissolutionStep, DissolutionObstacle])[]> = {
  'dissolution-notice': [],
  'debts-settled': [['dissolution-notice', 'notice-missing']],
  'capital-returned': [['debts-settled', 'debts-open']],
  'assets-handed': [['debts-settled', 'debts-open']],
  dissolved: [
    ['dissolution-notice', 'notice-missing'],
    ['debts-settled', 'debts-open'],
    ['capital-returned', 'capital-not-returned'],
    ['assets-handed', 'assets-not-handed'],
  ],
};

/** The acts of the dissolution that runs: what came before its decision is of another one, or was taken back by it. */
function running(acts: readonly Done[]): readonly Done[] {
  const decided = acts.filter(({ kind }) => kind === 'dissolving').map(({ onDay }) => onDay);
  const last = decided.toSorted().at(-1);
  return last === undefined ? [] : acts.filter(({ onDay }) => onDay >= last);
}

export interface StepState {
  readonly kind: 'dissolving' | DissolutionStep | 'dissolved';
  /** Null: not yet. */
  readonly onDay: Day | null;
}

/** The whole way from the decision to the closing, with the day of each step that is done. */
export const dissolutionCourse = (acts: readonly Done[]): StepState[] =>
  (['dissolving', ...dissolutionSteps, 'dissolved'] as const).map((kind) => ({
    kind,
    onDay: running(acts).find((act) => act.kind === kind)?.onDay ?? null,
  }));

/** The step that comes next; undefined where no dissolution runs, or it has ended. */
const nextStep = (acts: readonly Done[]): StepState['kind'] | undefined => {
  const course = dissolutionCourse(acts);
  return course[0]!.onDay === null ? undefined : course.find(({ onDay }) => onDay === null)?.kind;
};

/** Which act an officer most likely comes to enter: the next step where a dissolution runs; a revoked certificate leads to one. */
export const likelyStep = (status: OrganisationStatus, acts: readonly Done[]): StepState['kind'] | undefined =>
  status === 'dissolving' ? nextStep(acts) : status === 'revoked' ? 'dissolving' : undefined;

/** What stands before a step of the dissolution, or before its end. */
export function dissolutionObstacles(
  kind: string,
  onDay: Day,
  organisation: {
    readonly status: OrganisationStatus;
    readonly acts: readonly Done[];
    readonly capitalLeftVnd: number;
  },
): DissolutionObstacle[] {
  const step = kind as DissolutionStep | 'dissolved';
  const done = running(organisation.acts);
  const obstacles: DissolutionObstacle[] = [];
  if (organisation.status !== 'dissolving') obstacles.push('not-dissolving');
  if (done.some((act) => act.kind === step)) obstacles.push('step-done');
  for (const [needed, obstacle] of needs[step]) if (!done.some((act) => act.kind === needed)) obstacles.push(obstacle);
  if (step === 'dissolved' && organisation.capitalLeftVnd > 0 && !obstacles.includes('capital-not-returned'))
    obstacles.push('capital-not-returned');
  const needed = new Set(needs[step].map(([before]) => before as string));
  if (done.some((act) => needed.has(act.kind) && act.onDay > onDay)) obstacles.push('before-earlier-step');
  return obstacles;
}
