import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, MemberId, OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { LineVnd, SignedVnd, Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line, prose } from '#kernel/text.ts';
import { capitalForms, capitalKinds, type CapitalActId as ActId } from './capital.ts';
import { ExcessRow } from './cap-excess.wire.ts';
import { capKinds } from './capital-cap.ts';
import { enteredCapitalKinds } from './capital-demand.ts';
import { standings } from './member.ts';
import { FormerStandingView } from './member.wire.ts';
import { languages, sheetFormats } from './organisation.wire.ts';

export const CapitalActId = idOf('CapitalActId');
export type CapitalActId = ActId;

/** A day, and optionally the book as it stood after an entry: what was known then. */
const moment = { on: Day.optional(), known: z.coerce.number().int().min(1).optional() };

const PersonName = z.string().nullable();
const amounts = { subscribedVnd: Vnd, paidVnd: Vnd };

export const CapitalRow = z.object({
  member: MemberId,
  /** Null when erased, or hidden from who asks. */
  name: PersonName,
  standing: z.enum(standings),
  foreign: z.boolean(),
  joinedOn: Day,
  leftOn: Day.nullable(),
  ...amounts,
  byForm: z.array(z.object({ form: z.enum(capitalForms), ...amounts })),
  /** Of charter capital, in hundredths of a per cent, rounded down. */
  shareBasisPoints: z.int(),
  lateVnd: Vnd,
  /** By when the oldest unpaid promise is to be paid. */
  dueOn: Day.nullable(),
  marks: z.array(z.enum(['above-cap', 'official-without-capital', 'left-with-capital'])),
});
export type CapitalRow = z.infer<typeof CapitalRow>;

/** A limit of the day: who stands above it, or that it is not checked because no source gives the number. */
export const CapRow = z.object({
  cap: z.enum(capKinds),
  basisPoints: z.int().nullable(),
  source: z.string().nullable(),
  verified: z.boolean(),
  /** What the highest member, or those together, hold; of one who stands above it the name is in the table. */
  partVnd: Vnd,
  partBasisPoints: z.int(),
  isAbove: z.boolean().nullable(),
});
export type CapRow = z.infer<typeof CapRow>;

export const capitalSights = ['full', 'masked', 'own'] as const;
export const capitalShows = ['all', 'late', 'marked'] as const;

/** Which members: the same of the table and of what is taken away of it. */
const shown = { search: line(100, 0).optional(), show: z.enum(capitalShows).default('all') };

/** The capital of an organisation at the end of a day: each member's, and the law's limits of that day. */
export const getCapital = query('registry.capital.get', {
  input: z.object({
    organisation: OrganisationId,
    ...moment,
    ...shown,
    sort: z.enum(['name', 'subscribed', '-subscribed', 'paid', '-paid', '-late']).default('-subscribed'),
    ...paging,
  }),
  reply: z.object({
    ...pageOf(CapitalRow).shape,
    organisation: z.object({ id: OrganisationId, name: z.string(), kind: z.string() }),
    on: Day,
    /** The number of the last entry in the book, whatever its day. */
    last: z.int(),
    sight: z.enum(capitalSights),
    ...amounts,
    lateVnd: Vnd,
    holders: z.int(),
    caps: z.array(CapRow),
    excesses: z.array(ExcessRow),
    /** Books of records of this organisation that were entered twice: shown with all their rows, counted nowhere. */
    closedBooks: z.array(z.object({ organisation: OrganisationId, name: z.string(), ...amounts, acts: z.int() })),
    payIn: z.object({ months: z.int().nullable(), source: z.string(), verified: z.boolean() }).nullable(),
    /** Where the yearly figures say another charter capital than the book on the last day of their year. */
    differences: z.array(z.object({ year: z.int(), on: Day, declaredVnd: Vnd, ledgerVnd: Vnd })),
    may: z.object({ record: z.boolean(), export: z.boolean() }),
  }),
});

