import { IconBuildingBank, IconFileCertificate, IconInbox } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';
import { creditPaths } from './paths.ts';

/** The loan product and the dossier of the story, the same in every demonstration. */
const product = { id: '019b7563-4c00-7800-8000-000000000001' };
const dossier = { id: '019b7563-4c00-700c-8000-00000000008d' };

export const creditRoutes = defineRoutes('credit', [
  {
    path: creditPaths.products,
    page: () => import('./product-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'credit', label: 'nav:credit.products', icon: IconBuildingBank },
  },
  {
    path: creditPaths.newProduct,
    page: () => import('./product-new.page.tsx'),
    audience: 'signed-in',
    words: ['support'],
    sampleRole: 'bank-officer',
  },
  {
    path: creditPaths.changeProduct(':id'),
    page: () => import('./product-change.page.tsx'),
    audience: 'signed-in',
    words: ['support'],
    sample: product,
    sampleRole: 'bank-officer',
  },
  {
    path: creditPaths.product(':id'),
    page: () => import('./product.page.tsx'),
    audience: 'signed-in',
    words: ['support'],
    sample: product,
    sampleRole: 'organisation-manager',
  },
  {
    path: creditPaths.dossiers,
    page: () => import('./dossier-list.page.tsx'),
    audience: 'signed-in',
    nav: {
      group: 'credit',
      label: 'nav:credit.dossiers',
      icon: IconFileCertificate,
      roles: ['organisation-manager', 'provincial-officer'],
    },
    sampleRole: 'organisation-manager',
  },
  {
    path: creditPaths.dossier(':id'),
    page: () => import('./dossier.page.tsx'),
    audience: 'signed-in',
    words: ['support'],
    sample: dossier,
    sampleRole: 'organisation-manager',
  },
  {
    path: creditPaths.desk,
    page: () => import('./desk-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'credit', label: 'nav:credit.desk', icon: IconInbox, roles: ['bank-officer'], bar: true },
    sampleRole: 'bank-officer',
  },
  {
    path: creditPaths.deskDossier(':id'),
    page: () => import('./desk-dossier.page.tsx'),
    audience: 'signed-in',
    words: ['support'],
    sample: dossier,
    sampleRole: 'bank-officer',
  },
  { path: creditPaths.verify, page: () => import('./verify.page.tsx'), audience: 'public' },
  {
    path: creditPaths.verifyCode(':code'),
    page: () => import('./verify.page.tsx'),
    audience: 'public',
    // Codes are drawn anew in every demonstration, so that none is known here: the page says this is no code.
    sample: { code: 'HS-2026' },
  },
]);
