import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, MemberId, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { LineVnd, SignedVnd, Vnd } from '#kernel/money.ts';
import { line, Sha256 } from '#kernel/text.ts';
import { basesOfUse } from './member-use.ts';
import { untracedReasons } from './patronage.ts';
import { fundKeys, surplusKinds } from './surplus.ts';
import { Party, ReportingYear } from './update.wire.ts';

export const SurplusId = idOf('SurplusId');
export type SurplusId = Branded<'SurplusId'>;

const asked = z.object({ organisation: OrganisationId, year: ReportingYear });
const Member = z.object({ id: MemberId, name: z.string().nullable() });

/** What members sold through the organisation in a calendar year, and what of it leads to nobody. */
export const listPatronage = query('books.patronage.list', {
  input: asked,
  reply: z.object({
    organisation: Party,
    year: z.int(),
    members: z.array(z.object({ member: Member, amountVnd: Vnd, shares: z.int() })),
    untraced: z.array(z.object({ reason: z.enum(untracedReasons), amountVnd: Vnd, shares: z.int() })),
    totalVnd: Vnd,
  }),
});

const Start = z.object({ bp: z.int().nullable(), verified: z.boolean(), source: z.string().nullable() });

const SharedLine = z.object({
  kind: z.enum(surplusKinds),
  name: z.string().nullable(),
  /** One we have words for; the name is as it was written. */
  fund: z.enum(fundKeys).nullable(),
  member: Member.nullable(),
  weightVnd: Vnd.nullable(),
  amountVnd: Vnd,
});

export const SurplusView = z.object({
  id: SurplusId,
  number: z.int(),
  profitVnd: Vnd,
  patronageBp: z.int(),
  /** By what the members' use was measured. */
  useBasis: z.enum(basesOfUse),
  decidedOn: Day,
  document: z.string(),
  by: z.string().nullable(),
  at: Instant,
  lines: z.array(SharedLine),
  reversal: z.object({ on: Day, document: z.string(), reason: z.string() }).nullable(),
});
export type SurplusView = z.infer<typeof SurplusView>;

/** What a sharing would rest on: the year's profit and tax, each member's patronage and capital, the rules; and the sharings recorded. */
export const getSurplus = query('books.surplus.get', {
  input: asked,
  reply: z.object({
    organisation: Party,
    year: z.int(),
    /** Before tax, by the books in short, both sides together; null while a line is blank. */
    profitVnd: SignedVnd.nullable(),
    taxVnd: SignedVnd.nullable(),
    capitalOn: Day,
    /** Use by statements of linkage beside use and labour as entered: a sharing rests on one of them. */
    weights: z.array(
      z.object({
        member: Member,
        linkageVnd: Vnd,
        useVnd: Vnd.nullable(),
        labourDayTenths: z.int().nullable(),
        labourVnd: Vnd.nullable(),
        capitalVnd: Vnd,
      }),
    ),
    untracedVnd: Vnd,
    rules: z.object({
      undividedLeastBp: z.int().nullable(),
      undividedVerified: z.boolean(),
      undividedSource: z.string().nullable(),
      patronageLeastBp: z.int().nullable(),
      patronageVerified: z.boolean(),
      patronageSource: z.string().nullable(),
      /** What a trial begins with. */
      starts: z.object({ development: Start, reserve: Start, patronage: Start }),
    }),
    /** Of profit, tax, weights and rules: who records says which basis was seen. */
    basisHash: Sha256,
    recorded: z.array(SurplusView),
    may: z.object({ record: z.boolean() }),
  }),
});
export type SurplusPage = z.infer<typeof getSurplus.reply>;

/** The sharing the general meeting decided on. It is counted anew from the basis seen, and never changed. */
export const recordSurplus = command('books.surplus.record', {
  input: z.object({
    id: SurplusId,
    organisation: OrganisationId,
    year: z.int().min(1990).max(2100),
    lossesVnd: LineVnd.default(0),
    funds: z
      .array(
        z.object({
          key: z.enum(fundKeys).optional(),
          name: line(100, 2),
          isUndivided: z.boolean(),
          shareBp: z.int().min(0).max(10_000),
        }),
      )
      .max(20),
    patronageBp: z.int().min(0).max(10_000),
    useBasis: z.enum(basesOfUse).default('linkage'),
    decidedOn: Day,
    document: line(200, 2),
    basisHash: Sha256,
  }),
  reply: z.object({ number: z.int() }),
});

/** Takes a sharing back by an entry of its own. */
export const withdrawSurplus = command('books.surplus.withdraw', {
  input: z.object({ surplus: SurplusId, reversedOn: Day, document: line(200, 2), reason: line(500, 3) }),
  reply: z.object({}),
});

/** The sharings recorded, those taken back among them, of one year or of all; with names, so that each is written down. */
export const exportSurplus = document('books.surplus.export', {
  input: z.object({
    organisation: OrganisationId,
    year: ReportingYear.optional(),
    format: z.enum(['xlsx', 'pdf']).default('xlsx'),
    /** Of the sheet; the paper is Vietnamese. */
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});
