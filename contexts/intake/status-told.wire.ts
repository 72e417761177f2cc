import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { BatchId } from './batch.wire.ts';
import { toldStatuses } from './status-told.ts';

/** What the newest sheet tells of the standing of an organisation, as long as it waits for its act. */
export const listStatusesTold = query('intake.status-told.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    items: z.array(
      z.object({
        batch: BatchId,
        row: z.int(),
        status: z.enum(toldStatuses),
        onDay: Day.nullable(),
        /** When the sheet was taken over. */
        toldOn: Day,
      }),
    ),
  }),
});

/** The sheet is wrong: what it tells waits no more. The register stays as it is. */
export const closeStatusTold = command('intake.status-told.close', {
  input: z.object({ batch: BatchId, organisation: OrganisationId, reason: line(500, 3) }),
  reply: z.object({}),
});
