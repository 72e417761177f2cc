import type { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, Outlet } from 'react-router';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { askMe } from '#web/lib/me.ts';
import { routeObject } from '#web/lib/routes.tsx';
import { routes } from '#web/routes.tsx';
import { BareErrorPage, ErrorPage } from '#web/shell/error-page.tsx';
import { Shell } from '#web/shell/shell.tsx';
import { Starting } from '#web/shell/starting.tsx';

// With its methods' schemas; the page need not wait for it.
const SavedViews = lazy(async () => ({ default: (await import('#web/account/saved-views.tsx')).SavedViews }));
const Bell = lazy(async () => ({ default: (await import('#web/account/bell.tsx')).Bell }));

const nothingHere = (): never => {
  throw new ApiProblem(404, 'page.not-found');
};

/** The shell around every page; a page that fails leaves the shell standing. */
export const appRouter = (client: QueryClient) =>
  createBrowserRouter([
    {
      id: 'shell',
      loader: async () => askMe(client).then(() => null),
      shouldRevalidate: () => false,
      element: (
        <Shell
          listTools={
            <Suspense>
              <SavedViews />
            </Suspense>
          }
          bell={
            <Suspense>
              <Bell />
            </Suspense>
          }
        />
      ),
      errorElement: <BareErrorPage />,
      hydrateFallbackElement: <Starting />,
      children: [
        {
          element: <Outlet />,
          errorElement: <ErrorPage />,
          children: [...routes.map((route) => routeObject(route, client)), { path: '*', loader: nothingHere }],
        },
      ],
    },
  ]);
