import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { line } from '#kernel/text.ts';
import { saidWays } from './said.ts';

const consent = z.object({
  way: z.enum(saidWays),
  givenOn: Day,
  /** The paper: its number, or where it lies. */
  document: line(200, 2).optional(),
});
const change = z.object({
  onDay: Day,
  document: z.object({ number: line(100), on: Day, issuer: line(200, 2) }),
  legalBasis: line(200).optional(),
});

/** What is said once for a whole sheet. */
export const SaidInput = z.object({ consent: consent.optional(), change: change.optional() });
