import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { FileId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { Lat, Lon, UnitCode, unitKinds } from '#kernel/place.ts';
import { unitFields } from './unit-difference.ts';
import { unitSheetTroubles } from './unit-sheet.ts';

const Stand = z.object({
  name: z.string(),
  kind: z.enum(unitKinds),
  lon: Lon.nullable(),
  lat: Lat.nullable(),
  from: Day,
});

export const UnitDifferenceRow = z.object({
  code: UnitCode,
  kind: z.enum(['new', 'corrected', 'changed', 'missing']),
  fields: z.array(z.enum(unitFields)),
  was: Stand.nullable(),
  becomes: Stand.nullable(),
  endsOn: Day.nullable(),
});
export type UnitDifferenceRow = z.infer<typeof UnitDifferenceRow>;

/** What a sheet of units says otherwise than the province's list: nothing is taken over by looking. */
export const compareUnitSheet = query('registry.unit-sheet.compare', {
  input: z.object({ file: FileId }),
  reply: z.object({
    rows: z.int(),
    same: z.int(),
    differences: z.array(UnitDifferenceRow),
    troubles: z.array(z.object({ code: z.enum(unitSheetTroubles), at: z.string(), found: z.string() })),
  }),
});

/** Takes over what the sheet says: new units, corrections, and what is called otherwise from a later day on. */
export const importUnitSheet = command('registry.unit-sheet.import', {
  input: z.object({ file: FileId }),
  reply: z.object({ new: z.int(), corrected: z.int(), changed: z.int() }),
});
