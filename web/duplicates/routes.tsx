import { IconCopyCheck } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { duplicatesPaths as paths } from './paths.ts';

/** In the demonstration: a company entered twice. Ids of pairs follow from those of the records. */
const pair = { id: '24d51db6-54ed-8c69-8922-43cfe2ae5335' };

export const duplicatesRoutes = defineRoutes('duplicates', [
  {
    path: paths.pairs,
    page: () => import('./pair-list.page.tsx'),
    audience: 'signed-in',
    words: ['registry'],
    sampleRole: 'provincial-officer',
    nav: {
      group: 'registry',
      label: 'nav:duplicates.pairs',
      icon: IconCopyCheck,
      roles: ['provincial-officer', 'commune-officer', 'organisation-manager', 'auditor'],
    },
  },
  {
    path: paths.runs,
    page: () => import('./run-list.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.pair(':id'),
    page: () => import('./pair.page.tsx'),
    audience: 'signed-in',
    words: ['registry'],
    sample: pair,
    sampleRole: 'provincial-officer',
  },
]);
