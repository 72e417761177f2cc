import type { Actor } from '#kernel/actor.ts';
import type { ContractId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { acceptanceRoutes } from './acceptance.routes.ts';
import { chainRoutes } from './chain.routes.ts';
import { mayRead, seesNames } from './contract.access.ts';
import { contractToRead } from './contract.load.ts';
import { contractRoutes } from './contract.routes.ts';
import { deliveryRoutes } from './delivery.routes.ts';
import { demandRoutes } from './demand.routes.ts';
import { endingRoutes } from './ending.routes.ts';
import { exportRoutes } from './export.routes.ts';
import { linkageJobs, linkageSubscribers } from './linkage.job.ts';
import { offerRoutes } from './offer.routes.ts';
import { outsideRoutes } from './outside.routes.ts';
import { partnerRoutes } from './partner.routes.ts';
import { paymentRoutes } from './payment.routes.ts';
import { priceRoutes } from './price.routes.ts';
import { settlementRoutes } from './settlement.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';

export { contractFacts, deliveryForDispatch, type ContractFact, type DeliveryForDispatch } from './linkage.facts.ts';
export type {
  LinkageViews,
  PublishedChain,
  PublishedChainPartner,
  PublishedContract,
  PublishedDelivery,
  PublishedDemand,
  PublishedOffer,
  PublishedSettlement,
} from './linkage.views.ts';

/** The scan of a paper contract shows who signed: it is read by those who may read the contract with its names. */
const mayReadScan = async (db: Db, actor: Actor, contract: string): Promise<boolean> => {
  const { parties } = await contractToRead(db, contract as ContractId);
  return mayRead(actor, parties) && seesNames(actor, parties);
};

export const linkage = {
  handlers: [
    ...chainRoutes,
    ...partnerRoutes,
    ...offerRoutes,
    ...demandRoutes,
    ...contractRoutes,
    ...acceptanceRoutes,
    ...endingRoutes,
    ...priceRoutes,
    ...deliveryRoutes,
    ...outsideRoutes,
    ...settlementRoutes,
    ...paymentRoutes,
    ...waitingRoutes,
    ...exportRoutes,
  ],
  subscribers: linkageSubscribers,
  jobs: linkageJobs,
  fileAccess: { 'linkage.contract': mayReadScan },
};
