import type { Day } from '#kernel/day.ts';
import { hasEnded } from './organisation.ts';

export interface Representing {
  /** The last day in office; null when no end is known. */
  readonly until: Day | null;
  readonly erased: boolean;
  readonly organisationStatus: string;
  readonly today: Day;
}

export type RepresentativeObstacle = 'in-office' | 'erased';

/** Who stands for an organisation stands in a public register: the name goes once the office, or the organisation, has ended. */
export function erasingObstacles({ until, erased, organisationStatus, today }: Representing): RepresentativeObstacle[] {
  const obstacles: RepresentativeObstacle[] = [];
  if (!hasEnded(organisationStatus) && (until === null || until >= today)) obstacles.push('in-office');
  if (erased) obstacles.push('erased');
  return obstacles;
}
