import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';

export const ParameterRow = z.object({
  key: z.string(),
  from: Day,
  until: Day.nullable(),
  /** Null where no source gives it: nothing is computed from it. */
  value: z.union([z.number(), z.string(), z.record(z.string(), z.number()), z.null()]),
  source: z.string(),
  verified: z.boolean(),
});
export type ParameterRow = z.infer<typeof ParameterRow>;

/** The numbers law and practice set, on a day, each with its source and whether somebody has checked it. */
export const listParameters = query('registry.parameter.list', {
  input: z.object({
    search: line(100, 0).optional(),
    on: Day.optional(),
    verified: z.enum(['true', 'false']).optional(),
  }),
  reply: z.object({ items: z.array(ParameterRow), on: Day }),
});
