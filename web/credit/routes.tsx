import { defineRoutes } from '#web/lib/routes.tsx';

export const creditRoutes = defineRoutes('credit', []);
