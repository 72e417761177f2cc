import { notify } from '#platform/session/notify.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { loadAnswer } from './answer.store.ts';
import { loadConsent } from './consent.store.ts';
import type { AnswerId, ConsentId } from './dossier.ts';
import { loadDossier } from './dossier.store.ts';

/** The bank learns what was shown to it or taken back, the organisation what was answered. Nobody else learns anything. */
export const creditNotifier: Subscriber = {
  name: 'credit.notify',
  topics: ['credit.consent.given', 'credit.consent.withdrawn', 'credit.answer.recorded', 'credit.answer.replied'],
  work: async (db, { topic, payload }) => {
    const answer = payload['answer'] === undefined ? undefined : await loadAnswer(db, payload['answer'] as AnswerId);
    const consent = await loadConsent(db, answer?.consent_id ?? (payload['consent'] as ConsentId));
    const dossier = await loadDossier(db, consent.dossier_id);
    const toBank = topic !== 'credit.answer.recorded';
    await notify(db, {
      topic,
      params: { number: dossier.number, organisation: toBank ? dossier.organisation_name : consent.bank_name },
      ...(topic === 'credit.consent.withdrawn'
        ? {}
        : { link: toBank ? `/credit/desk/${dossier.id}` : `/credit/dossiers/${dossier.id}` }),
      to: toBank
        ? { organisation: consent.bank_id, role: 'bank-officer' }
        : { organisation: consent.organisation_id, role: 'organisation-manager' },
    });
  },
};
