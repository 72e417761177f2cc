import { TaskWorker } from '#platform/worker/task-worker.ts';
import type { DrawingAnswer, DrawingTask } from './boundary.worker.ts';

/** Jagged coasts take seconds of a processor: comparing them has a thread of its own, and an end. */
const thread = new TaskWorker<DrawingTask, DrawingAnswer>({
  module: new URL('./boundary.worker.ts', import.meta.url),
  timeoutMs: 20_000,
  idleMs: 10_000,
  mostQueued: 1,
  limits: { maxOldGenerationSizeMb: 512 },
  codes: {
    timeout: 'places.boundary.too-complex',
    memory: 'places.boundary.too-complex',
    busy: 'request.try-again',
  },
});

/** What is wrong with these outlines, and where nothing is, how a page shows them. */
export const drawn = (task: DrawingTask): Promise<DrawingAnswer> => thread.run(task);

export const stopDrawing = (): Promise<void> => thread.stop();
