import type { Job } from '#platform/job/job.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import type { Handler } from '#platform/method/handle.ts';
import { clauseSetRoutes } from './clause-set.routes.ts';
import { mergerRoutes } from './merger.routes.ts';
import { pairRoutes } from './pair.routes.ts';
import { pairSheetRoutes } from './pair-sheet.routes.ts';
import { duplicatesJobs, runSubscriber } from './run.job.ts';
import { runRoutes } from './run.routes.ts';

export { duplicatePair } from './found.store.ts';
export { stopComparing, workOffRuns } from './run.job.ts';

/** Records entered twice: found, compared by a person, and shown as one where they are. */
export const duplicates: {
  readonly handlers: readonly Handler[];
  readonly jobs: readonly Job[];
  readonly subscribers: readonly Subscriber[];
} = {
  handlers: [...pairRoutes, ...pairSheetRoutes, ...mergerRoutes, ...runRoutes, ...clauseSetRoutes],
  jobs: duplicatesJobs,
  subscribers: [runSubscriber],
};
