import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { evidenceStrengths, pairDecisions, pairEntryKinds, PairId, pairStates, subjects } from './pair.ts';

const MergerId = z.uuid();

/** One of two records, as a list names it. */
export const PairSide = z.object({
  id: z.uuid(),
  /** null for who may not see names. */
  name: z.string().nullable(),
  organisation: z.object({ id: OrganisationId, name: z.string() }).nullable(),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
  provenance: z.enum(['entered', 'synthetic', 'reported']),
});
export type PairSide = z.infer<typeof PairSide>;

export const PairRow = z.object({
  id: PairId,
  subject: z.enum(subjects),
  state: z.enum(pairStates),
  likelihood: z.number(),
  clauses: z.array(z.string()),
  /** The facts of one side changed since it was decided. */
  reopened: z.boolean(),
  first: PairSide,
  second: PairSide,
});
export type PairRow = z.infer<typeof PairRow>;

const pairFilters = {
  /** Without it those the asker looks after: of organisations, or of members where he only runs one. */
  subject: z.enum(subjects).optional(),
  clause: line(200).optional(),
  unit: UnitCode.optional(),
  /** In hundredths. */
  least: z.coerce.number().int().min(0).max(100).optional(),
  /** Only pairs of which this record is one. */
  record: z.uuid().optional(),
};

/** Pairs that may be one, the likeliest first; each reader those of which he may see both. */
export const listPairs = query('duplicates.pair.list', {
  input: z.object({ ...pairFilters, state: z.enum(pairStates).default('open'), ...paging }),
  reply: z.object({
    ...pageOf(PairRow).shape,
    subject: z.enum(subjects),
    searchedAt: Instant.nullable(),
    may: z.object({ run: z.boolean(), readRuns: z.boolean() }),
  }),
});

export const pairSets = ['pairs', 'decisions'] as const;
/** The pairs of such a list, whatever became of them unless a state is asked for; or everything that was decided of them. */
export const exportPairs = document('duplicates.pair.export', {
  input: z.object({
    what: z.enum(pairSets).default('pairs'),
    ...pairFilters,
    state: z.enum(pairStates).optional(),
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});

export const comparedFields = [
  'name',
  'tax-number',
  'registration-number',
  'kind',
  'director',
  'sex',
  'age',
  'national-id',
  'phone',
  'place',
  'founding-day',
  'organisation',
  'standing',
  'joined-on',
  'capital',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export const ComparedRow = z.object({
  field: z.enum(comparedFields),
  /** How the two agree; null where one is blank or the field tells nobody apart. */
  level: z.string().nullable(),
  strength: z.enum(evidenceStrengths).nullable(),
  bits: z.number().nullable(),
  /** What stands in the records; null where blank, or hidden from who asks. */
  first: z.string().nullable(),
  second: z.string().nullable(),
});
export type ComparedRow = z.infer<typeof ComparedRow>;

export const hangingKinds = [
  'members',
  'years',
  'certificates',
  'acts',
  'capitalActs',
  'contracts',
  'chains',
  'plots',
  'seasons',
  'lots',
  'applications',
  'roles',
  'capitalLines',
  'entries',
  'accounts',
] as const;
export type HangingKind = (typeof hangingKinds)[number];

export const getPair = query('duplicates.pair.get', {
  input: z.object({ pair: PairId }),
  reply: PairRow.extend({
    sight: z.enum(['full', 'masked']),
    rows: z.array(ComparedRow),
    hanging: z.array(z.object({ what: z.enum(hangingKinds), first: z.int(), second: z.int() })),
    /** The facts have changed since the two were last compared. */
    changed: z.boolean(),
    /** Why neither, or only one, can be kept. */
    obstacles: z.object({
      keepFirst: z.array(z.string()),
      keepSecond: z.array(z.string()),
      /** Once the book of capital of the other is closed as entered twice. */
      closingSecond: z.array(z.string()),
      closingFirst: z.array(z.string()),
      two: z.array(z.string()),
      onePerson: z.array(z.string()),
    }),
    merger: z.object({ id: MergerId, survivor: z.uuid() }).nullable(),
    entries: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(pairEntryKinds),
        reason: z.string().nullable(),
        at: Instant,
        by: z.string().nullable(),
      }),
    ),
    may: z.object({ decide: z.boolean() }),
  }),
});
export type PairView = z.infer<(typeof getPair)['reply']>;

/** The other record is from now on shown as the survivor. Nothing is overwritten; it can be undone. */
export const mergePair = command('duplicates.pair.merge', {
  input: z.object({
    pair: PairId,
    merger: MergerId,
    survivor: z.uuid(),
    /** Both have a book of capital: the survivor's is the true one, the other was entered twice and counts nowhere. */
    closesBook: z.boolean().default(false),
    reason: line(500, 3),
  }),
  reply: z.object({}),
});

/** They are two; or one person who is lawfully a member of both organisations. */
export const decidePair = command('duplicates.pair.decide', {
  input: z.object({ pair: PairId, decision: z.enum(pairDecisions), reason: line(500, 3) }),
  reply: z.object({}),
});

/** Takes such a decision back: the pair is open again. */
export const withdrawDecision = command('duplicates.decision.withdraw', {
  input: z.object({ pair: PairId, reason: line(500, 3) }),
  reply: z.object({}),
});

/** Under which other records this one was entered, and which persons' other memberships it was found to be. */
export const listMergers = query('duplicates.merger.list', {
  input: z.object({ subject: z.enum(subjects), record: z.uuid() }),
  reply: z.object({
    /** What the record is shown as; itself where it was not merged. */
    standsAs: z.object({ id: z.uuid(), name: z.string().nullable() }),
    items: z.array(
      z.object({
        id: MergerId,
        merged: z.object({ id: z.uuid(), name: z.string().nullable() }),
        reason: z.string().nullable(),
        at: Instant,
        /** Its book of capital was entered twice: shown, and counted nowhere. */
        closesBook: z.boolean(),
        pair: PairId.nullable(),
        may: z.object({ undo: z.boolean() }),
      }),
    ),
    /** The same person in another organisation, for who may see both. */
    samePerson: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), organisation: z.string() })),
    /** Pairs with this record that wait for a decision of who asks. */
    open: z.int(),
  }),
});

/** Undoes a merger: both records stand for themselves again, as they were. */
export const withdrawMerger = command('duplicates.merger.withdraw', {
  input: z.object({ merger: MergerId, reason: line(500, 3) }),
  reply: z.object({}),
});
