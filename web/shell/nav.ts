import { navGroups, type AppRoute, type NavEntry, type NavGroup } from '#web/lib/routes.tsx';
import { hasRole, isSignedIn, type Me } from '#web/lib/me.ts';
import { routes } from '#web/routes.tsx';

export interface NavItem extends NavEntry {
  readonly to: string;
}

const mayShow = (route: AppRoute, me: Me): boolean => {
  if (route.audience === 'signed-in' && !isSignedIn(me)) return false;
  return route.nav?.roles === undefined || hasRole(me, ...route.nav.roles);
};

/** The pages this person is led to. What they may do there, the server decides again. */
export const navItems = (me: Me, all: readonly AppRoute[] = routes): readonly NavItem[] =>
  all.flatMap((route) => (route.nav && mayShow(route, me) ? [{ ...route.nav, to: route.path }] : []));

export const navByGroup = (items: readonly NavItem[]): readonly { group: NavGroup; items: readonly NavItem[] }[] =>
  navGroups
    .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
    .filter(({ items: found }) => found.length > 0);
