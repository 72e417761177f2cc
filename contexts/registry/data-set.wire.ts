import { z } from 'zod';
import { document } from '#kernel/method.ts';
import { languages, sheetFormats } from './organisation.wire.ts';

const sheet = { format: z.enum(sheetFormats).default('xlsx'), language: z.enum(languages).default('vi') };

/** Yearly figures of all organisations whose figures the one who asks may see. */
export const exportYearly = document('registry.yearly.export', { input: z.object(sheet) });

/** Acts in the life of every organisation: as public as the register. */
export const exportActs = document('registry.act.export', { input: z.object(sheet) });

/** Requests to change a record, of the organisations one runs or oversees; what they wish stands on their pages. */
export const exportChangeRequests = document('registry.change-request.export', { input: z.object(sheet) });

export const exportParameters = document('registry.parameter.export', { input: z.object(sheet) });

export const unitSets = ['units', 'links', 'classes'] as const;
/** Units through time, which became which, and their classes by day. */
export const exportUnits = document('registry.unit.export', {
  input: z.object({ what: z.enum(unitSets).default('units'), ...sheet }),
});
