import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/lib/i18n.ts';

/** How many notices wait, and the notices themselves. */
export function NotificationBell({ unread, children }: { unread: number; children: ReactNode }) {
  const t = useWords('shell');
  const name =
    unread > 0 ? `${t('shell.notifications')}: ${t('shell.unread', { count: unread })}` : t('shell.notifications');
  return (
    <Popover position="bottom-end" width={340} trapFocus withArrow shadow="md">
      <Indicator label={unread} size={18} offset={8} color="clay" disabled={unread === 0}>
        <Popover.Target>
          <ActionIcon variant="transparent" size={44} aria-label={name}>
            <IconBell size={20} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  );
}
