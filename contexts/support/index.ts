import { applicationRoutes } from './application.routes.ts';
import { supportNotifier } from './application.job.ts';
import { applyRoutes } from './apply.routes.ts';
import { decideRoutes } from './decide.routes.ts';
import { disbursementRoutes } from './disbursement.routes.ts';
import type { FactsOf } from './eligibility.decide.ts';
import { eligibilityRoutes } from './eligibility.routes.ts';
import { policyRoutes } from './policy.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';

/** Support decides on facts it is handed: whoever composes the house says where they come from. */
export const makeSupport = ({ facts }: { readonly facts: FactsOf }) => ({
  handlers: [
    ...policyRoutes,
    ...eligibilityRoutes(facts),
    ...applicationRoutes(facts),
    ...applyRoutes(facts),
    ...decideRoutes,
    ...disbursementRoutes,
    ...waitingRoutes,
  ],
  subscribers: [supportNotifier],
});
