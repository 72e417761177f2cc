import { isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { waitingFor } from './waiting.store.ts';
import { listWaiting } from './waiting.wire.ts';

export const waitingRoutes = [
  handle(listWaiting, async ({ actor, db, insist, today }) => {
    insist(isSignedIn(actor));
    const rows = await waitingFor(db, actor, today);
    return {
      items: rows.map(({ kind, id, number, organisation, since }) => ({
        kind,
        id,
        title: { number, organisation },
        since,
        link: kind === 'dossier-to-answer' ? `/credit/desk/${id}` : `/credit/dossiers/${id}`,
      })),
      total: rows.length,
    };
  }),
];
