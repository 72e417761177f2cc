import {
  IconBuildingBank,
  IconBuildingCommunity,
  IconChartBar,
  IconFileText,
  IconGavel,
  IconHeartHandshake,
  IconInbox,
  IconMapPin,
  IconMicroscope,
  IconPencilPlus,
  IconShoppingCart,
  IconTruckDelivery,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '#kernel/actor.ts';
import { accountPaths } from '#web/account/paths.ts';
import { creditPaths } from '#web/credit/paths.ts';
import { hasRole, type Me } from '#web/lib/me.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { productionPaths } from '#web/production/paths.ts';
import { qualityPaths } from '#web/quality/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { supportPaths } from '#web/support/paths.ts';
import { insightPaths } from './paths.ts';

const starts = {
  log: [productionPaths.seasons, IconPencilPlus],
  plot: [productionPaths.newPlot, IconMapPin],
  offer: [linkagePaths.newOffer, IconTruckDelivery],
  demand: [linkagePaths.newDemand, IconShoppingCart],
  contracts: [linkagePaths.contracts, IconFileText],
  support: [supportPaths.policies, IconGavel],
  loan: [creditPaths.dossiers, IconBuildingBank],
  applications: [supportPaths.applications, IconHeartHandshake],
  organisations: [registryPaths.organisations, IconBuildingCommunity],
  invite: [accountPaths.invite, IconUserPlus],
  figures: [insightPaths.figures, IconChartBar],
  desk: [creditPaths.desk, IconInbox],
  products: [creditPaths.products, IconBuildingBank],
  samples: [qualityPaths.samples, IconMicroscope],
} as const satisfies Readonly<Record<string, readonly [string, Icon]>>;
export type StartKey = keyof typeof starts;

const startsOf: Readonly<Record<Role, readonly StartKey[]>> = {
  'organisation-manager': ['log', 'plot', 'offer', 'contracts', 'support', 'loan'],
  'organisation-member': ['log', 'contracts', 'support'],
  buyer: ['demand', 'contracts'],
  'commune-officer': ['applications', 'log', 'organisations', 'invite'],
  'provincial-officer': ['figures', 'applications', 'organisations', 'invite'],
  'bank-officer': ['desk', 'products'],
  laboratory: ['samples'],
  auditor: ['figures', 'organisations', 'applications'],
  administrator: ['invite', 'organisations', 'figures'],
};

/** What a person usually comes to do, by the roles they hold. */
export const startsFor = (me: Me): { key: StartKey; to: string; icon: Icon }[] =>
  (Object.keys(starts) as StartKey[])
    .filter((key) => hasRole(me, ...(Object.keys(startsOf) as Role[]).filter((role) => startsOf[role].includes(key))))
    .map((key) => ({ key, to: starts[key][0], icon: starts[key][1] }));
