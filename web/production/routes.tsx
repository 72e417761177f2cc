import { defineRoutes } from '#web/lib/routes.tsx';

export const productionRoutes = defineRoutes('production', []);
