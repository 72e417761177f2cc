import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';
import { ListTools } from '#web/ui/list-tools.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import { NavList } from './nav-list.tsx';
import { OfflineNote } from './offline-note.tsx';
import { PageFocus } from './page-focus.tsx';
import classes from './shell.module.css';
import { SyntheticNote } from './synthetic-note.tsx';

// Fetched when first opened: most visits open neither.
const Palette = lazy(() => import('./palette.tsx'));
const MenuDrawer = lazy(() => import('./menu-drawer.tsx'));

/** What stands around every page, on a phone and on a desk. */
export function Shell({ bell, listTools }: { bell?: ReactNode; listTools?: ReactNode }) {
  const t = useWords('shell');
  const [isMenuThere, setMenuThere] = useState(false);
  const [menu, { open, close }] = useDisclosure(false, { onOpen: () => setMenuThere(true) });
  const [palette, setPalette] = useState(0);
  useHotkeys([['mod+K', () => setPalette((count) => count + 1)]], []);

  return (
    <div className={classes['shell']}>
      <a href="#main" className={classes['skip']}>
        {t('shell.skip')}
      </a>
      <Header bell={bell} onPalette={() => setPalette((count) => count + 1)} />
      <div className={classes['side']}>
        <NavList label={t('shell.mainNav')} />
      </div>
      <div className={classes['body']}>
        <SyntheticNote />
        <OfflineNote />
        <main id="main" tabIndex={-1} className={classes['main']}>
          <ListTools value={listTools}>
            <Outlet />
          </ListTools>
        </main>
      </div>
      <BottomBar onMenu={open} opened={menu} />
      {isMenuThere && (
        <Suspense>
          <MenuDrawer opened={menu} onClose={close} />
        </Suspense>
      )}
      {palette > 0 && (
        <Suspense>
          <Palette key={palette} />
        </Suspense>
      )}
      <PageFocus />
      <ScrollRestoration />
    </div>
  );
}
