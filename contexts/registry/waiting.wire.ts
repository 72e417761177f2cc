import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';

export const waitingKinds = ['request-to-answer', 'request-returned'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What waits for the one who asks, oldest first. */
export const listWaiting = query('registry.waiting.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(waitingKinds),
        id: z.string(),
        title: z.object({ organisation: z.string() }),
        since: Day,
        link: z.string(),
      }),
    ),
    total: z.int(),
  }),
});
