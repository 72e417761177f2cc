import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { FileId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { batchStates, blockerReasons, outcomes } from './batch.ts';
import { batchKinds, moneyUnits } from './field.ts';
import { SaidInput } from './said.wire.ts';
import { leftOutReasons } from './table.ts';

export const BatchId = idOf('BatchId');
export type BatchId = Branded<'BatchId'>;

const Named = z.object({ id: OrganisationId, name: z.string() });
const Kind = z.enum(batchKinds);
const count = z.int().min(0);

const Counts = z.object({
  rows: count,
  outcomes: z.object({ new: count, update: count, same: count, question: count, refused: count }),
  /** Wrong cells by their code. */
  troubles: z.record(z.string(), count),
  /** Rows that tell of another standing than the register. */
  told: count.optional(),
  leftOut: z.array(z.object({ row: z.int(), reason: z.enum(leftOutReasons) })),
});

const batchRow = {
  id: BatchId,
  kind: Kind.nullable(),
  organisation: Named.nullable(),
  fileName: z.string(),
  state: z.enum(batchStates),
  counts: Counts.nullable(),
  madeBy: z.string().nullable(),
  madeAt: Instant,
  importedAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
};
export const BatchRow = z.object(batchRow);
export type BatchRow = z.infer<typeof BatchRow>;

/** The sheets handed in: one's own, those of the organisation, for officers of the province all. */
export const listBatches = query('intake.batch.list', {
  input: z.object({
    organisation: OrganisationId.optional(),
    kind: Kind.optional(),
    state: z.enum(batchStates).optional(),
    ...paging,
  }),
  reply: pageOf(BatchRow),
});

/** Hands a file in: it is read at once, kept encrypted, and nothing else is done yet. */
export const recordBatch = command('intake.batch.record', {
  input: z.object({ id: BatchId, file: FileId, organisation: OrganisationId.optional() }),
  reply: z.object({}),
});

export const getBatch = query('intake.batch.get', {
  input: z.object({ batch: BatchId }),
  reply: z.object({
    ...batchRow,
    format: z.enum(['xlsx', 'csv']),
    sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rows: count, known: count.nullable() })),
    /** The sheet and the kind whose headings are known best, and how many of how many; null: none are. */
    proposal: z.object({ sheet: z.int(), kind: Kind, known: count, of: count }).nullable(),
    sheet: z.int().nullable(),
    /** Said once for all its rows. */
    said: SaidInput,
    /** Columns are mapped that are kept by consent alone, and no consent is said: they are left out. */
    lacksConsent: z.boolean(),
    part: z.boolean(),
    progress: z.object({ done: count, total: count }),
    /** Why what was begun was not done. */
    trouble: z.string().nullable(),
    isPurged: z.boolean(),
    version: z.int(),
    may: z.object({ map: z.boolean(), import: z.boolean(), withdraw: z.boolean(), close: z.boolean() }),
  }),
});

const MappedColumn = z.object({
  column: z.int().min(1).max(500),
  heading: z.string().max(1_000),
  field: z.string().max(50).nullable(),
  unit: z.enum(moneyUnits).optional(),
});
const ForAll = z.record(z.string().max(50), line(100, 0));
/** By field and word without marks: the values meant; none: left blank. */
const Words = z.record(
  z.string().max(50),
  z
    .record(z.string().max(300), z.array(z.string().max(50)).max(20))
    .refine((told) => Object.keys(told).length <= 500, 'intake.word.too-many'),
);

/** The columns of a sheet, what their headings propose, and what was said the last time for the same headings. */
export const listColumns = query('intake.column.list', {
  input: z.object({ batch: BatchId, sheet: z.coerce.number().int().min(0).max(50), kind: Kind }),
  reply: z.object({
    columns: z.array(MappedColumn.extend({ letter: z.string(), samples: z.array(z.string()) })),
    forAll: z.record(z.string(), z.string()),
    words: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
    /** The mapping is what somebody confirmed before. */
    remembered: z.boolean(),
    /** What is remembered for these headings, and stands: who said it and when. */
    memory: z.object({ by: z.string().nullable(), at: Instant }).nullable(),
    /** null: no headings were found. */
    firstRow: z.int().nullable(),
  }),
});

/** Words of coded columns that are not known by themselves, each once, with how many rows write it. */
export const listUnknownWords = query('intake.word.list', {
  input: z.object({
    batch: BatchId,
    sheet: z.coerce.number().int().min(0).max(50),
    kind: Kind,
    /** Which columns hold a coded field, as their mapping is to be: 5:fields,7:kind. */
    columns: z.string().regex(/^\d{1,3}:[A-Za-z]{1,50}(,\d{1,3}:[A-Za-z]{1,50}){0,19}$/),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        field: z.string(),
        column: z.int(),
        letter: z.string(),
        heading: z.string(),
        /** Without marks: how it is remembered. */
        word: z.string(),
        /** As it is written first. */
        text: z.string(),
        rows: count,
        proposed: z.array(z.string()),
      }),
    ),
    /** More than are listed. */
    more: count,
  }),
});

