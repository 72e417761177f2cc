import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { FileId, LotId, OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { ReportId, SampleId } from './lot.ts';
import { SampleView } from './lot.wire.ts';
import { CommodityView, NgPerKg, Party } from './quality-part.wire.ts';
import { cellTroubles } from './report-sheet.ts';
import { resultKinds } from './residue.ts';

export const recordSample = command('quality.sample.record', {
  input: z.object({
    id: SampleId,
    lot: LotId,
    code: line(40),
    takenOn: Day,
    takenBy: line(200).meta({ personal: true }),
    place: line(300),
    method: line(200),
    sealNumber: line(60),
    laboratory: OrganisationId,
  }),
  reply: z.object({ id: SampleId }),
});

/** Overwrites who took the sample, once the laboratory has reported; the sample itself stays. */
export const eraseSample = command('quality.sample.erase', {
  input: z.object({ sample: SampleId, reason: line(500, 3) }),
  reply: z.object({}),
});

/** The laboratory's desk: what was sent to it, waiting first. */
export const listSamples = query('quality.sample.list', {
  input: z.object({
    state: z.enum(['sent', 'reported']).optional(),
    search: line(60, 0).optional(),
    ...paging,
  }),
  reply: pageOf(
    SampleView.extend({
      lot: z.object({ id: LotId, code: z.string() }),
      commodity: CommodityView,
      reports: z.int(),
    }),
  ),
});

export const getSample = query('quality.sample.get', {
  input: z.object({ sample: SampleId }),
  reply: SampleView.extend({
    lot: z.object({ id: LotId, code: z.string(), packedOn: Day }),
    organisation: Party,
    commodity: CommodityView,
    panels: z.array(
      z.object({ code: z.string(), version: z.string(), name: z.string(), method: z.string(), analytes: z.int() }),
    ),
    reports: z.array(z.object({ id: ReportId, version: z.int(), number: z.string(), issuedOn: Day })),
  }),
});

/** The panel's table as a workbook to fill in. */
export const exportPanel = document('quality.panel.export', {
  input: z.object({ panel: line(40).default('multi-570'), language: z.enum(['vi', 'en', 'th']).default('vi') }),
});

export const CellTroubleView = z.object({
  at: z.string(),
  severity: z.enum(['error', 'question', 'notice']),
  code: z.enum(cellTroubles),
  found: z.string(),
  other: z.string().nullable(),
  candidates: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type CellTroubleView = z.infer<typeof CellTroubleView>;

const sheetInput = z.object({ sample: SampleId, file: FileId, panel: line(40) });

/** What the uploaded sheet says, cell by cell, before anything is kept. */
export const previewReport = query('quality.report.preview', {
  input: sheetInput,
  reply: z.object({
    sheet: z.string(),
    rows: z.int(),
    passedOver: z.int(),
    importable: z.boolean(),
    counts: z.object({ results: z.int(), nd: z.int(), belowLoq: z.int(), value: z.int() }),
    troubles: z.array(CellTroubleView),
    troubleCount: z.int(),
    /** Analytes of the panel that the sheet does not have. */
    missing: z.array(z.object({ code: z.string(), name: z.string() })),
    values: z.array(z.object({ at: z.string(), analyte: z.string(), name: z.string(), valueNgPerKg: NgPerKg })),
  }),
});

/** The same sheet with what is wrong written beside each cell. */
export const exportMarkedReport = document('quality.report.export', {
  input: sheetInput.extend({ language: z.enum(['vi', 'en', 'th']).default('vi') }),
});

export const recordReport = command('quality.report.record', {
  input: z.object({
    id: ReportId,
    sample: SampleId,
    file: FileId,
    number: line(60),
    accreditation: line(100, 0).default(''),
    method: line(300),
    panel: line(40),
    receivedOn: Day,
    analysedOn: Day,
    issuedOn: Day,
  }),
  reply: z.object({ version: z.int(), results: z.int() }),
});

export const getReport = query('quality.report.get', {
  input: z.object({ report: ReportId }),
  reply: z.object({
    id: ReportId,
    version: z.int(),
    number: z.string(),
    results: z.array(
      z.object({
        analyte: z.string(),
        name: z.string(),
        cas: z.string().nullable(),
        kind: z.enum(resultKinds),
        valueNgPerKg: NgPerKg.nullable(),
        uncertaintyNgPerKg: NgPerKg.nullable(),
        lodNgPerKg: NgPerKg.nullable(),
        loqNgPerKg: NgPerKg,
        printedName: z.string(),
        printedResult: z.string(),
      }),
    ),
  }),
});

/** What a printed name means; without an analyte it is no residue. Asked once, remembered for the province. */
export const recordSynonym = command('quality.synonym.record', {
  input: z.object({ name: line(200), analyte: line(100).nullable() }),
  reply: z.object({}),
});

export const listAnalytes = query('quality.analyte.list', {
  input: z.object({ search: line(100, 0).optional(), ...paging }),
  reply: pageOf(
    z.object({
      code: z.string(),
      name: z.string(),
      cas: z.string().nullable(),
      synthetic: z.boolean(),
      singleMethod: z.boolean(),
    }),
  ),
});
