import { IconBell, IconLink, IconUserCircle, IconUsers } from '@tabler/icons-react';
import type { Role } from '#kernel/actor.ts';
import { defineRoutes } from '#web/lib/routes.tsx';
import { accountPaths } from './paths.ts';

const officers: readonly Role[] = ['administrator', 'provincial-officer', 'commune-officer', 'organisation-manager'];

export const accountRoutes = defineRoutes('account', [
  { path: accountPaths.signIn(), page: () => import('./sign-in.page.tsx'), audience: 'public' },
  { path: accountPaths.invitation, page: () => import('./invitation.page.tsx'), audience: 'public' },
  {
    path: accountPaths.notifications,
    page: () => import('./notifications.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'home', label: 'nav:account.notifications', icon: IconBell },
  },
  {
    path: accountPaths.account,
    page: () => import('./account.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'admin', label: 'nav:account.title', icon: IconUserCircle },
  },
  { path: accountPaths.security, page: () => import('./security.page.tsx'), audience: 'signed-in' },
  {
    path: accountPaths.people,
    page: () => import('./people.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'admin', label: 'nav:account.people', icon: IconUsers, roles: [...officers, 'auditor'] },
  },
  { path: accountPaths.invite, page: () => import('./invite.page.tsx'), audience: 'signed-in' },
  {
    path: accountPaths.reset(':account'),
    page: () => import('./reset.page.tsx'),
    audience: 'signed-in',
    sample: { account: '019b7563-4c00-700d-8000-000000000001' },
    sampleRole: 'administrator',
  },
  {
    path: accountPaths.links,
    page: () => import('./links.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'admin', label: 'nav:account.links', icon: IconLink, roles: officers },
  },
]);
