import { isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { notificationPage, recordSeen, unseenCount } from './notification.store.ts';
import { listNotifications, markSeen, type NotificationRow } from './notification.wire.ts';

export const notificationRoutes = [
  handle(listNotifications, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    const { items, total } = await notificationPage(db, actor, input);
    return {
      items: items.map((row) => ({ ...row, params: row.params as NotificationRow['params'] })),
      total,
      unseen: await unseenCount(db, actor),
    };
  }),

  handle(markSeen, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    await recordSeen(db, actor, input.notifications);
    return { unseen: await unseenCount(db, actor) };
  }),
];
