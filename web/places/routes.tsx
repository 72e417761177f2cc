import { IconArrowsSplit2 } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { placesPaths as paths } from './paths.ts';

/** In the demonstration: Đầm Hà of today, and the draft of an act that was made up. */
const unit = { code: '06895' };
const act = { id: '019b7563-4c00-7024-8000-000000000001' };

export const placesRoutes = defineRoutes('places', [
  { path: paths.unit(':code'), page: () => import('./unit.page.tsx'), audience: 'public', sample: unit },
  {
    path: paths.acts,
    page: () => import('./act-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'registry',
      label: 'nav:places.acts',
      icon: IconArrowsSplit2,
      roles: ['provincial-officer', 'administrator', 'auditor'],
    },
  },
  {
    path: paths.newAct,
    page: () => import('./act-new.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.act(':id'),
    page: () => import('./act.page.tsx'),
    audience: 'signed-in',
    sample: act,
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.changeAct(':id'),
    page: () => import('./act-change.page.tsx'),
    audience: 'signed-in',
    sample: act,
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.waiting,
    page: () => import('./waiting.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.links,
    page: () => import('./link-list.page.tsx'),
    audience: 'public',
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.newLink(),
    page: () => import('./link-new.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'provincial-officer',
  },
  { path: paths.address(), page: () => import('./address.page.tsx'), audience: 'public', words: ['registry'] },
  {
    path: paths.boundaries,
    page: () => import('./boundary-list.page.tsx'),
    audience: 'public',
    sampleRole: 'provincial-officer',
  },
  {
    path: paths.importBoundaries,
    page: () => import('./boundary-import.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'provincial-officer',
  },
]);
