import { isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { waitingFor } from './waiting.store.ts';
import { listWaiting } from './waiting.wire.ts';

export const waitingRoutes = [
  handle(listWaiting, async ({ actor, db, insist }) => {
    insist(isSignedIn(actor));
    const rows = await waitingFor(db, actor);
    return {
      items: rows.map(({ kind, id, organisation, since }) => ({
        kind,
        id,
        title: { organisation },
        since,
        link: `/registry/change-requests/${id}`,
      })),
      total: rows.length,
    };
  }),
];
