import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { FileId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { UnitCode } from '#kernel/place.ts';
import { Sha256 } from '#kernel/text.ts';
import { officerRoles, officerSheetTroubles } from './officer-sheet.ts';

/** An empty sheet to fill in, with a row that shows how and the units of the province beside. */
export const exportOfficerSheet = document('people.officer-sheet.export', {
  input: z.object({ language: z.enum(['vi', 'en', 'th']).default('vi') }),
});

export const officerStates = ['new', 'invited', 'holds'] as const;

export const OfficerRow = z.object({
  /** As in the file. */
  row: z.int(),
  name: z.string(),
  email: z.string(),
  role: z.enum(officerRoles),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  until: Day.nullable(),
  /** invited: a link for this role is still open; holds: whoever has this address has the role. Neither is invited again. */
  state: z.enum(officerStates),
});
export type OfficerRow = z.infer<typeof OfficerRow>;

/** Who would be invited by a sheet, and every cell that is wrong. Nobody is invited by looking. */
export const previewOfficerSheet = query('people.officer-sheet.preview', {
  input: z.object({ file: FileId }),
  reply: z.object({
    officers: z.array(OfficerRow),
    troubles: z.array(z.object({ code: z.enum(officerSheetTroubles), at: z.string(), found: z.string() })),
  }),
});

/** Invites everybody in the sheet who is new: all or nobody. The secrets of the links stay with the maker. */
export const importOfficerSheet = command('people.officer-sheet.import', {
  input: z.object({
    file: FileId,
    links: z
      .array(z.object({ row: z.int().min(1), invitation: z.uuid(), tokenHash: Sha256 }))
      .min(1)
      .max(1_000),
  }),
  reply: z.object({ invited: z.array(z.int()), expiresAt: z.string() }),
});

/** A letter to oneself, to see whether the mail server takes it; what it answered is shown. */
export const sendTestLetter = command('people.test-letter.send', {
  input: z.object({ language: z.enum(['vi', 'en', 'th']).default('vi') }),
  reply: z.object({ to: z.string(), answer: z.string() }),
});

/** How far the province has come with its people and its mail; read from the rows themselves. */
export const getPeopleSetup = query('people.setup.get', {
  input: z.object({}),
  reply: z.object({
    officers: z.object({ administrators: z.int(), provincial: z.int(), commune: z.int(), auditors: z.int() }),
    /** Links into these roles that are still open. */
    open: z.int(),
    unitsWithOfficer: z.int(),
    mail: z.object({ isSet: z.boolean(), testedAt: z.string().nullable(), testedBy: z.string().nullable() }),
  }),
});
