import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { NotificationRow } from '#contexts/people/notification.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { NoticeList } from './notice-list.tsx';
import { accountPaths } from './paths.ts';

/** In the bell's popover. Default export: it is fetched when the bell first shows something. */
export default function LatestNotices({ notices }: { notices: readonly NotificationRow[] }) {
  const t = useWords('account');
  return (
    <Stack gap="sm">
      {notices.length === 0 ? <Text>{t('notice.empty')}</Text> : <NoticeList notices={notices} />}
      <Anchor component={Link} to={accountPaths.notifications}>
        {t('notice.all')}
      </Anchor>
    </Stack>
  );
}
