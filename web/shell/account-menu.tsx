import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconLogin2, IconLogout, IconShieldLock, IconUserCircle } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { accountPaths } from '#web/account/paths.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe, type Me } from '#web/lib/me.ts';
import { signOut } from '#web/lib/session.ts';
import classes from './shell.module.css';

export function AccountMenu() {
  const t = useWords('shell');
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.account === null) {
    const back = pathname === accountPaths.signIn() ? undefined : pathname + search;
    return (
      <Button
        component={Link}
        to={accountPaths.signIn(back)}
        className={classes['signIn'] ?? ''}
        leftSection={<IconLogin2 size={18} aria-hidden />}
      >
        {t('shell.signIn')}
      </Button>
    );
  }
  return (
    <Menu width={280}>
      <Menu.Target>
        <ActionIcon variant="transparent" size={44} aria-label={`${t('shell.account')}: ${me.account.name}`}>
          <IconUserCircle size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)">
            {me.account.name}
          </Text>
          <Text size="sm">{me.account.email}</Text>
        </Menu.Label>
        <Menu.Label>
          <Roles grants={me.grants} />
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to={accountPaths.security} leftSection={<IconShieldLock size={18} aria-hidden />}>
          {t('shell.security')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Roles({ grants }: { grants: Me['grants'] }) {
  const t = useWords('shell');
  return grants.map(({ role, organisation, unit }) => (
    <Text key={`${role} ${organisation?.id} ${unit?.code}`} size="xs">
      {[t(`role.${role}`), organisation?.name ?? unit?.name].filter(Boolean).join(' · ')}
    </Text>
  ));
}
