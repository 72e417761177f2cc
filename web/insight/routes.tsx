import { IconChartBar, IconDownload, IconHome, IconListCheck, IconRoute } from '@tabler/icons-react';
import { lazy } from 'react';
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
    path: insightPaths.work,
    page: () => import('./work.page.tsx'),
    audience: 'signed-in',
    words: ['intake'],
    nav: {
      group: 'registry',
      label: 'nav:insight.work',
      icon: IconListCheck,
      roles: ['commune-officer', 'provincial-officer', 'organisation-manager', 'administrator'],
      badge: lazy(() => import('./work-count.tsx')),
    },
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
    words: ['registry'],
    sample: { key: 'cooperatives' },
  },
  {
    path: insightPaths.exports,
    page: () => import('./export.page.tsx'),
    audience: 'public',
    nav: { group: 'insight', label: 'nav:insight.exports', icon: IconDownload },
  },
]);
