import { consentRoutes } from './consent.routes.ts';
import { deskRoutes } from './desk.routes.ts';
import { creditNotifier } from './dossier.job.ts';
import { dossierRoutes, type EvidenceOf } from './dossier.routes.ts';
import { productRoutes, type FactsOf } from './product.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';

/** Credit judges and freezes what it is handed: whoever composes the house says where facts come from. */
export const makeCredit = ({ facts, evidence }: { readonly facts: FactsOf; readonly evidence: EvidenceOf }) => ({
  handlers: [...productRoutes(facts), ...dossierRoutes(evidence), ...consentRoutes, ...deskRoutes, ...waitingRoutes],
  subscribers: [creditNotifier],
});
