import { defineRoutes } from '#web/lib/routes.tsx';

export const insightRoutes = defineRoutes('insight', []);
