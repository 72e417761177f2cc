import { UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { useWords, word } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { navItems } from './nav.ts';
import classes from './shell.module.css';

const places = 4;

/** Under the thumb: the pages of every day, and the whole menu. */
export function BottomBar({ onMenu, opened }: { onMenu: () => void; opened: boolean }) {
  const t = useWords('shell');
  const items = navItems(useMe()).filter(({ bar }) => bar === true);
  return (
    <nav aria-label={t('shell.bottomNav')} className={classes['bar']}>
      {items.slice(0, places).map(({ to, label, icon: Mark }) => (
        <NavLink key={to} to={to} end={to === '/'} className={classes['tab'] ?? ''}>
          <Mark size={22} stroke={1.7} aria-hidden />
          <span>{word(label)}</span>
        </NavLink>
      ))}
      <UnstyledButton className={classes['tab'] ?? ''} onClick={onMenu} aria-haspopup="dialog" aria-expanded={opened}>
        <IconMenu2 size={22} stroke={1.7} aria-hidden />
        <span>{t('shell.menu')}</span>
      </UnstyledButton>
    </nav>
  );
}
