import { defineRoutes } from '#web/lib/routes.tsx';

export const registryRoutes = defineRoutes('registry', []);
