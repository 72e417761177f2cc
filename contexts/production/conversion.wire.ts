import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, PlotId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { conversionBases, conversionStates } from './conversion.ts';

/** How long a plot has been worked without what organic practice forbids. A practice, no certificate. */
export const getConversion = query('production.conversion.get', {
  input: z.object({ plot: PlotId }),
  reply: z.object({
    state: z.enum(conversionStates),
    beganOn: Day.nullable(),
    basis: z.enum(conversionBases).nullable(),
    countsFrom: Day.nullable(),
    resetOn: Day.nullable(),
    completeOn: Day.nullable(),
    months: z.object({ value: z.int(), source: z.string(), verified: z.boolean() }).nullable(),
    /** An organic certificate the registry knows of, if the organisation holds one: that alone makes it organic. */
    certificate: z.object({ number: z.string(), issuer: z.string(), until: Day.nullable() }).nullable(),
    may: z.object({ record: z.boolean() }),
  }),
});

export const recordConversion = command('production.conversion.record', {
  input: z.object({
    id: idOf('ConversionId'),
    plot: PlotId,
    beganOn: Day,
    basis: z.enum(conversionBases),
    evidence: line(500),
  }),
  reply: z.object({}),
});
