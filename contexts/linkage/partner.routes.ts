import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepChain } from './chain.access.ts';
import { chainForChange, takingPart } from './chain.routes.ts';
import { endPartner, findPartner, partnersOf, savePartner } from './chain.store.ts';
import { chainObstacles } from './chain.ts';
import { closePartner, recordPartner } from './chain.wire.ts';

export const partnerRoutes = [
  handle(recordPartner, async ({ input, actor, db, insist }) => {
    const chain = await chainForChange(db, input.chain);
    insist(mayKeepChain(actor, chain.lead_id));
    const organisation = await takingPart(db, input.organisation);
    const obstacles: string[] = chainObstacles(chain);
    const there = await partnersOf(db, chain.id);
    if (there.some((partner) => partner.organisation_id === organisation.id && partner.role === input.role))
      obstacles.push('already-partner');
    if (input.role === 'lead') obstacles.push('one-lead-only');
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.chain.not-keepable', { obstacles });
    await savePartner(db, {
      ...input,
      from: input.from ?? null,
      provenance: chain.provenance === 'entered' ? 'entered' : 'synthetic',
    });
    return { id: input.id };
  }),

  handle(closePartner, async ({ input, actor, db, insist, today }) => {
    const partner = await findPartner(db, input.partner);
    if (partner === undefined) throw new Problem('not-found', 'linkage.partner.unknown');
    const chain = await chainForChange(db, partner.chain_id);
    insist(mayKeepChain(actor, chain.lead_id));
    const obstacles: string[] = chainObstacles(chain);
    if (partner.until_day !== null) obstacles.push('already-left');
    if (partner.role === 'lead') obstacles.push('one-lead-only');
    if (input.on > today) obstacles.push('in-the-future');
    if (partner.from_day !== null && input.on < partner.from_day) obstacles.push('before-its-start');
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.chain.not-keepable', { obstacles });
    await endPartner(db, partner.id, input.on);
    return {};
  }),
];
