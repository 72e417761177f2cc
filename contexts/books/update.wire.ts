import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, Flag, query } from '#kernel/method.ts';
import { SignedVnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line, prose } from '#kernel/text.ts';
import { checkCodes } from './update-check.ts';
import { reportingKinds, updateFields, updateForms } from './update-field.ts';
import { listedStates, updateActs } from './update.ts';

export const UpdateId = idOf('UpdateId');
export type UpdateId = Branded<'UpdateId'>;
const RemarkId = idOf('RemarkId');
const ReminderId = idOf('ReminderId');
export type ReminderId = Branded<'ReminderId'>;

export const ReportingYear = z.coerce.number().int().min(1990).max(2100);
export const Party = z.object({ id: OrganisationId, name: z.string() });

/** Where a value comes from that nobody had to type. */
export const knownSources = [
  'member-register',
  'member-contributions',
  'capital-ledger',
  'yearly-books',
  'settlements',
  'contracts',
  'chains',
  'certificates',
  'disbursements',
] as const;
export type KnownSource = (typeof knownSources)[number];

export const KnownValue = z.object({
  field: z.enum(updateFields),
  value: SignedVnd,
  source: z.enum(knownSources),
  on: Day,
  /** It may still become another: the year has not ended, or the books are not closed. */
  provisional: z.boolean(),
});
export type KnownValue = z.infer<typeof KnownValue>;

const Entry = z.object({
  version: z.int(),
  value: SignedVnd.nullable(),
  way: z.enum(['typed', 'known']),
  source: z.enum(knownSources).nullable(),
  sourceOn: Day.nullable(),
  note: z.string().nullable(),
  /** Written before it could be final. */
  provisional: z.boolean(),
  /** Who wrote it, for those who work on it. */
  by: z.string().nullable(),
  at: Instant,
});
export const FieldEntryView = Entry.extend({ field: z.enum(updateFields) });
export type FieldEntryView = z.infer<typeof FieldEntryView>;

export const CheckView = z.object({
  code: z.enum(checkCodes),
  severity: z.enum(['blocks', 'warns']),
  fields: z.array(z.enum(updateFields)).readonly(),
  expected: SignedVnd.nullable(),
  found: SignedVnd.nullable(),
});

const Remark = z.object({ id: RemarkId, field: z.enum(updateFields).nullable(), text: z.string() });

