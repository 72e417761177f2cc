import { today } from '#kernel/day.ts';
import type { ContractId, DeliveryId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { inProvince } from '#platform/database/transaction.ts';
import type { Job } from '#platform/job/job.ts';
import { tell, type Subscriber } from '#platform/outbox/outbox.ts';
import { notify, type Audience } from '#platform/session/notify.ts';
import { pageOfContract, pageOfDelivery, pageOfSettlement } from './address.ts';
import { contractToChange, contractToRead } from './contract.load.ts';
import { answerBySilence } from './delivery.act.ts';
import { silentDeliveries } from './delivery.store.ts';
import { otherSide, type Side } from './part.wire.ts';
import { findSettlement } from './settlement.store.ts';
import type { SettlementId } from './settlement.wire.ts';

interface Payload {
  readonly contract?: ContractId;
  readonly delivery?: DeliveryId;
  readonly settlement?: SettlementId;
  /** Who acted: the other side is told. Without it both are. */
  readonly side?: Side;
}

const managersOf = (organisation: OrganisationId): Audience[] => [
  { organisation, role: 'organisation-manager' },
  { organisation, role: 'buyer' },
];

async function contractOf(db: Db, { contract, settlement }: Payload): Promise<ContractId | undefined> {
  if (contract !== undefined || settlement === undefined) return contract;
  return (await findSettlement(db, settlement))?.contract_id;
}

const linkOf = (contract: ContractId, { delivery, settlement }: Payload): string => {
  if (delivery !== undefined) return pageOfDelivery(delivery);
  return settlement === undefined ? pageOfContract(contract) : pageOfSettlement(settlement);
};

/** What one side did is told to those who run the other. */
export const linkageSubscribers: readonly Subscriber[] = [
  {
    name: 'linkage-notice',
    topics: [
      'linkage.contract.drafted',
      'linkage.contract.changed',
      'linkage.contract.accepted',
      'linkage.contract.signed',
      'linkage.contract.withdrawn',
      'linkage.contract.ended',
      'linkage.ending.submitted',
      'linkage.ending.refused',
      'linkage.price.recorded',
      'linkage.price.refused',
      'linkage.delivery.recorded',
      'linkage.delivery.confirmed',
      'linkage.delivery.disputed',
      'linkage.outside.accepted',
      'linkage.outside.returned',
      'linkage.settlement.issued',
      'linkage.settlement.agreed',
      'linkage.settlement.refused',
      'linkage.settlement.paid',
      'linkage.payment.recorded',
      'linkage.payment.confirmed',
      'linkage.payment.refused',
    ],
    work: async (db, told) => {
      const payload = told.payload as Payload;
      const contract = await contractOf(db, payload);
      if (contract === undefined) return;
      const { row, parties, parts } = await contractToRead(db, contract);
      const link = linkOf(contract, payload);
      const sides: Side[] = payload.side === undefined ? ['seller', 'buyer'] : [otherSide(payload.side)];
      for (const side of sides) {
        await notify(db, {
          topic: told.topic,
          params: { number: row.number, other: parts.party(parties[otherSide(side)]).name },
          link,
          to: managersOf(parties[side]),
        });
      }
    },
  },
];

/** Every night: deliveries nobody answered in time are answered as their contract says. Each in its own transaction. */
export const linkageJobs: readonly Job[] = [
  {
    queue: 'linkage-silence',
    cron: '20 1 * * *',
    work: async ({ database, province }) => {
      const on = today();
      const silent = await inProvince(database, province, ({ db }) => silentDeliveries(db, on), { readOnly: true });
      for (const { id, contract_id } of silent) {
        await inProvince(database, province, async ({ client, db }) => {
          const { row } = await contractToChange(db, contract_id);
          const answer = await answerBySilence(db, row, id, on);
          if (answer !== undefined)
            await tell(client, `linkage.delivery.${answer}`, { delivery: id, contract: contract_id, bySilence: true });
        });
      }
    },
  },
];
