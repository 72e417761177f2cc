import { handle } from '#platform/method/handle.ts';
import { loadOrganisation } from './application.store.ts';
import { decide, type FactsOf } from './eligibility.decide.ts';
import { checkEligibility } from './eligibility.wire.ts';
import { loadMeasure } from './policy.store.ts';
import { mayApply, mayCheck } from './support.access.ts';

export const eligibilityRoutes = (facts: FactsOf) => [
  handle(checkEligibility, async ({ input, actor, db, insist, today }) => {
    const organisation = await loadOrganisation(db, input.organisation);
    const measure = await loadMeasure(db, input.measure);
    insist(mayCheck(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    const { sheet, judgement, tables, parts, grant } = await decide({
      db,
      facts,
      measure,
      organisation: organisation.id,
      areaM2: input.areaM2 ?? null,
      commodity: input.commodity ?? null,
      today,
    });
    return {
      organisation: { id: organisation.id, name: organisation.name },
      asOf: today,
      tableVersion: tables.eligibility.version,
      tableVerified: tables.eligibility.verified,
      judgement,
      facts: sheet,
      parts,
      grant,
      may: { apply: mayApply(actor, organisation.id) && organisation.provenance !== 'reported' },
    };
  }),
];
