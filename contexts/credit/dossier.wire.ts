import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { Fact, Judgement, Trilingual } from '#kernel/fact.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line, prose, Sha256 } from '#kernel/text.ts';
import {
  AnswerId,
  answerKinds,
  ConsentId,
  DossierCodePattern,
  DossierId,
  dossierStates,
  lookKinds,
  replies,
} from './dossier.ts';
import { ProductId } from './product.ts';

const Party = z.object({ id: OrganisationId, name: z.string() });
const nothing = z.object({});

/** The frozen contents: facts with their sources, and the rows behind the figures a bank asks about first. */
export const DossierContent = z.object({
  organisation: z.object({ id: OrganisationId, name: z.string(), taxNumber: z.string().nullable() }),
  asOf: Day,
  facts: z.array(Fact),
  accounts: z.array(
    z.object({ year: z.int(), revenueVnd: z.int().nullable(), profitVnd: z.int().nullable(), source: z.string() }),
  ),
  contracts: z.array(
    z.object({
      number: z.string(),
      from: Day,
      until: Day,
      /** fixed, or a floor below which the price cannot fall: both are firm. */
      priceKind: z.string(),
      committedVnd: z.int(),
    }),
  ),
});
export type DossierContent = z.infer<typeof DossierContent>;

/** That a dossier exists, and how far it is. Never which bank. */
const DossierRow = z.object({
  id: DossierId,
  number: z.string(),
  organisation: Party,
  state: z.enum(dossierStates),
  assembledOn: Day,
  answeredOn: Day.nullable(),
});
export type DossierRow = z.infer<typeof DossierRow>;

export const listDossiers = query('credit.dossier.list', {
  input: z.object({
    organisation: OrganisationId.optional(),
    sort: z.enum(['assembled', '-assembled', 'organisation', '-organisation']).optional(),
    ...paging,
  }),
  reply: pageOf(DossierRow).extend({ may: z.object({ assemble: z.array(Party) }) }),
});

/** Freezes the facts of today into a dossier. */
export const assembleDossier = command('credit.dossier.assemble', {
  input: z.object({ dossier: DossierId, organisation: OrganisationId }),
  reply: z.object({ number: z.string(), contentHash: Sha256 }),
});

export const InstalmentRow = z.object({
  number: z.int(),
  dueOn: Day,
  days: z.int(),
  payment: z.int(),
  interest: z.int(),
  principal: z.int(),
  balance: z.int(),
});

export const AnswerView = z.object({
  id: AnswerId,
  kind: z.enum(answerKinds),
  amountVnd: z.int().nullable(),
  rateBp: z.int().nullable(),
  months: z.int().nullable(),
  paidOutOn: Day.nullable(),
  validUntil: Day.nullable(),
  remarks: z.string(),
  clauses: z.array(z.string()),
  answeredOn: Day,
  reply: z.enum(replies).nullable(),
  replyNote: z.string().nullable(),
  repliedOn: Day.nullable(),
  schedule: z.array(InstalmentRow),
  may: z.object({ reply: z.boolean() }),
});
export type AnswerView = z.infer<typeof AnswerView>;

const ConsentView = z.object({
  id: ConsentId,
  bank: Party,
  product: z.object({ id: ProductId, name: Trilingual }),
  purpose: z.string(),
  wantedVnd: z.int(),
  wantedMonths: z.int(),
  until: Day,
  givenOn: Day,
  state: z.enum(['standing', 'withdrawn', 'expired']),
  looks: z.array(z.object({ id: z.uuid(), what: z.enum(lookKinds), at: Instant })),
  answers: z.array(AnswerView),
});
export type ConsentView = z.infer<typeof ConsentView>;

/** The organisation's own view: contents, whom it was shown, who looked, what was answered. */
export const getDossier = query('credit.dossier.get', {
  input: z.object({ dossier: DossierId }),
  reply: DossierRow.extend({
    content: DossierContent,
    contentHash: Sha256,
    intact: z.boolean(),
    code: z.string(),
    synthetic: z.boolean(),
    consents: z.array(ConsentView),
    may: z.object({ share: z.boolean(), withdraw: z.boolean() }),
  }),
});

/** On paper, with where each figure comes from and a code to check it by. A bank's print is logged as a look. */
export const printDossier = document('credit.dossier.print', { input: z.object({ dossier: DossierId }) });

/** For whoever holds the paper: is this the content that was frozen? State and hash, no parties. */
export const verifyDossier = query('credit.dossier.verify', {
  input: z.object({
    code: z
      .string()
      .max(40)
      .transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase())
      .pipe(z.string().regex(DossierCodePattern, 'credit.code.wrong')),
  }),
  reply: z.object({ assembledOn: Day, contentHash: Sha256, intact: z.boolean(), synthetic: z.boolean() }),
});

/** Lets one bank see it, for a purpose, until a day. */
export const giveConsent = command('credit.consent.give', {
  input: z.object({
    consent: ConsentId,
    dossier: DossierId,
    // Which product names the bank: it stays out of the audit as personal data does.
    product: ProductId.meta({ personal: true }),
    purpose: line(500),
    amountVnd: Vnd.min(1),
    months: z.int().min(1).max(360),
    until: Day,
  }),
  reply: nothing,
});

/** From this moment on the bank no longer sees it. */
export const withdrawConsent = command('credit.consent.withdraw', {
  input: z.object({ consent: ConsentId }),
  reply: nothing,
});

const DeskRow = z.object({
  consent: ConsentId,
  dossier: DossierId,
  number: z.string(),
  bank: Party,
  organisation: Party,
  product: z.object({ id: ProductId, name: Trilingual }),
  purpose: z.string(),
  wantedVnd: z.int(),
  wantedMonths: z.int(),
  givenOn: Day,
  until: Day,
  lastLookAt: Instant.nullable(),
  lastAnswer: z.enum(answerKinds).nullable(),
  reply: z.enum(replies).nullable(),
});
export type DeskRow = z.infer<typeof DeskRow>;

/** What the bank's desk may see: dossiers shared with this bank whose consent stands. */
export const listDesk = query('credit.desk.list', {
  input: z.object({
    waiting: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional(),
    ...paging,
  }),
  reply: pageOf(DeskRow),
});

/** Opens a dossier; the look is written down and the organisation sees it. */
export const openDossier = command('credit.desk.open', {
  input: z.object({ dossier: DossierId }),
  reply: DeskRow.extend({
    content: DossierContent,
    contentHash: Sha256,
    intact: z.boolean(),
    synthetic: z.boolean(),
    /** The bank's own conditions over the frozen facts. */
    judgement: Judgement,
    answers: z.array(AnswerView),
    may: z.object({ answer: z.boolean() }),
  }),
});

/** An offer, a refusal with its reasons, or which papers are still wanted. */
export const recordAnswer = command('credit.answer.record', {
  input: z.object({
    answer: AnswerId,
    dossier: DossierId,
    kind: z.enum(answerKinds),
    amountVnd: Vnd.min(1).optional(),
    rateBp: z.int().min(0).max(3_000).optional(),
    months: z.int().min(1).max(360).optional(),
    paidOutOn: Day.optional(),
    validUntil: Day.optional(),
    remarks: prose(4_000).default(''),
    clauses: z.array(z.string().max(100)).max(50).default([]),
  }),
  reply: nothing,
});

export const replyToAnswer = command('credit.answer.reply', {
  input: z.object({ answer: AnswerId, reply: z.enum(replies), note: prose(1_000).default('') }),
  reply: nothing,
});
