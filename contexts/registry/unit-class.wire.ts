import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { unitClasses } from './unit-class.ts';

export const UnitClassId = idOf('UnitClassId');
export type UnitClassId = Branded<'UnitClassId'>;

export const UnitClassRow = z.object({
  id: UnitClassId,
  unit: UnitCode,
  class: z.enum(unitClasses),
  from: Day,
  until: Day.nullable(),
  source: z.string(),
  verified: z.boolean(),
});
export type UnitClassRow = z.infer<typeof UnitClassRow>;

/** Which units lie in the mountains, on islands, in difficult areas: on a day, or all there was. */
export const listUnitClasses = query('registry.unit-class.list', {
  input: z.object({ unit: UnitCode.optional(), on: Day.optional(), past: Flag.optional() }),
  reply: z.object({ items: z.array(UnitClassRow), may: z.object({ record: z.boolean() }) }),
});

export const recordUnitClass = command('registry.unit-class.record', {
  input: z.object({
    id: UnitClassId,
    unit: UnitCode,
    class: z.enum(unitClasses),
    from: Day,
    until: Day.optional(),
    /** The decision, with its number. */
    source: line(300, 3),
    /** Read in the decision itself. */
    verified: z.boolean().default(false),
  }),
  reply: z.object({}),
});

/** The class ends on a day. */
export const closeUnitClass = command('registry.unit-class.close', {
  input: z.object({ id: UnitClassId, until: Day }),
  reply: z.object({}),
});
