import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { FileId, idOf, type Branded } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';

export const ParameterEntryId = idOf('ParameterEntryId');
export type ParameterEntryId = Branded<'ParameterEntryId'>;

const Value = z.union([z.number(), z.string().max(100), z.record(z.string().max(40), z.number()), z.null()]);

export const ParameterRow = z.object({
  key: z.string(),
  from: Day,
  until: Day.nullable(),
  /** Null where no source gives it: nothing is computed from it. */
  value: Value,
  source: z.string(),
  /** Somebody of this province answers for it: it was confirmed here, or entered here with its document. */
  verified: z.boolean(),
  /** Those who made the list have read it at its source. */
  readAtSource: z.boolean(),
  own: z.boolean(),
  /** The document of the province's own number, for whoever is signed in. */
  file: FileId.nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type ParameterRow = z.infer<typeof ParameterRow>;

/** The numbers law and practice set, on a day, each with its source and whether somebody here answers for it. */
export const listParameters = query('registry.parameter.list', {
  input: z.object({
    search: line(100, 0).optional(),
    on: Day.optional(),
    verified: z.enum(['true', 'false']).optional(),
    /** Also those of the past, and those to come. */
    all: Flag.optional(),
  }),
  reply: z.object({
    items: z.array(ParameterRow),
    on: Day,
    may: z.object({ confirm: z.boolean() }),
  }),
});

/** The administrator says of listed numbers that they hold here, as they stand. */
export const confirmParameters = command('registry.parameter.confirm', {
  input: z.object({
    items: z
      .array(z.object({ key: z.string().max(100), from: Day, value: Value }))
      .min(1)
      .max(300),
  }),
  reply: z.object({}),
});

/** Another number for this province, from a day on, with where it is written and the document itself. */
export const recordParameter = command('registry.parameter.record', {
  input: z.object({
    id: ParameterEntryId,
    key: z.string().max(100),
    from: Day,
    value: Value,
    source: line(500, 3),
    file: FileId,
  }),
  reply: z.object({}),
});
