import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { LineVnd, SignedVnd, Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line, prose } from '#kernel/text.ts';
import { languages, sheetFormats } from './organisation.wire.ts';
import {
  enteredUndividedKinds,
  undividedAccounts,
  undividedKinds,
  undividedSources,
  type UndividedEntryId as Id,
} from './undivided.ts';

export const UndividedEntryId = idOf('UndividedEntryId');
export type UndividedEntryId = Id;

const UndividedLineView = z.object({
  account: z.enum(undividedAccounts),
  source: z.enum(undividedSources),
  pledgeBarred: z.boolean(),
  amountVnd: SignedVnd,
});
export type UndividedLineView = z.infer<typeof UndividedLineView>;

const moment = { on: Day.optional(), known: z.coerce.number().int().min(1).optional() };

/** The common undivided fund and assets at the end of a day, by source of formation. */
export const getUndivided = query('registry.undivided.get', {
  input: z.object({ organisation: OrganisationId, ...moment }),
  reply: z.object({
    organisation: z.object({ id: OrganisationId, name: z.string(), kind: z.string() }),
    on: Day,
    items: z.array(UndividedLineView),
    fundVnd: SignedVnd,
    assetsVnd: SignedVnd,
    /** Of the fund, what nobody has forbidden to pledge. */
    pledgeableVnd: SignedVnd,
    /** The least part of surplus the law wants set aside, in hundredths of a per cent. */
    leastRate: z.object({ basisPoints: z.int().nullable(), source: z.string(), verified: z.boolean() }).nullable(),
    /** Where the yearly figures tell other assets than this book, from its first entry on. */
    differences: z.array(z.object({ year: z.int(), on: Day, declaredVnd: Vnd, ledgerVnd: SignedVnd })),
    may: z.object({ record: z.boolean(), export: z.boolean() }),
  }),
});

export const UndividedRow = z.object({
  id: UndividedEntryId,
  number: z.int(),
  kind: z.enum(undividedKinds),
  onDay: Day,
  document: z.string().nullable(),
  legalBasis: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: Instant,
  reverses: z.int().nullable(),
  reversedBy: z.int().nullable(),
  lines: z.array(UndividedLineView),
  may: z.object({ correct: z.boolean() }),
});
export type UndividedRow = z.infer<typeof UndividedRow>;

/** The entries, the last one first. */
export const listUndivided = query('registry.undivided.list', {
  input: z.object({ organisation: OrganisationId, ...paging }),
  reply: pageOf(UndividedRow),
});

export const recordUndivided = command('registry.undivided.record', {
  input: z.object({
    id: UndividedEntryId,
    organisation: OrganisationId,
    kind: z.enum(enteredUndividedKinds),
    onDay: Day,
    account: z.enum(undividedAccounts).default('fund'),
    source: z.enum(undividedSources),
    /** Who gave it forbade to pledge it. */
    pledgeBarred: z.boolean().default(false),
    amountVnd: LineVnd,
    document: line(200).optional(),
    legalBasis: line(200).optional(),
    note: prose(1000).optional(),
  }),
  reply: z.object({ number: z.int() }),
});

/** Takes a wrong entry back by its mirror on the same day. */
export const correctUndivided = command('registry.undivided.correct', {
  input: z.object({ id: UndividedEntryId, entry: UndividedEntryId, reason: line(500, 3) }),
  reply: z.object({ number: z.int() }),
});

export const exportUndivided = document('registry.undivided.export', {
  input: z.object({
    organisation: OrganisationId,
    format: z.enum(sheetFormats).default('xlsx'),
    language: z.enum(languages).default('vi'),
  }),
});
