import { answerTasks } from '#platform/worker/answer-tasks.ts';
import { outlinesTroubles, type BoundaryTrouble, type Outline } from './boundary-check.ts';
import { mostTroubles } from './boundary-overlap.ts';
import type { Box } from './boundary-point.ts';
import { simpler } from './boundary-simplify.ts';
import type { MultiPolygon } from './boundary.ts';

export interface DrawingTask {
  readonly given: readonly Outline[];
  /** Outlines that stay: neighbours have to fit them too. */
  readonly beside: readonly Outline[];
  readonly box: Box;
}

export interface DrawingAnswer {
  readonly troubles: readonly BoundaryTrouble[];
  /** As a page shows them; nothing where something is wrong. */
  readonly shown: readonly MultiPolygon[];
}

answerTasks<DrawingTask, DrawingAnswer>(({ given, beside, box }) => {
  const all = [...given, ...beside];
  const troubles = outlinesTroubles(all, box).slice(0, mostTroubles);
  if (troubles.length > 0) return { troubles, shown: [] };
  // Borders with outlines that stay are simplified together with them, so that they stay common.
  return { troubles, shown: simpler(all.map(({ geometry }) => geometry)).slice(0, given.length) };
});
