import { handle } from '#platform/method/handle.ts';
import { mayChange, maySeeYearly } from './organisation.access.ts';
import { organisationFacts } from './organisation.store.ts';
import { yearsOf } from './yearly.store.ts';
import { listYearly } from './yearly.wire.ts';

export const yearlyRoutes = [
  handle(listYearly, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = { organisation: organisation.id, unit: organisation.unit_code };
    insist(maySeeYearly(actor, owned));
    return {
      items: await yearsOf(db, organisation.id),
      may: { update: organisation.provenance !== 'reported' && mayChange(actor, owned) },
    };
  }),
];
