import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { markSeen, type NotificationRow } from '#contexts/people/notification.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { NoticeText } from './notice-text.tsx';

interface NoticeListProps {
  readonly notices: readonly NotificationRow[];
  readonly onGo?: () => void;
}

export function NoticeList({ notices, onGo }: NoticeListProps) {
  const t = useWords('account');
  const seen = useCommand(markSeen);
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <Text fw={notice.seen ? 400 : 600} component="div">
            {notice.link === null ? (
              <NoticeText notice={notice} />
            ) : (
              <Anchor
                component={Link}
                to={notice.link}
                inherit
                display="inline-block"
                mih={24}
                onClick={() => {
                  if (!notice.seen) seen.mutate({ notifications: [notice.id] });
                  onGo?.();
                }}
              >
                <NoticeText notice={notice} />
              </Anchor>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {[instantText(notice.at), notice.seen ? undefined : t('notice.unseen')].filter(Boolean).join(' · ')}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
