import { defineRoutes } from '#web/lib/routes.tsx';

export const accountRoutes = defineRoutes('account', []);
