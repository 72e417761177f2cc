import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { FileId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { formerKinds, formerSheetTroubles } from './former-sheet.ts';

const Way = z.object({ part: z.enum(['whole', 'part']), document: z.string(), verified: z.boolean() });

export const FormerDifferenceRow = z.object({
  kind: z.enum(['new', 'link', 'changed', 'withdrawn']),
  unit: z.object({ name: z.string(), kind: z.enum(formerKinds), district: z.string() }),
  code: UnitCode,
  was: Way.nullable(),
  becomes: Way.nullable(),
});
export type FormerDifferenceRow = z.infer<typeof FormerDifferenceRow>;

/** What a sheet of former units says otherwise than the province's list: nothing is taken over by looking. */
export const compareFormerSheet = query('registry.former-sheet.compare', {
  input: z.object({ file: FileId }),
  reply: z.object({
    rows: z.int(),
    same: z.int(),
    /** Listed units that the sheet does not have: they stay. */
    missing: z.int(),
    differences: z.array(FormerDifferenceRow),
    troubles: z.array(z.object({ code: z.enum(formerSheetTroubles), at: z.string(), found: z.string() })),
  }),
});

/** Takes over what the sheet says, all or nothing. */
export const importFormerSheet = command('registry.former-sheet.import', {
  input: z.object({ file: FileId }),
  reply: z.object({
    new: z.int(),
    links: z.int(),
    changed: z.int(),
    withdrawn: z.int(),
    /** Seats of before whose address names one of the units. */
    seats: z.int(),
  }),
});

/** A former unit was written wrongly: by which document it is called otherwise. */
export const correctFormerUnit = command('registry.former-unit.correct', {
  input: z.object({
    former: line(100),
    name: line(100),
    kind: z.enum(formerKinds),
    district: line(100),
    abolishedOn: Day,
    document: line(300, 3),
  }),
  reply: z.object({}),
});
