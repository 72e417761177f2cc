import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';

export const waitingKinds = ['offer-to-answer', 'papers-to-bring', 'dossier-to-answer'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What waits for the one who asks, oldest first. Nothing for the province: what a bank does is not its business. */
export const listWaiting = query('credit.waiting.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(waitingKinds),
        id: z.string(),
        title: z.object({ number: z.string(), organisation: z.string() }),
        since: Day,
        link: z.string(),
      }),
    ),
    total: z.int(),
  }),
});
