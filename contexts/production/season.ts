import type { Day } from '#kernel/day.ts';

export const seasonStates = ['running', 'closed', 'abandoned'] as const;
export type SeasonState = (typeof seasonStates)[number];

export type SeasonStartObstacle =
  | 'plot-closed'
  | 'plot-not-known-then'
  | 'in-the-far-future'
  | 'variety-of-another-commodity'
  | 'already-running';

interface SeasonStart {
  readonly startedOn: Day;
  readonly plot: { readonly validUntil: Day | null; readonly knownFrom: Day };
  readonly varietyFits: boolean;
  readonly running: boolean;
  /** The last day a season may be planned for. */
  readonly until: Day;
}

/** Every reason why a season cannot start on this plot on this day. */
export function startingObstacles({
  startedOn,
  plot,
  varietyFits,
  running,
  until,
}: SeasonStart): SeasonStartObstacle[] {
  const obstacles: SeasonStartObstacle[] = [];
  if (plot.validUntil !== null) obstacles.push('plot-closed');
  if (startedOn < plot.knownFrom) obstacles.push('plot-not-known-then');
  if (startedOn > until) obstacles.push('in-the-far-future');
  if (!varietyFits) obstacles.push('variety-of-another-commodity');
  if (running) obstacles.push('already-running');
  return obstacles;
}

export type SeasonCloseObstacle = 'not-running' | 'before-it-began' | 'in-the-future' | 'stage-submitted';

interface SeasonClose {
  readonly state: SeasonState;
  readonly startedOn: Day;
  readonly closedOn: Day;
  readonly submittedStages: number;
  readonly today: Day;
}

/** Every reason why a season cannot end on this day: what an officer is asked to sign is first answered. */
export function closingObstacles({
  state,
  startedOn,
  closedOn,
  submittedStages,
  today,
}: SeasonClose): SeasonCloseObstacle[] {
  const obstacles: SeasonCloseObstacle[] = [];
  if (state !== 'running') obstacles.push('not-running');
  if (closedOn < startedOn) obstacles.push('before-it-began');
  if (closedOn > today) obstacles.push('in-the-future');
  if (submittedStages > 0) obstacles.push('stage-submitted');
  return obstacles;
}
