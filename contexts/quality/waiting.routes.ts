import { isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { laboratoriesOf } from './quality.access.ts';
import { lotsToMove, samplesToReport } from './waiting.store.ts';
import { listWaiting, type WaitingKind } from './waiting.wire.ts';

type LotToMove = Awaited<ReturnType<typeof lotsToMove>>[number];

/** What the organisation has to do next; while the laboratory works there is nothing to do. */
function kindOf({ state, waits_for_report }: LotToMove): WaitingKind | undefined {
  if (state === 'open') return 'lot-to-sample';
  if (state === 'blocked') return 'lot-blocked';
  return waits_for_report ? undefined : 'lot-to-release';
}

export const waitingRoutes = [
  handle(listWaiting, async ({ actor, db, insist }) => {
    insist(isSignedIn(actor));
    const managed = actor.grants.flatMap(({ role, organisation }) =>
      role === 'organisation-manager' && organisation !== null ? [organisation] : [],
    );
    const samples = (await samplesToReport(db, laboratoriesOf(actor))).map((sample) => ({
      kind: 'sample-to-report' as const,
      id: sample.id,
      title: { code: sample.code, other: sample.name_vi },
      since: sample.recorded_at,
      link: `/quality/samples/${sample.id}`,
    }));
    const lots = (await lotsToMove(db, managed)).flatMap((lot) => {
      const kind = kindOf(lot);
      const title = { code: lot.code, other: lot.name_vi };
      return kind === undefined
        ? []
        : [{ kind, id: lot.id, title, since: lot.recorded_at, link: `/quality/lots/${lot.id}` }];
    });
    const items = [...samples, ...lots].sort((a, b) => (a.since < b.since ? -1 : 1));
    return { items, total: items.length };
  }),
];
