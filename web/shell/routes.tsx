import { defineRoutes } from '#web/lib/routes.tsx';

export const shellRoutes = defineRoutes('shell', []);
