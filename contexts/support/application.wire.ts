import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { Fact, FactChange, Judgement, outcomes, Trilingual } from '#kernel/fact.ts';
import { CommodityId, OrganisationId } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { AreaM2 } from '#kernel/quantity.ts';
import { prose, Sha256 } from '#kernel/text.ts';
import { actingAs, actKinds, ApplicationId, applicationStates, decisions, opinions } from './application.ts';
import { DisbursementId, disbursementStates } from './disbursement.ts';
import { GrantedPart } from './eligibility.wire.ts';
import { MeasureId, PolicyId } from './policy.ts';
import { PartRow } from './policy.wire.ts';

const Party = z.object({ id: OrganisationId, name: z.string() });
const nothing = z.object({});
const ClauseCodes = z.array(z.string().max(100)).max(50).default([]);

const ApplicationRow = z.object({
  id: ApplicationId,
  number: z.string().nullable(),
  organisation: Party,
  unitName: z.string().nullable(),
  measure: z.object({ id: MeasureId, code: z.string(), name: Trilingual }),
  state: z.enum(applicationStates),
  submittedOn: Day.nullable(),
  decidedOn: Day.nullable(),
  amountVnd: z.int().nullable(),
  outcome: z.enum(outcomes).nullable(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

export const listApplications = query('support.application.list', {
  input: z.object({
    state: z.enum(applicationStates).optional(),
    measure: MeasureId.optional(),
    organisation: OrganisationId.optional(),
    waiting: Flag.optional(),
    sort: z.enum(['submitted', '-submitted', 'organisation', '-organisation', 'amount', '-amount']).optional(),
    ...paging,
  }),
  reply: pageOf(ApplicationRow),
});

const VersionView = z.object({
  version: z.int(),
  submittedAt: Instant,
  areaM2: z.int(),
  commodity: CommodityId.nullable(),
  plan: z.string(),
  outcome: z.enum(outcomes),
  factsHash: Sha256,
});

const ActView = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(actKinds),
  remarks: z.string(),
  clauses: z.array(z.string()),
  actedAs: z.enum(actingAs),
  by: z.string().nullable(),
  at: Instant,
});

export const DisbursementView = z.object({
  id: DisbursementId,
  part: z.string(),
  kind: z.enum(['money', 'in-kind']),
  count: z.int().nullable(),
  amountVnd: z.int(),
  givenOn: Day,
  reference: z.string(),
  note: z.string(),
  state: z.enum(disbursementStates),
  recordedAs: z.enum(['commune-officer', 'provincial-officer', 'fund']),
  recordedOn: Day,
  confirmedOn: Day.nullable(),
  dispute: z.string().nullable(),
  settledNote: z.string().nullable(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
});
export type DisbursementView = z.infer<typeof DisbursementView>;

/** What was decided on: the facts of the last submission, and whether running the rules again says the same. */
const SnapshotView = z.object({
  version: z.int(),
  asOf: Day,
  facts: z.array(Fact),
  factsHash: Sha256,
  tableVersion: z.int(),
  judgement: Judgement,
  grant: z.array(GrantedPart).nullable(),
  reproduced: z.object({ hash: z.boolean(), outcome: z.boolean() }),
});

export const getApplication = query('support.application.get', {
  input: z.object({ application: ApplicationId }),
  reply: ApplicationRow.extend({
    version: z.int(),
    policy: z.object({ id: PolicyId, number: z.string(), verified: z.boolean() }),
    fund: Party.nullable(),
    areaM2: z.int().nullable(),
    commodity: z.object({ id: CommodityId, name: Trilingual }).nullable(),
    plan: z.string(),
    parts: z.array(PartRow),
    versions: z.array(VersionView),
    acts: z.array(ActView),
    snapshot: SnapshotView.nullable(),
    granted: z.array(GrantedPart),
    disbursements: z.array(DisbursementView),
    budget: z.object({ budgetVnd: z.int(), approvedVnd: z.int() }).nullable(),
    closedOn: Day.nullable(),
    synthetic: z.boolean(),
    may: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      examine: z.boolean(),
      decide: z.boolean(),
      handOver: z.boolean(),
      close: z.boolean(),
    }),
  }),
});

/** What the facts say today that they did not say when they were frozen. */
export const compareFacts = query('support.application.compare', {
  input: z.object({ application: ApplicationId }),
  reply: z.object({ version: z.int(), frozenOn: Day, asOf: Day, changes: z.array(FactChange) }),
});

/** Begins a draft, or changes one that was begun or returned. */
export const saveApplication = command('support.application.save', {
  input: z.object({
    application: ApplicationId,
    organisation: OrganisationId,
    measure: MeasureId,
    areaM2: AreaM2.optional(),
    commodity: CommodityId.optional(),
    plan: prose(4_000).default(''),
  }),
  reply: nothing,
});

/** Hands it in: the facts are frozen as they stand now, the rules say what they say, and both are kept. */
export const submitApplication = command('support.application.submit', {
  input: z.object({ application: ApplicationId }),
  reply: z.object({
    number: z.string(),
    version: z.int(),
    outcome: z.enum(outcomes),
    factsHash: Sha256,
  }),
});

export const withdrawApplication = command('support.application.withdraw', {
  input: z.object({ application: ApplicationId, remarks: prose(4_000).default('') }),
  reply: nothing,
});

/** First level: the commune officer recommends, advises against, or returns for more. */
export const examineApplication = command('support.application.examine', {
  input: z
    .object({
      application: ApplicationId,
      seenVersion: z.int().min(1),
      opinion: z.enum(opinions),
      remarks: prose(4_000).default(''),
      clauses: ClauseCodes,
    })
    .refine(({ opinion, remarks }) => opinion === 'recommended' || remarks !== '', {
      path: ['remarks'],
      message: 'support.remarks.missing',
    }),
  reply: nothing,
});

/** Second level: the province approves part by part, refuses with reasons, or returns. */
export const decideApplication = command('support.application.decide', {
  input: z
    .object({
      application: ApplicationId,
      seenVersion: z.int().min(1),
      decision: z.enum(decisions),
      remarks: prose(4_000).default(''),
      clauses: ClauseCodes,
      parts: z
        .array(z.object({ part: z.string().max(100), count: z.int().min(1).optional(), amountVnd: Vnd }))
        .max(20)
        .default([]),
    })
    .refine(({ decision, remarks }) => decision === 'approved' || remarks !== '', {
      path: ['remarks'],
      message: 'support.remarks.missing',
    })
    .refine(({ parts }) => new Set(parts.map(({ part }) => part)).size === parts.length, {
      path: ['parts'],
      message: 'support.parts.twice',
    }),
  reply: nothing,
});

/** Ends it where not all that was approved was taken up; what came in full ends by itself. */
export const closeApplication = command('support.application.close', {
  input: z.object({ application: ApplicationId, remarks: prose(4_000, 1) }),
  reply: nothing,
});
