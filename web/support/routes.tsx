import { IconGavel, IconHeartHandshake } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { supportPaths } from './paths.ts';

/** The measure and the application of the story, the same in every demonstration. */
const measure = { id: '019b7563-4c00-7700-8000-00000000000b' };
const policy = { id: '019b7563-4c00-7700-8000-000000000001' };
const application = { id: '019b7563-4c00-700c-8000-000000000083' };

export const supportRoutes = defineRoutes('support', [
  {
    path: supportPaths.policies,
    page: () => import('./policy-list.page.tsx'),
    audience: 'public',
    nav: { group: 'support', label: 'nav:support.policies', icon: IconGavel },
  },
  { path: supportPaths.policy(':id'), page: () => import('./policy.page.tsx'), audience: 'public', sample: policy },
  { path: supportPaths.measure(':id'), page: () => import('./measure.page.tsx'), audience: 'public', sample: measure },
  {
    path: supportPaths.check(':id'),
    page: () => import('./check.page.tsx'),
    audience: 'signed-in',
    sample: measure,
    sampleRole: 'organisation-manager',
  },
  {
    path: supportPaths.newApplication(':id'),
    page: () => import('./application-new.page.tsx'),
    audience: 'signed-in',
    sample: measure,
    sampleRole: 'organisation-manager',
  },
  {
    path: supportPaths.applications,
    page: () => import('./application-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'support',
      label: 'nav:support.applications',
      icon: IconHeartHandshake,
      roles: ['organisation-manager', 'buyer', 'commune-officer', 'provincial-officer', 'auditor'],
      bar: true,
    },
  },
  {
    path: supportPaths.application(':id'),
    page: () => import('./application.page.tsx'),
    audience: 'signed-in',
    sample: application,
    sampleRole: 'organisation-manager',
  },
  {
    path: supportPaths.editApplication(':id'),
    page: () => import('./application-edit.page.tsx'),
    audience: 'signed-in',
    sample: application,
    sampleRole: 'organisation-manager',
  },
]);
