import { addMonths } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayOpenOwn } from './credit.access.ts';
import * as store from './consent.store.ts';
import { sharingObstacles } from './dossier.ts';
import { changeDossier, dossierForChange } from './dossier.store.ts';
import { standing } from './dossier.view.ts';
import { giveConsent, withdrawConsent } from './consent.wire.ts';
import { findProduct } from './product.store.ts';

/** Nobody lets a bank look longer than a year at once. */
const mostMonths = 12;

const giving = handle(giveConsent, async ({ input, actor, db, insist, tell, today }) => {
  const dossier = await dossierForChange(db, input.dossier);
  insist(mayOpenOwn(actor, dossier.organisation_id));
  const product = await findProduct(db, input.product);
  if (product === undefined) throw new Problem('unprocessable', 'credit.product.unknown');
  const open = (await store.consentsOf(db, dossier.id)).find(({ ended_at }) => ended_at === null);
  const obstacles = sharingObstacles({
    state: dossier.state,
    hasConsent: open !== undefined && standing(open, today),
    untilDay: input.until,
    mostUntil: addMonths(today, mostMonths),
    today,
    amountVnd: input.amountVnd,
    months: input.months,
    terms: {
      leastVnd: product.least_vnd,
      mostVnd: product.most_vnd,
      leastMonths: product.least_months,
      mostMonths: product.most_months,
      endedOn: product.ended_on,
    },
  });
  if (obstacles.length > 0) throw new Problem('conflict', 'credit.consent.not-givable', { obstacles });
  if (open !== undefined) await store.endConsent(db, open.id, 'expired');
  await store.insertConsent(db, {
    id: input.consent,
    dossier: dossier.id,
    organisation: dossier.organisation_id,
    bank: product.bank_id,
    product: product.id,
    version: product.version,
    purpose: input.purpose,
    amountVnd: input.amountVnd,
    months: input.months,
    until: input.until,
    by: actor.account!,
    on: today,
  });
  await changeDossier(db, dossier.id, { state: 'shared' });
  await tell('credit.consent.given', { consent: input.consent, dossier: dossier.id });
  return {};
});

const withdrawing = handle(withdrawConsent, async ({ input, actor, db, insist, tell }) => {
  const { dossier_id } = await store.loadConsent(db, input.consent);
  const dossier = await dossierForChange(db, dossier_id);
  insist(mayOpenOwn(actor, dossier.organisation_id));
  const consent = await store.loadConsent(db, input.consent);
  if (consent.ended_at !== null)
    throw new Problem('conflict', 'credit.consent.not-withdrawable', { obstacles: ['already-ended'] });
  await store.endConsent(db, consent.id, 'withdrawn');
  if (dossier.state === 'shared') await changeDossier(db, dossier.id, { state: 'assembled' });
  await tell('credit.consent.withdrawn', { consent: consent.id, dossier: dossier.id });
  return {};
});

export const consentRoutes = [giving, withdrawing];
