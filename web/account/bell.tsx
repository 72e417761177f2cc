import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { listNotifications } from '#contexts/people/notification.wire.ts';
import { answer } from '#web/lib/api.ts';
import { keepSession } from '#web/lib/auth.ts';
import { isSignedIn, useMe } from '#web/lib/me.ts';
import { NotificationBell } from '#web/shell/notification-bell.tsx';

const Latest = lazy(() => import('./latest-notices.tsx'));
const minute = 60_000;
// By name only: the bell comes with the shell, which parses nothing.
const list = { kind: 'query', name: 'people.notification.list' } as typeof listNotifications;

/** What waits to be read, on every page. An app left open also keeps its session from running out. */
export function Bell() {
  const signedIn = isSignedIn(useMe());
  const { data } = useQuery({ ...answer(list, { size: 5 }), enabled: signedIn, refetchInterval: 2 * minute });
  useQuery({
    queryKey: ['auth', 'kept'],
    queryFn: async () => (await keepSession()) ?? null,
    enabled: signedIn,
    refetchInterval: 720 * minute,
  });
  if (!signedIn) return null;
  return (
    <NotificationBell unread={data?.unseen ?? 0}>
      <Suspense fallback={<Loader size="sm" />}>
        <Latest notices={data?.items ?? []} />
      </Suspense>
    </NotificationBell>
  );
}
