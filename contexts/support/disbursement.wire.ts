import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { command } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { line, prose } from '#kernel/text.ts';
import { ApplicationId } from './application.ts';
import { DisbursementId } from './disbursement.ts';

const nothing = z.object({});

/** Seedlings handed over, or money paid, with the number of its paper. */
export const recordDisbursement = command('support.disbursement.record', {
  input: z.object({
    disbursement: DisbursementId,
    application: ApplicationId,
    part: z.string().min(1).max(100),
    count: z.int().min(1).max(1_000_000_000).optional(),
    amountVnd: Vnd,
    givenOn: Day,
    reference: line(200),
    note: prose(1_000).default(''),
  }),
  reply: nothing,
});

/** The organisation says that it came. When all has come, the application is closed. */
export const confirmDisbursement = command('support.disbursement.confirm', {
  input: z.object({ disbursement: DisbursementId }),
  reply: z.object({ closed: z.boolean() }),
});

/** The organisation says that it did not come, or not so. */
export const disputeDisbursement = command('support.disbursement.dispute', {
  input: z.object({ disbursement: DisbursementId, reason: prose(1_000, 1) }),
  reply: nothing,
});

/** A wrong line is taken back with a note, and entered again as it was. */
export const withdrawDisbursement = command('support.disbursement.withdraw', {
  input: z.object({ disbursement: DisbursementId, note: prose(1_000, 1) }),
  reply: nothing,
});
