import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { command } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { line } from '#kernel/text.ts';
import { ConsentId, DossierId } from './dossier.ts';
import { ProductId } from './product.ts';

const nothing = z.object({});

/** Lets one bank see it, for a purpose, until a day. */
export const giveConsent = command('credit.consent.give', {
  input: z.object({
    consent: ConsentId,
    dossier: DossierId,
    // Which product names the bank: it stays out of the audit as personal data does.
    product: ProductId.meta({ personal: true }),
    purpose: line(500),
    amountVnd: Vnd.min(1),
    months: z.int().min(1).max(360),
    until: Day,
  }),
  reply: nothing,
});

/** From this moment on the bank no longer sees it. */
export const withdrawConsent = command('credit.consent.withdraw', {
  input: z.object({ consent: ConsentId }),
  reply: nothing,
});
