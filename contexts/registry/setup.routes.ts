import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { maySeeSetup, maySetUp } from './setup.access.ts';
import { saveSetupNote, setupState } from './setup.store.ts';
import { wordsOfStep } from './setup.ts';
import { confirmSetup, getSetup } from './setup.wire.ts';

export const setupRoutes = [
  handle(getSetup, async ({ actor, db, today, insist }) => {
    insist(maySeeSetup(actor));
    return { ...(await setupState(db, today)), may: { record: maySetUp(actor) } };
  }),

  handle(confirmSetup, async ({ input, actor, db, insist }) => {
    insist(maySetUp(actor));
    if (!wordsOfStep[input.step].includes(input.said))
      throw new Problem('conflict', 'registry.setup.not-confirmable', { obstacles: ['word-does-not-fit'] });
    await saveSetupNote(db, input, actor.account!);
    return {};
  }),
];
