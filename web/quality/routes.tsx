import { defineRoutes } from '#web/lib/routes.tsx';

export const qualityRoutes = defineRoutes('quality', []);
