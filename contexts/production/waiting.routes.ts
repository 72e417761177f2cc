import { isProvincialOfficer, isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { reachOf } from './production.access.ts';
import { waitingCounts, waitingRows, type WaitsFor } from './waiting.store.ts';
import { listWaiting } from './waiting.wire.ts';

export const waitingRoutes = [
  handle(listWaiting, async ({ input, actor, db, insist, today }) => {
    insist(isSignedIn(actor));
    const { units, organisations } = reachOf(actor);
    const reach: WaitsFor = { province: isProvincialOfficer(actor), units, organisations };
    const rows = await waitingRows(db, reach, today, input.size);
    const counts = await waitingCounts(db, reach, today);
    return {
      items: rows.map((row) => ({
        kind: row.kind,
        season: row.season,
        organisation: { id: row.organisation_id, name: row.organisation_name },
        plot: { id: row.plot_id, code: row.plot_code, name: row.plot_name },
        subject: row.step ?? row.stage,
        since: row.since,
      })),
      counts: {
        'stage-to-sign': counts.get('stage-to-sign') ?? 0,
        'stage-returned': counts.get('stage-returned') ?? 0,
        'step-overdue': counts.get('step-overdue') ?? 0,
        'entry-to-confirm': counts.get('entry-to-confirm') ?? 0,
      },
    };
  }),
];
