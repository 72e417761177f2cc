import { defineRoutes } from '#web/lib/routes.tsx';

export const supportRoutes = defineRoutes('support', []);
