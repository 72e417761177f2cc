import './styles/fonts.css';
import '@mantine/core/styles.css';
import './styles/app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { accountPaths } from '#web/account/paths.ts';
import { startWords } from '#web/i18n.ts';
import { appQueryClient } from '#web/lib/query-client.ts';
import { styleNonce } from '#web/lib/style-nonce.ts';
import { appRouter } from '#web/router.tsx';
import { cssVariables, theme } from '#web/styles/theme.ts';

const client = appQueryClient(() => {
  const { pathname, search } = router.state.location;
  if (pathname === accountPaths.signIn()) return;
  client.removeQueries({ queryKey: ['people', 'people.account.get'] });
  void router.navigate(accountPaths.signIn(pathname + search));
});
const router = appRouter(client);

// A page opened before a new release asks for parts that are gone: take the new release, once.
window.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('lienket.reloaded') === location.href) return;
  sessionStorage.setItem('lienket.reloaded', location.href);
  location.reload();
});

await startWords();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
