import { z } from 'zod';
import { command, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';

const NotificationId = z.uuid();

export const NotificationRow = z.object({
  id: NotificationId,
  at: z.string(),
  topic: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  link: z.string().nullable(),
  seen: z.boolean(),
});
export type NotificationRow = z.infer<typeof NotificationRow>;

/** What the caller has been told: by name, or as the holder of a role. Newest first. */
export const listNotifications = query('people.notification.list', {
  input: z.object({ unseen: Flag.optional(), ...paging }),
  reply: pageOf(NotificationRow).extend({ unseen: z.int() }),
});

/** Marks as seen; without naming any, all up to now. */
export const markSeen = command('people.notification.confirm', {
  input: z.object({ notifications: z.array(NotificationId).max(200).optional() }),
  reply: z.object({ unseen: z.int() }),
});
