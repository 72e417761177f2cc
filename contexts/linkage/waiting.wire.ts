import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';

const waitingKinds = [
  'contract-to-accept',
  'scan-to-confirm',
  'ending-to-answer',
  'price-to-confirm',
  'delivery-to-confirm',
  'delivery-disputed',
  'surplus-to-answer',
  'statement-to-agree',
  'statement-refused',
  'payment-due',
  'payment-to-confirm',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What waits for the organisations the caller runs, oldest first. */
export const listWaiting = query('linkage.waiting.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(waitingKinds),
        id: z.string(),
        /** The contract's or statement's number, and the other side's name. */
        title: z.object({ number: z.string(), other: z.string() }),
        since: Instant,
        link: z.string(),
      }),
    ),
    total: z.int(),
  }),
});
