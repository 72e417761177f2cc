import type { Icon } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { redirect, useParams, type RouteObject } from 'react-router';
import type { Role } from '#kernel/actor.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { accountPaths } from '#web/account/paths.ts';
import type { Namespace } from '#web/i18n-words.ts';
import { wordsReady } from '#web/i18n.ts';
import { ApiProblem, isApiProblem } from './api-problem.ts';
import { answer } from './api.ts';
import type { WordKey } from './i18n.ts';
import { askMe, isSignedIn, type Me } from './me.ts';

/** What a page's loader is given. */
export interface LoadAt {
  /** A part of the address, '/…/:id'. */
  readonly param: (name: string) => string;
  readonly search: URLSearchParams;
  /** Fetches what the page will show, unless it is at hand. */
  readonly ask: <M extends Method<'query'>>(method: M, input: InputOf<M>) => Promise<ReplyOf<M>>;
  readonly me: Me;
}
/** Asks everything the page will need, at once: `export const load: Load = ({ ask, param }) => ask(getX, { id: param('id') })`. */
export type Load = (at: LoadAt) => Promise<unknown>;

/** A page file exports `Page`, and `load` where it shows answers. */
export interface PageModule {
  readonly Page: ComponentType;
  readonly load?: Load;
}

export const navGroups = [
  'home',
  'registry',
  'linkage',
  'production',
  'quality',
  'support',
  'credit',
  'insight',
  'admin',
] as const;
export type NavGroup = (typeof navGroups)[number];

export interface NavEntry {
  readonly group: NavGroup;
  readonly label: Extract<WordKey, `nav:${string}`>;
  readonly icon: Icon;
  /** Shown to holders of any of these roles; without it to everybody who may open the page. */
  readonly roles?: readonly Role[];
  /** Also in the bar at the foot of a phone; keep it to the two or three pages of every day. */
  readonly bar?: boolean;
  /** A number beside the name, such as how much waits; fetched by itself, apart from the shell. */
  readonly badge?: ComponentType;
}

export interface RouteDefinition {
  readonly path: string;
  readonly page: () => Promise<PageModule>;
  /** public: anybody with the address. signed-in: otherwise sent to sign in, and back. */
  readonly audience: 'public' | 'signed-in';
  readonly nav?: NavEntry;
  /** Namespaces of words besides the context's own. */
  readonly words?: readonly Namespace[];
  /** Values of ':id' and the like in the demonstration province, so that tests can open every page. */
  readonly sample?: Readonly<Record<string, string>>;
  /** Whose page it is, where the navigation does not say so: tests open it as this one. */
  readonly sampleRole?: Role;
}
export interface AppRoute extends RouteDefinition {
  readonly namespaces: readonly Namespace[];
}

/** The routes of a context, with the namespace its pages take their words from. */
export const defineRoutes = (namespace: Namespace, routes: readonly RouteDefinition[]): readonly AppRoute[] =>
  routes.map((route) => ({ ...route, namespaces: [namespace, ...(route.words ?? [])] }));

/** A part of the address inside a page: `const id = useParam<OrganisationId>('id')`. */
export function useParam<Value extends string = string>(name: string): Value {
  const value = useParams()[name];
  if (value === undefined) throw new ApiProblem(404, 'page.not-found');
  return value as Value;
}

const backTo = (request: Request): string => {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
};

const loaderOf = (route: AppRoute, client: QueryClient): NonNullable<RouteObject['loader']> =>
  async function load({ params, request }) {
    const [{ load: ask }, me] = await Promise.all([route.page(), askMe(client), wordsReady(route.namespaces)]);
    if (route.audience === 'signed-in' && !isSignedIn(me)) throw redirect(accountPaths.signIn(backTo(request)));
    try {
      await ask?.({
        me,
        search: new URL(request.url).searchParams,
        ask: (method, input) => client.ensureQueryData(answer(method, input)),
        param: (name) => {
          const value = params[name];
          if (value === undefined) throw new ApiProblem(404, 'page.not-found');
          return value;
        },
      });
    } catch (problem) {
      if (isApiProblem(problem) && problem.status === 401) throw redirect(accountPaths.signIn(backTo(request)));
      throw problem;
    }
    return null;
  };

/** The router's form of a route: page, words, account and answers are fetched together before it shows. */
export const routeObject = (route: AppRoute, client: QueryClient): RouteObject => ({
  path: route.path,
  id: route.path,
  handle: route,
  loader: loaderOf(route, client),
  lazy: { Component: async () => (await route.page()).Page },
});
