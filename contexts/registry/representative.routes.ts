import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayChange } from './organisation.access.ts';
import { organisationFacts } from './organisation.store.ts';
import { erasingObstacles } from './representative.ts';
import { representativeForChange, representativesOf, saveRepresentativeErasure } from './representative.store.ts';
import { eraseRepresentative, listRepresentatives } from './representative.wire.ts';

export const representativeRoutes = [
  handle(listRepresentatives, async ({ input, actor, db, today, insist }) => {
    const { id, unit_code, status } = await organisationFacts(db, input.organisation);
    insist(mayChange(actor, { organisation: id, unit: unit_code }));
    const rows = await representativesOf(db, id);
    return {
      items: rows.map(({ valid_from, valid_until, erased_at, ...row }) => {
        const erased = erased_at !== null;
        const obstacles = erasingObstacles({ until: valid_until, erased, organisationStatus: status, today });
        return { ...row, from: valid_from, until: valid_until, erased, may: { erase: obstacles.length === 0 } };
      }),
    };
  }),

  handle(eraseRepresentative, async ({ input, actor, db, today, insist, tell }) => {
    const record = await representativeForChange(db, input.representative);
    const { id, unit_code, status } = await organisationFacts(db, record.organisation_id);
    insist(mayChange(actor, { organisation: id, unit: unit_code }));
    const obstacles = erasingObstacles({
      until: record.valid_until,
      erased: record.erased_at !== null,
      organisationStatus: status,
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.representative.not-erasable', { obstacles });
    await saveRepresentativeErasure(db, record);
    await tell('registry.representative.erased', { organisation: id });
    return {};
  }),
];
