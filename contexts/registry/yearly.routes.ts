import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayChange, maySeeYearly } from './organisation.access.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import { yearlyObstacles } from './yearly.ts';
import { saveYear, yearsOf, yearVersion } from './yearly.store.ts';
import { listYearly, recordYearly } from './yearly.wire.ts';

export const yearlyRoutes = [
  handle(listYearly, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = { organisation: organisation.id, unit: organisation.unit_code };
    insist(maySeeYearly(actor, owned));
    return {
      items: await yearsOf(db, organisation.id),
      may: { record: organisation.provenance !== 'reported' && mayChange(actor, owned) },
    };
  }),

  handle(recordYearly, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayChange(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    const obstacles = yearlyObstacles(input, {
      year: input.year,
      provenance: organisation.provenance,
      foundedOn: organisation.founded_on,
      expected: input.version,
      version: await yearVersion(db, organisation.id, input.year),
      reason: input.reason ?? null,
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.yearly.not-recordable', { obstacles });
    const version = await saveYear(db, input, actor.account!);
    await tell('registry.yearly.recorded', { organisation: organisation.id, year: input.year });
    return { version };
  }),
];
