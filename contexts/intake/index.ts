import type { FileAccess } from '#platform/file/file.routes.ts';
import type { Job } from '#platform/job/job.ts';
import type { Handler } from '#platform/method/handle.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { batchSubscriber, erasureSubscriber, purgeJob } from './batch.job.ts';
import { batchRoutes } from './batch.routes.ts';
import { documentRoutes } from './document.routes.ts';
import { rowRoutes } from './row.routes.ts';
import { statusToldRoutes } from './status-told.routes.ts';
import { unitNameRoutes } from './unit-name.routes.ts';
import { wordRoutes } from './word.routes.ts';

/** Intake: sheets of organisations, members and yearly figures, from reading to taking over and back. */
export const intake: {
  readonly handlers: readonly Handler[];
  readonly subscribers: readonly Subscriber[];
  readonly jobs: readonly Job[];
  readonly fileAccess: FileAccess;
} = {
  handlers: [...batchRoutes, ...rowRoutes, ...unitNameRoutes, ...wordRoutes, ...statusToldRoutes, ...documentRoutes],
  subscribers: [batchSubscriber, erasureSubscriber],
  jobs: [purgeJob],
  // The file itself is read by nobody any more: what is kept of it is encrypted, and comes back as the marked sheet.
  fileAccess: { 'intake.batch': async () => false },
};
