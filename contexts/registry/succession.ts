import { isWhole } from './reshaping.ts';
import type { Amounts } from './capital.ts';
import { partsOf, type Assigned } from './split.ts';

/** A member organisation that went into others, whose place in the list nobody has taken yet. */
export interface Succeeding {
  readonly leftOn: string | null;
  /** Into which it went; nobody where it goes on, or ended without them. */
  readonly heirs: readonly string[];
  readonly held: Amounts;
  readonly to: readonly Assigned[];
}

export type SuccessionObstacle =
  | 'no-successor'
  | 'left-already'
  | 'destination-unknown'
  | 'destination-twice'
  | 'capital-not-whole'
  | 'membership-later';

/** Every reason why a membership cannot pass so. Law says that it passes, and not to whom where there are several: that is told. */
export function successionObstacles({ leftOn, heirs, held, to }: Succeeding): SuccessionObstacle[] {
  const obstacles: SuccessionObstacle[] = [];
  if (heirs.length === 0) obstacles.push('no-successor');
  if (leftOn !== null) obstacles.push('left-already');
  if (heirs.length > 0 && to.some(({ organisation }) => !heirs.includes(organisation)))
    obstacles.push('destination-unknown');
  if (new Set(to.map(({ organisation }) => organisation)).size < to.length) obstacles.push('destination-twice');
  if (!isWhole(held, partsOf(held, to))) obstacles.push('capital-not-whole');
  return obstacles;
}
