import { newsSubscriber } from './news.job.ts';
import { lotRoutes } from './lot.routes.ts';
import { releaseRoutes } from './release.routes.ts';
import { reportFileAccess, reportRoutes } from './report.routes.ts';
import { sampleErasureRoutes } from './sample-erasure.routes.ts';
import { sampleRoutes } from './sample.routes.ts';
import { traceRoutes } from './trace.routes.ts';
import { verdictRoutes } from './verdict.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';

export const quality = {
  handlers: [
    ...lotRoutes,
    ...sampleRoutes,
    ...sampleErasureRoutes,
    ...reportRoutes,
    ...verdictRoutes,
    ...releaseRoutes,
    ...traceRoutes,
    ...waitingRoutes,
  ],
  subscribers: [newsSubscriber],
  fileAccess: { 'quality.report': reportFileAccess },
};
