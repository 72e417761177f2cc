import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { SignedLineVnd, SignedVnd } from '#kernel/money.ts';
import { line } from '#kernel/text.ts';
import { accountLines, identities } from './year-book.ts';
import { Party, ReportingYear } from './update.wire.ts';

const Amounts = z.object({
  line: z.enum(accountLines),
  externalVnd: SignedVnd.nullable(),
  internalVnd: SignedVnd.nullable(),
  totalVnd: SignedVnd.nullable(),
});

const EnteredAmounts = z.object({
  line: z.enum(accountLines),
  externalVnd: SignedLineVnd.nullable(),
  internalVnd: SignedLineVnd.nullable(),
  totalVnd: SignedLineVnd.nullable(),
});

export const YearBook = z.object({
  year: z.int(),
  version: z.int(),
  /** As of which day they stand while they are not closed; null: the final accounts. */
  asOn: Day.nullable(),
  source: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: Instant,
  lines: z.array(Amounts),
  /** `holds` null: a line of it is blank, so nobody can say. */
  identities: z.array(
    z.object({
      identity: z.enum(identities),
      holds: z.boolean().nullable(),
      expected: SignedVnd.nullable(),
      found: SignedVnd.nullable(),
    }),
  ),
});
export type YearBook = z.infer<typeof YearBook>;

/** The books in short of every year there are any of, newest first. */
export const listYearBooks = query('books.year-book.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    organisation: Party,
    items: z.array(YearBook),
    may: z.object({ record: z.boolean() }),
  }),
});

/** A year's books in short, or their correction with its reason. A line left out is blank, not nought. */
export const recordYearBook = command('books.year-book.record', {
  input: z.object({
    organisation: OrganisationId,
    /** The calendar year the books are of. */
    year: z.int().min(1990).max(2100),
    seen: z.int().min(0),
    lines: z
      .array(EnteredAmounts)
      .max(accountLines.length)
      .refine((lines) => new Set(lines.map((one) => one.line)).size === lines.length, 'books.year-book.line-twice'),
    /** Before the year is closed: as of which day. Left out: the final accounts. */
    asOn: Day.optional(),
    source: line(200, 2),
    reason: line(500, 3).optional(),
  }),
  reply: z.object({ version: z.int() }),
});

/** The books in short as a sheet or on paper, of one year or of all there are. */
export const exportYearBooks = document('books.year-book.export', {
  input: z.object({
    organisation: OrganisationId,
    year: ReportingYear.optional(),
    format: z.enum(['xlsx', 'pdf']).default('xlsx'),
    /** Of the sheet; the paper is Vietnamese. */
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});
