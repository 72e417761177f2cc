import { IconListCheck } from '@tabler/icons-react';
import type { SetupStep } from '#contexts/registry/setup.ts';
import { defineRoutes, type RouteDefinition } from '#web/lib/routes.tsx';
import { setupPaths as paths } from './paths.ts';

const step = (name: SetupStep, page: RouteDefinition['page']): RouteDefinition => ({
  path: paths.step(name),
  page,
  audience: 'signed-in',
  sampleRole: 'administrator',
  words: ['registry'],
});

export const setupRoutes = defineRoutes('setup', [
  {
    path: paths.overview,
    page: () => import('./overview.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'admin',
      label: 'nav:setup.title',
      icon: IconListCheck,
      roles: ['administrator', 'provincial-officer', 'auditor'],
    },
  },
  step('units', () => import('./unit-step.page.tsx')),
  step('commodities', () => import('./commodity-step.page.tsx')),
  step('parameters', () => import('./parameter-step.page.tsx')),
  step('officers', () => import('./officer-step.page.tsx')),
  step('mail', () => import('./mail-step.page.tsx')),
  step('letterhead', () => import('./letterhead-step.page.tsx')),
  {
    path: paths.tradeUnits(':id'),
    page: () => import('./trade-unit.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'administrator',
    words: ['registry'],
    /** In the demonstration: passion fruit. */
    sample: { id: '019b7563-4c00-7003-8000-000000000001' },
  },
]);
