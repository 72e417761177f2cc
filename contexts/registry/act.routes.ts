import { overseesUnit } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { actObstacles, ownActs, statusAfter } from './act.ts';
import { actsOf, saveAct } from './act.store.ts';
import { listActs, recordAct } from './act.wire.ts';
import { mayChange } from './organisation.access.ts';
import { saveStatus } from './organisation-change.store.ts';
import { ownedBy } from './organisation.routes.ts';
import { lockOrganisation, organisationFacts, organisationRecord } from './organisation.store.ts';

export const actRoutes = [
  handle(listActs, async ({ input, db, insist }) => {
    await organisationFacts(db, input.organisation);
    insist(true);
    return { items: await actsOf(db, input.organisation) };
  }),

  handle(recordAct, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const record = await organisationRecord(db, input.organisation);
    const owned = ownedBy(record);
    insist(ownActs.includes(input.kind) ? mayChange(actor, owned) : overseesUnit(actor, owned.unit));
    const obstacles = actObstacles({
      kind: input.kind,
      onDay: input.onDay,
      document: input.document ?? null,
      organisation: { provenance: record.provenance, status: record.status, foundedOn: record.founded_on },
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.act.not-recordable', { obstacles });

    await saveAct(db, input, actor.account);
    const status = statusAfter(input.kind);
    if (status !== undefined) await saveStatus(db, record.id, status);
    await tell('registry.act.recorded', { organisation: record.id, act: input.id, kind: input.kind });
    return { status: status ?? record.status };
  }),
];
