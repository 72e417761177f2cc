import { IconTableImport } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { intakePaths as paths } from './paths.ts';

export const intakeRoutes = defineRoutes('intake', [
  {
    path: paths.batches,
    page: () => import('./batch-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'registry',
      label: 'nav:intake.title',
      icon: IconTableImport,
      roles: ['provincial-officer', 'commune-officer', 'organisation-manager'],
    },
  },
  {
    path: paths.newBatch,
    page: () => import('./batch-new.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.batch(':id'),
    page: () => import('./batch.page.tsx'),
    audience: 'signed-in',
    sample: { id: '019b7563-4c00-7014-8000-000000000001' },
    sampleRole: 'organisation-manager',
  },
]);
