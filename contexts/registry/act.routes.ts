import { overseesUnit } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { actObstacles, ownActs, statusAfter } from './act.ts';
import { newTrail, noteRows, saveTrail } from './act-trail.store.ts';
import { lifeLine, mayOpenPapers } from './act.load.ts';
import { actsDone, saveAct } from './act.store.ts';
import { listActs, recordAct } from './act.wire.ts';
import { mayChange } from './organisation.access.ts';
import { capitalLeft, returnCapital } from './capital-return.store.ts';
import { closeMemberships } from './member-carry.store.ts';
import { saveStatus } from './organisation-change.store.ts';
import { ownedBy } from './organisation.routes.ts';
import { stateOn } from './organisation-state.ts';
import { stateEntries } from './organisation-state.store.ts';
import { lockOrganisation, organisationRecord } from './organisation.store.ts';

export const actRoutes = [
  handle(listActs, async ({ input, actor, db, insist }) => {
    insist(true);
    const record = await organisationRecord(db, input.organisation);
    return { items: await lifeLine(db, record.id, mayOpenPapers(actor, ownedBy(record))) };
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
      ground: input.ground ?? null,
      organisation: {
        provenance: record.provenance,
        status: stateOn(await stateEntries(db, record.id), input.onDay)?.status ?? record.status,
        foundedOn: record.founded_on,
        acts: await actsDone(db, record.id),
        capitalLeftVnd: await capitalLeft(db, record.id),
      },
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.act.not-recordable', { obstacles });

    const trail = newTrail(input.id);
    await noteRows(db, trail, 'organisation', [record.id]);
    await saveAct(db, input, actor.account);
    const status = statusAfter(input.kind);
    if (status !== undefined) await saveStatus(db, record.id, { status, on: input.onDay, act: input.id });
    if (input.kind === 'capital-returned') await returnCapital(db, { ...input, cause: input.id, by: actor.account });
    if (input.kind === 'dissolved')
      await closeMemberships(db, record.id, { trail, on: input.onDay, by: actor.account! });
    await saveTrail(db, trail);
    await tell('registry.act.recorded', { organisation: record.id, act: input.id, kind: input.kind });
    return { status: (await organisationRecord(db, record.id)).status };
  }),
];
