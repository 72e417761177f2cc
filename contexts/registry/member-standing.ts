import type { Day } from '#kernel/day.ts';
import type { Standing } from './member.ts';

/** What a member was until (not on) a day: one of the two is told. */
export interface FormerStanding {
  readonly until: Day;
  readonly standing: Standing | null;
  readonly foreign: boolean | null;
}

/** What counts under the caps: what somebody is now, with what there was before. */
export interface Held {
  readonly standing: Standing;
  readonly foreign: boolean;
  readonly former?: readonly FormerStanding[];
}

/** The standing and the foreign mark of a day: of what ended after it, what ended first. */
export function heldOn({ standing, foreign, former = [] }: Held, on: Day): Pick<Held, 'standing' | 'foreign'> {
  if (former.length === 0) return { standing, foreign };
  const ahead = former.filter(({ until }) => until > on).toSorted((one, other) => (one.until < other.until ? -1 : 1));
  return {
    standing: ahead.find((one) => one.standing !== null)?.standing ?? standing,
    foreign: ahead.find((one) => one.foreign !== null)?.foreign ?? foreign,
  };
}

export type SinceObstacle = 'since-without-standing' | 'since-in-future' | 'since-before-joining';

interface Since {
  readonly since: Day | undefined;
  readonly joinedOn: Day;
  readonly today: Day;
  readonly fields: readonly string[];
}

/** Every reason why nothing can be so from that day on. */
export function sinceObstacles({ since, joinedOn, today, fields }: Since): SinceObstacle[] {
  if (since === undefined) return [];
  const obstacles: SinceObstacle[] = [];
  if (!fields.includes('standing') && !fields.includes('foreignInvestor')) obstacles.push('since-without-standing');
  if (since > today) obstacles.push('since-in-future');
  if (since < joinedOn) obstacles.push('since-before-joining');
  return obstacles;
}