/** Says what each column holds, remembers it for sheets with the same headings, and has all rows checked. */
export const recordMapping = command('intake.mapping.record', {
  input: z.object({
    batch: BatchId,
    version: z.int().min(1),
    sheet: z.int().min(0).max(50),
    kind: Kind,
    columns: z.array(MappedColumn).min(1).max(300),
    forAll: ForAll.default({}),
    words: Words.default({}),
    said: SaidInput.default({}),
  }),
  reply: z.object({ version: z.int() }),
});

/** Takes back what is remembered for the headings of this sheet, words included: it is proposed no more. */
export const withdrawMapping = command('intake.mapping.withdraw', {
  input: z.object({ batch: BatchId, sheet: z.int().min(0).max(50), kind: Kind }),
  reply: z.object({}),
});

const Trouble = z.object({
  code: z.string(),
  column: z.int().nullable(),
  /** A1 */
  at: z.string(),
  heading: z.string(),
  field: z.string().nullable(),
  /** What stands in the cell. */
  found: z.string(),
  /** The other row of two. */
  row: z.int().nullable(),
  /** Units of which a person has to say one. */
  choices: z.array(z.string()),
});
export type TroubleView = z.infer<typeof Trouble>;

const Difference = z.object({ field: z.string(), before: z.string(), after: z.string() });

/** The rows as they will be, whole pages of them, before anything is written. */
export const listRows = query('intake.row.list', {
  input: z.object({ batch: BatchId, outcome: z.enum(outcomes).optional(), ...paging }),
  reply: z.object({
    ...pageOf(
      z.object({
        row: z.int(),
        outcome: z.enum(outcomes),
        values: z.array(z.object({ field: z.string(), text: z.string() })),
        differences: z.array(Difference),
        troubles: z.array(Trouble),
        notices: z.array(z.object({ code: z.string(), field: z.string() })),
        target: z.string().nullable(),
        question: z
          .object({ field: z.string(), choices: z.array(z.object({ value: z.string(), label: z.string() })) })
          .nullable(),
      }),
    ).shape,
    /** All rows have been judged against each other; before that a page is judged by itself. */
    whole: z.boolean(),
  }),
});

/** What a person says to a question about a row: who is meant, that it is somebody new, or which unit. */
export const recordAnswer = command('intake.answer.record', {
  input: z.object({
    batch: BatchId,
    row: z.int().min(1).max(1_000_000),
    field: z.string().max(50),
    choice: z.string().max(50),
  }),
  reply: z.object({}),
});

/** Names of units in a sheet of organisations that do not come to one unit of today, each once, and what was said of it. */
export const listUnitNames = query('intake.unit-name.list', {
  input: z.object({ batch: BatchId }),
  reply: z.object({
    items: z.array(
      z.object({
        /** As it is written. */
        text: z.string(),
        /** The first row that writes it: an answer at this row holds for all of them. */
        row: z.int(),
        rows: count,
        choices: z.array(z.object({ value: UnitCode, label: z.string() })),
        chosen: UnitCode.nullable(),
      }),
    ),
  }),
});

/** Judges all rows again, with the answers and what has changed in the registry. */
export const checkBatch = command('intake.batch.check', {
  input: z.object({ batch: BatchId, version: z.int().min(1) }),
  reply: z.object({ version: z.int() }),
});

/** Takes the sheet over: all of it, or, said expressly, the rows without errors and questions. */
export const importBatch = command('intake.batch.import', {
  input: z.object({ batch: BatchId, version: z.int().min(1), part: z.boolean().default(false) }),
  reply: z.object({ version: z.int() }),
});

/** Takes a sheet back as a whole: what it made is struck, what it changed is as it was. */
export const withdrawBatch = command('intake.batch.withdraw', {
  input: z.object({ batch: BatchId, version: z.int().min(1), reason: line(500, 3) }),
  reply: z.object({ version: z.int() }),
});

/** Gives a sheet up that has not been taken over; what was read of it is wiped. */
export const closeBatch = command('intake.batch.close', {
  input: z.object({ batch: BatchId, version: z.int().min(1) }),
  reply: z.object({ version: z.int() }),
});

/** What stands against withdrawing: rows changed since, and rows others hang on. */
export const listBlockers = query('intake.blocker.list', {
  input: z.object({ batch: BatchId }),
  reply: z.object({
    items: z.array(
      z.object({
        row: z.int(),
        reason: z.enum(blockerReasons),
        target: z.string(),
        organisation: OrganisationId.nullable(),
        name: z.string(),
        year: z.int().nullable(),
        n: count,
      }),
    ),
    total: count,
  }),
});

const language = z.enum(['vi', 'en', 'th']).default('vi');

/** The same workbook with the wrong cells coloured, a note at each and a column that says it; a CSV gets the column. */
export const exportMarkedSheet = document('intake.marked-sheet.export', {
  input: z.object({ batch: BatchId, language }),
});

/** An empty sheet with the headings this kind of import knows best. */
export const exportTemplate = document('intake.template.export', {
  input: z.object({ kind: Kind, language, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
});
