import { figureExportRoutes } from './figure-export.routes.ts';
import { figureMapRoutes } from './figure-map.routes.ts';
import { figureJob, figureSubscriber } from './figure.job.ts';
import { figureRoutes } from './figure.routes.ts';
import { storyRoutes } from './story.routes.ts';
import { workRoutes } from './work.routes.ts';

export { figuresOf, noteMovedFigures } from './figure.store.ts';

export const insight = {
  handlers: [...figureRoutes, ...figureExportRoutes, ...figureMapRoutes, ...storyRoutes, ...workRoutes],
  subscribers: [figureSubscriber],
  jobs: [figureJob],
};
