import { NavLink as Entry, Stack, Text } from '@mantine/core';
import { Suspense } from 'react';
import { NavLink } from 'react-router';
import { useWords, word } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { navByGroup, navItems } from './nav.ts';
import classes from './shell.module.css';

/** The navigation of a desk, and of a phone's drawer. */
export function NavList({ label, onGo }: { label: string; onGo?: () => void }) {
  const t = useWords('shell');
  const groups = navByGroup(navItems(useMe()));
  return (
    <nav aria-label={label}>
      <Stack gap="md">
        {groups.map(({ group, items }) => (
          <section key={group} aria-label={t(`group.${group}`)}>
            <Text className={classes['group'] ?? ''} aria-hidden>
              {t(`group.${group}`)}
            </Text>
            {items.map(({ to, label: name, icon: Mark, badge: Count }) => (
              <Entry
                key={to}
                component={NavLink}
                to={to}
                end={to === '/'}
                label={word(name)}
                leftSection={<Mark size={18} stroke={1.7} aria-hidden />}
                className={classes['entry'] ?? ''}
                {...(Count && {
                  rightSection: (
                    <Suspense fallback={null}>
                      <Count />
                    </Suspense>
                  ),
                })}
                {...(onGo && { onClick: onGo })}
              />
            ))}
          </section>
        ))}
      </Stack>
    </nav>
  );
}
