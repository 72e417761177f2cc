import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { FileId, MemberId, OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { LineVnd, Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { troubleCodes } from './member-use.ts';
import { Party, ReportingYear } from './update.wire.ts';

const Member = z.object({ id: MemberId, name: z.string().nullable() });

/** Blank: not told; nought: there was none. */
const entered = {
  useVnd: LineVnd.nullable(),
  labourDayTenths: z.int().min(0).max(3_660).nullable(),
  labourVnd: LineVnd.nullable(),
};

const told = { source: z.string().nullable(), reason: z.string().nullable(), by: z.string().nullable() };

/** What was entered before it was corrected. */
const FormerUse = z.object({ ...entered, ...told, version: z.int(), at: Instant });

export const MemberUseRow = z.object({
  member: Member,
  /** By agreed statements of linkage. */
  linkageVnd: Vnd,
  ...entered,
  /** Nought where nothing was entered. */
  version: z.int(),
  ...told,
  at: Instant.nullable(),
  /** The last first. */
  earlier: z.array(FormerUse),
});
export type MemberUseRow = z.infer<typeof MemberUseRow>;

/** Of each who was a member in the year what statements tell and what was entered, side by side; never added. */
export const listMemberUse = query('books.member-use.list', {
  input: z.object({
    organisation: OrganisationId,
    year: ReportingYear,
    /** In the name, as far as who asks sees names. */
    search: line(100, 0).optional(),
    ...paging,
  }),
  reply: pageOf(MemberUseRow).extend({
    organisation: Party,
    year: z.int(),
    /** Of all members of the year, whatever is searched. */
    linkageVnd: Vnd,
    useVnd: Vnd,
    labourDayTenths: z.int(),
    labourVnd: Vnd,
    may: z.object({ record: z.boolean(), export: z.boolean() }),
  }),
});

/** Enters what members used and the labour they gave in a year; what was entered before is corrected with a reason. */
export const recordMemberUse = command('books.member-use.record', {
  input: z.object({
    organisation: OrganisationId,
    year: z.int().min(1990).max(2100),
    source: line(200, 2),
    reason: line(500, 3).optional(),
    lines: z
      .array(z.object({ member: MemberId, seen: z.int().min(0), ...entered }))
      .min(1)
      .max(5_000),
  }),
  reply: z.object({ recorded: z.int() }),
});

/** What a sheet would enter, and every cell that is wrong; nothing is written. */
export const previewMemberUse = query('books.member-use.preview', {
  input: z.object({ organisation: OrganisationId, year: ReportingYear, file: FileId }),
  reply: z.object({
    lines: z.array(z.object({ member: Member, seen: z.int(), ...entered, change: z.enum(['new', 'changed', 'same']) })),
    troubles: z.array(z.object({ at: z.string(), code: z.enum(troubleCodes), found: z.string() })),
  }),
});

/** The members of the year with what was entered, to be filled in and handed back. */
export const exportMemberUse = document('books.member-use.export', {
  input: z.object({
    organisation: OrganisationId,
    year: ReportingYear,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});
