import { randomBytes } from 'node:crypto';
import { contentHash } from '#kernel/canonical.ts';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { houseOf } from '#registry';
import { banksOf, mayListDossiers, mayOpenOwn, reachOf } from './credit.access.ts';
import { answersTo } from './answer.store.ts';
import { consentsOf, standingConsent } from './consent.store.ts';
import { codeFrom, type DossierId } from './dossier.ts';
import { dossierPdf } from './dossier.print.ts';
import * as store from './dossier.store.ts';
import { consentView, dossierRow, isIntact, standing } from './dossier.view.ts';
import {
  assembleDossier,
  getDossier,
  listDossiers,
  exportDossier,
  verifyDossier,
  type DossierContent,
} from './dossier.wire.ts';
import { loadOrganisation, managedBorrowers } from './product.store.ts';

/** Facts and the rows behind them, handed in by the composition root. */
export type EvidenceOf = (question: {
  readonly db: Db;
  readonly organisation: OrganisationId;
  readonly today: Day;
}) => Promise<Pick<DossierContent, 'facts' | 'accounts' | 'contracts'>>;

const listing = handle(listDossiers, async ({ input, actor, db, insist }) => {
  insist(mayListDossiers(actor));
  const { items, total } = await store.dossierPage(db, reachOf(actor), input);
  return {
    items: items.map(({ name, organisation_id, assembled_on, answered_on, ...dossier }) => ({
      ...dossier,
      organisation: { id: organisation_id, name },
      assembledOn: assembled_on,
      answeredOn: answered_on,
    })),
    total,
    may: { assemble: await managedBorrowers(db, actor) },
  };
});

/** Random, so that neither order nor count of anybody's dossiers can be read from it. */
const numberFor = (id: DossierId, today: Day): string =>
  `HS-${today.slice(0, 4)}-${id.replaceAll('-', '').slice(-8).toUpperCase()}`;

const assembling = (evidence: EvidenceOf) =>
  handle(assembleDossier, async ({ input, actor, db, insist, tell, today }) => {
    const organisation = await loadOrganisation(db, input.organisation);
    insist(mayOpenOwn(actor, organisation.id));
    if (organisation.provenance === 'reported')
      throw new Problem('conflict', 'credit.dossier.not-assemblable', { obstacles: ['organisation-read-only'] });
    const { id, name, tax_number: taxNumber } = organisation;
    const collected = await evidence({ db, organisation: id, today });
    const content: DossierContent = { organisation: { id, name, taxNumber }, asOf: today, ...collected };
    const hash = await contentHash(content);
    const number = numberFor(input.dossier, today);
    await store.insertDossier(db, {
      id: input.dossier,
      number,
      organisation: id,
      content,
      hash,
      code: codeFrom(randomBytes(20)),
      synthetic: organisation.provenance === 'synthetic',
      on: today,
      by: actor.account!,
    });
    await tell('credit.dossier.assembled', { dossier: input.dossier });
    return { number, contentHash: hash };
  });

const getting = handle(getDossier, async ({ input, actor, db, insist, today }) => {
  const dossier = await store.loadDossier(db, input.dossier);
  insist(mayOpenOwn(actor, dossier.organisation_id));
  const consents = await consentsOf(db, dossier.id);
  const shown = { looks: await store.looksAt(db, dossier.id), answers: await answersTo(db, dossier.id), today };
  const isShared = consents.some((consent) => standing(consent, today));
  return {
    ...dossierRow(dossier),
    content: dossier.content,
    contentHash: dossier.content_hash,
    intact: await isIntact(dossier.content, dossier.content_hash),
    code: dossier.code,
    synthetic: dossier.synthetic,
    consents: consents.map((consent) => consentView(consent, shown)),
    may: { share: !isShared && dossier.state !== 'accepted', withdraw: isShared },
  };
});

const printing = handle(exportDossier, async ({ input, actor, db, insist, origin, today }) => {
  const dossier = await store.loadDossier(db, input.dossier);
  const own = mayOpenOwn(actor, dossier.organisation_id);
  const consent = own ? undefined : await standingConsent(db, dossier.id, banksOf(actor), today);
  insist(own || consent !== undefined);
  if (consent !== undefined)
    await store.recordLook(db, { dossier: dossier.id, consent: consent.id, account: actor.account!, what: 'printed' });
  const body = await dossierPdf(dossier, origin, await houseOf(db));
  return { fileName: `${dossier.number}.pdf`, mediaType: 'application/pdf', body, inline: true };
});

const verifying = handle(verifyDossier, async ({ input, db, insist }) => {
  insist(true);
  const dossier = await store.dossierByCode(db, input.code);
  if (dossier === undefined) throw new Problem('not-found', 'credit.dossier.code-unknown');
  return {
    assembledOn: dossier.assembled_on,
    contentHash: dossier.content_hash,
    intact: await isIntact(dossier.content, dossier.content_hash),
    synthetic: dossier.synthetic,
  };
});

export const dossierRoutes = (evidence: EvidenceOf) => [listing, assembling(evidence), getting, printing, verifying];
