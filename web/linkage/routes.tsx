import { defineRoutes } from '#web/lib/routes.tsx';

export const linkageRoutes = defineRoutes('linkage', []);
