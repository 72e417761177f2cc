import { expect, test } from 'vitest';
import type { Me } from '#web/lib/me.ts';
import type { AppRoute } from '#web/lib/routes.tsx';
import { routes } from '#web/routes.tsx';
import { navByGroup, navItems } from '#web/shell/nav.ts';
import { nextSort } from '#web/ui/table-column.ts';
import { IconLeaf } from '@tabler/icons-react';

test('no two pages have one address, and every page with a part to fill in has a sample of it', () => {
  const paths = routes.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const { path, sample = {} } of routes) {
    for (const [, part] of path.matchAll(/:(\w+)/g)) expect(sample, path).toHaveProperty(part!);
  }
});

test('a page in the navigation can be opened without knowing an id', () => {
  expect(routes.filter(({ nav, path }) => nav && path.includes(':'))).toEqual([]);
});

const page = (path: string, more: Partial<AppRoute>): AppRoute => ({
  path,
  audience: 'signed-in',
  namespaces: ['shell'],
  page: () => Promise.reject(new Error('not opened here')),
  nav: { group: 'linkage', label: 'nav:linkage.title', icon: IconLeaf },
  ...more,
});
const as = (...roles: Me['grants'][number]['role'][]): Me => ({
  account: roles.length > 0 ? ({ id: 'a', name: 'A', email: 'a@b' } as unknown as Me['account']) : null,
  province: { code: 22, name: 'Quảng Ninh', demonstration: false } as unknown as Me['province'],
  grants: roles.map((role) => ({ role, organisation: null, unit: null }) as unknown as Me['grants'][number]),
  demoSignIns: false,
  providers: [],
  mail: false,
});
const all = [
  page('/open', { audience: 'public' }),
  page('/any', {}),
  page('/bank', { nav: { group: 'credit', label: 'nav:credit.title', icon: IconLeaf, roles: ['bank-officer'] } }),
];

test('people are led to the pages of their roles', () => {
  expect(navItems(as(), all).map(({ to }) => to)).toEqual(['/open']);
  expect(navItems(as('buyer'), all).map(({ to }) => to)).toEqual(['/open', '/any']);
  expect(navByGroup(navItems(as('bank-officer'), all)).map(({ group }) => group)).toEqual(['linkage', 'credit']);
});

test('a column is sorted up, then down, then not', () => {
  expect([
    nextSort('', 'name'),
    nextSort('name', 'name'),
    nextSort('-name', 'name'),
    nextSort('other', 'name'),
  ]).toEqual(['name', '-name', undefined, 'name']);
});
