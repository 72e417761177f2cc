import { IconListCheck, IconMap2, IconPlant } from '@tabler/icons-react';
import type { Role } from '#kernel/actor.ts';
import { defineRoutes } from '#web/lib/routes.tsx';
import { productionPaths } from './paths.ts';

const workers: readonly Role[] = [
  'organisation-manager',
  'organisation-member',
  'commune-officer',
  'provincial-officer',
  'auditor',
];

/** The plot and the season of the story, the same in every demonstration. */
const plot = { id: '019b7563-4c00-700c-8000-00000000006f' };
const season = { id: '019b7563-4c00-700c-8000-000000000070' };

export const productionRoutes = defineRoutes('production', [
  {
    path: productionPaths.seasons,
    page: () => import('./season-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'production', label: 'nav:production.seasons', icon: IconPlant, roles: workers, bar: true },
  },
  {
    path: productionPaths.newSeason(),
    page: () => import('./season-new.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.season(':id'),
    page: () => import('./season.page.tsx'),
    audience: 'signed-in',
    sample: season,
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.newEntry(':id'),
    page: () => import('./log-new.page.tsx'),
    audience: 'signed-in',
    sample: season,
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.newHarvest(':id'),
    page: () => import('./harvest-new.page.tsx'),
    audience: 'signed-in',
    sample: season,
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.plots,
    page: () => import('./plot-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'production', label: 'nav:production.plots', icon: IconMap2, roles: workers },
  },
  {
    path: productionPaths.newPlot,
    page: () => import('./plot-new.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.plot(':id'),
    page: () => import('./plot.page.tsx'),
    audience: 'signed-in',
    sample: plot,
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.changePlot(':id'),
    page: () => import('./plot-change.page.tsx'),
    audience: 'signed-in',
    sample: plot,
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.correctPlot(':id'),
    page: () => import('./plot-correct.page.tsx'),
    audience: 'signed-in',
    sample: plot,
    sampleRole: 'organisation-manager',
  },
  {
    path: productionPaths.protocols,
    page: () => import('./protocol-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'production', label: 'nav:production.protocols', icon: IconListCheck, roles: workers },
  },
  {
    path: productionPaths.protocol(':id'),
    page: () => import('./protocol.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-7000-8000-0000000000a1' },
    sampleRole: 'organisation-manager',
  },
]);