export const CapitalActRow = z.object({
  id: CapitalActId,
  number: z.int(),
  kind: z.enum(capitalKinds),
  onDay: Day,
  document: z.string().nullable(),
  legalBasis: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: Instant,
  by: z.string().nullable(),
  /** The number of the act it takes back, and of the one that took it back. */
  reverses: z.int().nullable(),
  reversedBy: z.int().nullable(),
  subscribedVnd: SignedVnd,
  paidVnd: SignedVnd,
  /** The first lines; `lineCount` says how many there are. */
  lines: z.array(
    z.object({
      member: MemberId,
      name: PersonName,
      form: z.enum(capitalForms),
      subscribedVnd: SignedVnd,
      paidVnd: SignedVnd,
      valuationDocument: z.string().nullable(),
      endsMembership: z.boolean(),
    }),
  ),
  lineCount: z.int(),
  may: z.object({ correct: z.boolean() }),
});
export type CapitalActRow = z.infer<typeof CapitalActRow>;

/** The book: acts with their documents, the last entered first; of one member where asked. */
export const listCapital = query('registry.capital.list', {
  input: z.object({
    organisation: OrganisationId,
    member: MemberId.optional(),
    kind: z.enum(capitalKinds).optional(),
    ...paging,
  }),
  reply: z.object({
    ...pageOf(CapitalActRow).shape,
    /** This book was entered twice and counts nowhere: whose does. */
    closedFor: z.object({ organisation: OrganisationId, name: z.string() }).nullable(),
  }),
});

/** The whole book with its members and limits, for the form that shows what an act would do before it is saved. */
export const listCapitalLines = query('registry.capital-line.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    organisation: z.object({
      id: OrganisationId,
      name: z.string(),
      kind: z.string(),
      provenance: z.string(),
      status: z.string(),
      foundedOn: Day.nullable(),
    }),
    entries: z.array(
      z.object({
        number: z.int(),
        kind: z.enum(capitalKinds),
        onDay: Day,
        lines: z.array(
          z.object({
            member: MemberId,
            form: z.enum(capitalForms),
            subscribedVnd: SignedVnd,
            paidVnd: SignedVnd,
          }),
        ),
      }),
    ),
    members: z.array(
      z.object({
        id: MemberId,
        name: PersonName,
        standing: z.enum(standings),
        foreign: z.boolean(),
        former: z.array(FormerStandingView),
        joinedOn: Day,
        leftOn: Day.nullable(),
      }),
    ),
    caps: z.array(
      z.object({
        key: z.string(),
        from: Day,
        until: Day.nullable(),
        basisPoints: z.int().nullable(),
        source: z.string(),
        verified: z.boolean(),
      }),
    ),
  }),
});

/** Enters what happened to the capital: the kind of act says which of the amounts count and which way they go. */
export const recordCapital = command('registry.capital.record', {
  input: z.object({
    id: CapitalActId,
    organisation: OrganisationId,
    kind: z.enum(enteredCapitalKinds),
    onDay: Day,
    document: line(200).optional(),
    legalBasis: line(200).optional(),
    note: prose(1000).optional(),
    /** Of an act that law allows above a cap: why, and until when it is to be mended. */
    capReason: line(500, 3).optional(),
    capUntil: Day.optional(),
    /** Who gives all leaves the organisation on that day; inheritance and expulsion always end the membership. */
    endsMembership: z.boolean().default(false),
    lines: z
      .array(
        z.object({
          member: MemberId,
          /** Who is given it: of a transfer or an inheritance. */
          to: MemberId.optional(),
          form: z.enum(capitalForms).default('money'),
          subscribedVnd: LineVnd.default(0),
          paidVnd: LineVnd.default(0),
          valuationDocument: line(200).optional(),
        }),
      )
      .min(1)
      .max(5_000),
  }),
  reply: z.object({ number: z.int() }),
});

/** Takes a wrong act back by its mirror on the same day. Both stay in the book. */
export const correctCapital = command('registry.capital.correct', {
  input: z.object({ id: CapitalActId, act: CapitalActId, reason: line(500, 3) }),
  reply: z.object({ number: z.int() }),
});

/** The members' capital of a day, those asked for, or the whole book, as a sheet. */
export const exportCapital = document('registry.capital.export', {
  input: z.object({
    organisation: OrganisationId,
    ...moment,
    ...shown,
    what: z.enum(['members', 'acts']).default('members'),
    format: z.enum(sheetFormats).default('xlsx'),
    language: z.enum(languages).default('vi'),
  }),
});
