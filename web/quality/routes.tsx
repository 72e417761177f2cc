import { IconFlask, IconListCheck, IconPackage } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { qualityPaths } from './paths.ts';

export const qualityRoutes = defineRoutes('quality', [
  {
    path: qualityPaths.lots,
    page: () => import('./lot-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'quality',
      label: 'nav:quality.lots',
      icon: IconPackage,
      roles: [
        'organisation-manager',
        'organisation-member',
        'buyer',
        'laboratory',
        'commune-officer',
        'provincial-officer',
        'auditor',
      ],
    },
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.newLot,
    page: () => import('./lot-draft.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.lot(':id'),
    page: () => import('./lot.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-700c-8000-000000000079' },
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.verdict(':id'),
    page: () => import('./lot-verdict.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-700c-8000-000000000079' },
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.newSample(':id'),
    page: () => import('./sample-draft.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-700c-8000-000000000079' },
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.newDispatch(':id'),
    page: () => import('./dispatch.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-700c-8000-000000000079' },
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.samples,
    page: () => import('./sample-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'quality', label: 'nav:quality.samples', icon: IconFlask, roles: ['laboratory'], bar: true },
    sampleRole: 'laboratory',
  },
  {
    path: qualityPaths.sample(':id'),
    page: () => import('./sample.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-700c-8000-00000000007a' },
    sampleRole: 'laboratory',
  },
  {
    path: qualityPaths.report(':id'),
    page: () => import('./report.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-700c-8000-00000000007b' },
    sampleRole: 'organisation-manager',
  },
  {
    path: qualityPaths.limits,
    page: () => import('./limit-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'quality',
      label: 'nav:quality.limits',
      icon: IconListCheck,
      roles: ['laboratory', 'organisation-manager', 'provincial-officer', 'commune-officer', 'auditor'],
    },
    sampleRole: 'laboratory',
  },
]);
