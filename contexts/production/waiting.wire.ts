import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { OrganisationId, PlotId, SeasonId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';

export const waitingKinds = ['stage-to-sign', 'stage-returned', 'step-overdue', 'entry-to-confirm'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

const Names = z.object({ vi: z.string(), en: z.string(), th: z.string() });

/** What waits for the one who asks: the officer's signatures, the organisation's overdue work. */
export const listWaiting = query('production.waiting.list', {
  input: z.object({ size: z.coerce.number().int().min(1).max(100).default(20) }),
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(waitingKinds),
        season: SeasonId,
        organisation: z.object({ id: OrganisationId, name: z.string() }),
        plot: z.object({ id: PlotId, code: z.string(), name: z.string() }),
        /** The stage or step it is about; null: something done beside the plan. */
        subject: Names.nullable(),
        since: Day,
      }),
    ),
    counts: z.object({
      'stage-to-sign': z.int(),
      'stage-returned': z.int(),
      'step-overdue': z.int(),
      'entry-to-confirm': z.int(),
    }),
  }),
});
