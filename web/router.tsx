import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, Outlet } from 'react-router';
import { Bell } from '#web/account/bell.tsx';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { askMe } from '#web/lib/me.ts';
import { routeObject } from '#web/lib/routes.tsx';
import { routes } from '#web/routes.tsx';
import { BareErrorPage, ErrorPage } from '#web/shell/error-page.tsx';
import { Shell } from '#web/shell/shell.tsx';
import { Starting } from '#web/shell/starting.tsx';

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
      element: <Shell bell={<Bell />} />,
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
