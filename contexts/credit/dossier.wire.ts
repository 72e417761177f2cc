import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { Fact, Trilingual } from '#kernel/fact.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Sha256 } from '#kernel/text.ts';
import { AnswerView } from './answer.wire.ts';
import { ConsentId, DossierCodePattern, DossierId, dossierStates, lookKinds } from './dossier.ts';
import { ProductId } from './product.ts';

const Party = z.object({ id: OrganisationId, name: z.string() });

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
export const exportDossier = document('credit.dossier.export', { input: z.object({ dossier: DossierId }) });

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
