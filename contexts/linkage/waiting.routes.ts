import { isSignedIn } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { pageOfContract, pageOfDelivery, pageOfSettlement } from './address.ts';
import { runOrganisations } from './contract.access.ts';
import { waitingFor } from './waiting.store.ts';
import { listWaiting, type WaitingKind } from './waiting.wire.ts';

const most = 100;

const pages: Record<WaitingKind, (id: string) => string> = {
  'contract-to-accept': pageOfContract,
  'scan-to-confirm': pageOfContract,
  'ending-to-answer': pageOfContract,
  'price-to-confirm': pageOfContract,
  'delivery-to-confirm': pageOfDelivery,
  'delivery-disputed': pageOfDelivery,
  'surplus-to-answer': pageOfDelivery,
  'statement-to-agree': pageOfSettlement,
  'statement-refused': pageOfSettlement,
  'payment-due': pageOfSettlement,
  'payment-to-confirm': pageOfSettlement,
};

export const waitingRoutes = [
  handle(listWaiting, async ({ actor, db, insist, today }) => {
    insist(isSignedIn(actor));
    const { rows, total } = await waitingFor(db, runOrganisations(actor), { today, most });
    return {
      total,
      items: rows.map(({ kind, id, page_id, number, other, since }) => ({
        kind,
        id,
        title: { number, other },
        since,
        link: pages[kind](page_id),
      })),
    };
  }),
];
