export { figuresOf } from './figure.store.ts';

import { figureJob, figureSubscriber } from './figure.job.ts';
import { figureRoutes } from './figure.routes.ts';

export const insight = { handlers: [...figureRoutes], subscribers: [figureSubscriber], jobs: [figureJob] };
