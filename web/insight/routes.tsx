import { IconChartBar, IconHome, IconRoute } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { insightPaths } from './paths.ts';

export const insightRoutes = defineRoutes('insight', [
  { path: insightPaths.front, page: () => import('./front.page.tsx'), audience: 'public', words: ['account'] },
  {
    path: insightPaths.home,
    page: () => import('./home.page.tsx'),
    audience: 'signed-in',
    words: ['setup'],
    nav: { group: 'home', label: 'nav:insight.home', icon: IconHome, bar: true },
  },
  {
    path: insightPaths.walk,
    page: () => import('./walk.page.tsx'),
    audience: 'public',
    nav: { group: 'home', label: 'nav:insight.walk', icon: IconRoute },
  },
  {
    path: insightPaths.figures,
    page: () => import('./figure-list.page.tsx'),
    audience: 'public',
    nav: { group: 'insight', label: 'nav:insight.title', icon: IconChartBar },
  },
  {
    path: insightPaths.figure(':key'),
    page: () => import('./figure.page.tsx'),
    audience: 'public',
    sample: { key: 'cooperatives' },
  },
]);
