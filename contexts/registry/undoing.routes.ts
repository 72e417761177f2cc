import { overseesUnit } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { refuse } from './founding.routes.ts';
import { findOrganisation, lockOrganisation } from './organisation.store.ts';
import { undoAct } from './reshaping.wire.ts';
import { undoObstacles } from './undoing.ts';
import { booksTouched, cameAfter, undo, wholeAct } from './undoing.store.ts';

export const undoingRoutes = [
  handle(undoAct, async ({ input, actor, db, today, insist, tell }) => {
    const whole = await wholeAct(db, input.act);
    const sides = new Set(whole.sides.map(({ organisation_id }) => organisation_id));
    const organisations = [...sides].toSorted();
    const facts = [];
    for (const organisation of organisations) {
      const found = await findOrganisation(db, organisation);
      // What an undone act had made is struck: nobody's any more.
      if (found === undefined) continue;
      await lockOrganisation(db, organisation);
      facts.push(found);
    }
    // Where one of them was a member the book is changed as well.
    for (const other of await booksTouched(db, whole.main)) if (!sides.has(other)) await lockOrganisation(db, other);
    insist(facts.every(({ unit_code }) => overseesUnit(actor, unit_code)));
    const reported = facts.some(({ provenance }) => provenance === 'reported');
    const { undone, ...since } = await cameAfter(db, whole);
    refuse('registry.undoing.not-recordable', undoObstacles({ kind: whole.kind, reported, undone, ...since }));
    const { members } = await undo(db, whole, { id: input.id, reason: input.reason, on: today, by: actor.account! });
    await tell('registry.act.undone', { act: whole.main, organisations });
    return { organisations: organisations.length, members };
  }),
];
