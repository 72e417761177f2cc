import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';

export const waitingKinds = ['sample-to-report', 'lot-to-sample', 'lot-to-release', 'lot-blocked'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What waits for the caller: samples for a laboratory, lots for whoever runs the organisation. Oldest first. */
export const listWaiting = query('quality.waiting.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(waitingKinds),
        id: z.string(),
        title: z.object({ code: z.string(), other: z.string() }),
        since: Instant,
        link: z.string(),
      }),
    ),
    total: z.int(),
  }),
});