export const UpdateView = z.object({
  id: UpdateId,
  state: z.enum(listedStates),
  edition: z.int(),
  version: z.int(),
  entries: z.array(FieldEntryView),
  /** Accepted while provisional, and the final accounts say otherwise. */
  differences: z.array(
    z.object({
      field: z.enum(updateFields),
      accepted: SignedVnd.nullable(),
      final: SignedVnd,
      source: z.enum(knownSources),
      on: Day,
    }),
  ),
  /** Those to be answered now: of the last return, until it is handed in again. */
  remarks: z.array(Remark),
  acts: z.array(
    z.object({
      kind: z.enum(updateActs),
      edition: z.int(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: Instant,
      /** What the officer remarked when it was returned. */
      remarks: z.array(Remark),
    }),
  ),
});
export type UpdateView = z.infer<typeof UpdateView>;

/** An organisation's update of a year as it stands, with what the register knows and what is to be looked at. */
export const getUpdate = query('books.update.get', {
  input: z.object({ organisation: OrganisationId, year: ReportingYear }),
  reply: z.object({
    organisation: Party.extend({ kind: z.enum(reportingKinds) }),
    year: z.int(),
    form: z.enum(updateForms),
    /** Nobody has read the circular's forms: fields and order are ours. */
    layoutVerified: z.literal(false),
    from: Day,
    until: Day,
    deadlineOn: Day.nullable(),
    update: UpdateView.nullable(),
    known: z.array(KnownValue),
    former: z.record(z.string(), SignedVnd),
    checks: z.array(CheckView),
    may: z.object({
      draft: z.boolean(),
      write: z.boolean(),
      submit: z.boolean(),
      answer: z.boolean(),
      correct: z.boolean(),
    }),
  }),
});
export type UpdatePage = z.infer<typeof getUpdate.reply>;

const filters = {
  year: ReportingYear.optional(),
  search: line(100, 0).optional(),
  kind: z.enum(reportingKinds).optional(),
  unit: UnitCode.optional(),
  state: z.enum(listedStates).optional(),
  /** Past the deadline and nothing handed in. */
  overdue: Flag.optional(),
};

export const UpdateRow = z.object({
  organisation: Party.extend({ kind: z.enum(reportingKinds) }),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  year: z.int(),
  state: z.enum(listedStates),
  edition: z.int().nullable(),
  changedAt: Instant.nullable(),
  /** Figures of the year stand in the register, by an update or from before there were any. */
  hasFigures: z.boolean(),
  overdueDays: z.int().nullable(),
  remindedOn: Day.nullable(),
});
export type UpdateRow = z.infer<typeof UpdateRow>;

/** The updates of a year, those nobody has begun among them, as far as the asker's place reaches. */
export const listUpdates = query('books.update.list', {
  input: z.object({
    ...filters,
    sort: z.enum(['name', '-name', 'unit', '-unit', 'state', '-state']).optional(),
    ...paging,
  }),
  reply: z.object({
    ...pageOf(UpdateRow).shape,
    year: z.int(),
    deadlineOn: Day.nullable(),
    counts: z.record(z.enum(listedStates), z.int()),
    overdue: z.int(),
    may: z.object({ remind: z.boolean() }),
  }),
});

export const exportUpdates = document('books.update.export', {
  input: z.object({
    ...filters,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});

/** Begins an organisation's update of a year, with what the register knows already filled in. */
export const draftUpdate = command('books.update.draft', {
  input: z.object({ id: UpdateId, organisation: OrganisationId, year: z.int().min(1990).max(2100) }),
  reply: z.object({ filled: z.int() }),
});

const step = { update: UpdateId, version: z.int().min(1) };

/** Fills what is still blank with what the register knows today. What somebody wrote stays. */
export const assembleUpdate = command('books.update.assemble', {
  input: z.object({ update: UpdateId }),
  reply: z.object({ filled: z.int() }),
});

/** One field by one person. Who saw an older version is refused and shown what stands there now. */
export const recordField = command('books.update-field.record', {
  input: z.object({
    update: UpdateId,
    field: z.enum(updateFields),
    seen: z.int().min(0),
    value: SignedVnd.nullable(),
    note: line(500).optional(),
  }),
  reply: z.object({ version: z.int() }),
});

/** Everything that was ever written in one field, newest first. */
export const listFieldEntries = query('books.update-field.list', {
  input: z.object({ update: UpdateId, field: z.enum(updateFields) }),
  reply: z.object({ items: z.array(Entry.extend({ edition: z.int() })) }),
});

export const submitUpdate = command('books.update.submit', { input: z.object(step), reply: z.object({}) });

/** Returned with remarks, on fields or on the whole. */
export const refuseUpdate = command('books.update.refuse', {
  input: z.object({
    ...step,
    remarks: z
      .array(z.object({ id: RemarkId, field: z.enum(updateFields).optional(), text: prose(1_000, 2) }))
      .min(1)
      .max(50),
  }),
  reply: z.object({}),
});

/** The officer takes it: the figures of the year are now these. */
export const acceptUpdate = command('books.update.accept', { input: z.object(step), reply: z.object({}) });

/** Opens an accepted update once more, with the reason; the former edition stays what counts until this one is accepted. */
export const correctUpdate = command('books.update.correct', {
  input: z.object({
    ...step,
    reason: prose(1_000, 3),
    /** With what is final now in the place of what was provisional; a person looks at it and hands it in. */
    takesFinal: z.boolean().default(false),
  }),
  reply: z.object({ edition: z.int() }),
});

/** Reminds an organisation of what it has not handed in; not twice within days. */
export const remindOrganisation = command('books.update.remind', {
  input: z.object({ id: ReminderId, organisation: OrganisationId, year: z.int().min(1990).max(2100) }),
  reply: z.object({}),
});

/** The update in the order of its form, for the file and for the seal. */
export const exportUpdate = document('books.update-sheet.export', {
  input: z.object({
    organisation: OrganisationId,
    year: ReportingYear,
    format: z.enum(['pdf', 'xlsx']).default('pdf'),
  }),
});
