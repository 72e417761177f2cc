import { ActionIcon, Group, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useNavigation } from 'react-router';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Mark } from './mark.tsx';
import { SchemeMenu } from './scheme-menu.tsx';
import classes from './shell.module.css';

export function Header({ bell, onPalette }: { bell?: ReactNode; onPalette: () => void }) {
  const t = useWords('shell');
  const { province } = useMe();
  return (
    <header className={classes['header']}>
      <Progress />
      <Link to="/" className={classes['brand'] ?? ''} aria-label={`${t('product')}, ${province.name}`}>
        <Mark />
        <span className={classes['name']}>{t('product')}</span>
        <span className={classes['province']}>{province.name}</span>
      </Link>
      <UnstyledButton className={classes['find'] ?? ''} onClick={onPalette}>
        <IconSearch size={16} aria-hidden />
        <span>{t('shell.palette')}</span>
        <kbd>Ctrl K</kbd>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap" className={classes['tools'] ?? ''} data-noprint>
        <ActionIcon
          variant="transparent"
          size={44}
          className={classes['findSmall'] ?? ''}
          aria-label={t('shell.palette')}
          onClick={onPalette}
        >
          <IconSearch size={20} aria-hidden />
        </ActionIcon>
        {bell}
        <LanguageMenu />
        <SchemeMenu />
        <AccountMenu />
      </Group>
    </header>
  );
}

function Progress() {
  const t = useWords('shell');
  const busy = useNavigation().state !== 'idle';
  return busy ? <div className={classes['progress']} role="progressbar" aria-label={t('shell.working')} /> : null;
}
