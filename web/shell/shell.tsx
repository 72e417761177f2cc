import { Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import { NavList } from './nav-list.tsx';
import { OfflineNote } from './offline-note.tsx';
import { PageFocus } from './page-focus.tsx';
import classes from './shell.module.css';
import { SyntheticNote } from './synthetic-note.tsx';

const Palette = lazy(() => import('./palette.tsx'));

/** What stands around every page, on a phone and on a desk. */
export function Shell({ bell }: { bell?: ReactNode }) {
  const t = useWords('shell');
  const [menu, { open, close }] = useDisclosure(false);
  const [palette, setPalette] = useState(0);
  useHotkeys([['mod+K', () => setPalette((count) => count + 1)]], []);

  return (
    <div className={classes['shell']}>
      <a href="#main" className={classes['skip']}>
        {t('shell.skip')}
      </a>
      <Progress />
      <Header bell={bell} onPalette={() => setPalette((count) => count + 1)} />
      <div className={classes['side']}>
        <NavList label={t('shell.mainNav')} />
      </div>
      <div className={classes['body']}>
        <SyntheticNote />
        <OfflineNote />
        <main id="main" tabIndex={-1} className={classes['main']}>
          <Outlet />
        </main>
      </div>
      <BottomBar onMenu={open} opened={menu} />
      <Drawer
        opened={menu}
        onClose={close}
        title={t('shell.menu')}
        size="20rem"
        closeButtonProps={{ 'aria-label': t('shell.closeMenu') }}
      >
        <NavList label={t('shell.mainNav')} onGo={close} />
      </Drawer>
      {palette > 0 && (
        <Suspense>
          <Palette asked={palette} />
        </Suspense>
      )}
      <PageFocus />
      <ScrollRestoration />
    </div>
  );
}

function Progress() {
  const t = useWords('shell');
  const busy = useNavigation().state !== 'idle';
  return busy ? <div className={classes['progress']} role="progressbar" aria-label={t('shell.working')} /> : null;
}
