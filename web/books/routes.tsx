import { IconClipboardText } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { booksPaths as paths } from './paths.ts';

/** In the demonstration: the story's cooperative in the year that is running. */
const sample = { id: '019b7563-4c00-700c-8000-000000000001', year: '2026' };

export const booksRoutes = defineRoutes('books', [
  {
    path: paths.updates,
    page: () => import('./update-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'registry',
      label: 'nav:books.updates',
      icon: IconClipboardText,
      roles: ['organisation-manager', 'commune-officer', 'provincial-officer', 'auditor'],
    },
  },
  {
    path: paths.update(':id', ':year'),
    page: () => import('./update.page.tsx'),
    audience: 'signed-in',
    sample,
    sampleRole: 'organisation-manager',
  },
  {
    path: paths.cards(':id', ':year'),
    page: () => import('./cards.page.tsx'),
    audience: 'signed-in',
    sample: { ...sample, year: '2025' },
    sampleRole: 'organisation-manager',
  },
  {
    path: paths.accounts(':id'),
    page: () => import('./accounts.page.tsx'),
    audience: 'signed-in',
    sample: { id: sample.id },
    sampleRole: 'organisation-manager',
  },
  {
    path: paths.memberUse(':id', ':year'),
    page: () => import('./member-use.page.tsx'),
    audience: 'signed-in',
    sample: { ...sample, year: '2025' },
    sampleRole: 'organisation-manager',
  },
  {
    path: paths.surplus(':id', ':year'),
    page: () => import('./surplus.page.tsx'),
    audience: 'signed-in',
    sample: { ...sample, year: '2025' },
    sampleRole: 'organisation-manager',
  },
]);
