import {
  IconBasket,
  IconFileText,
  IconLink,
  IconReceipt,
  IconTruckDelivery,
  IconBuildingStore,
} from '@tabler/icons-react';
import type { Role } from '#kernel/actor.ts';
import { defineRoutes } from '#web/lib/routes.tsx';
import { linkagePaths } from './paths.ts';

/** Who runs a side of a contract. */
const traders: readonly Role[] = ['organisation-manager', 'buyer'];
const readers: readonly Role[] = [
  ...traders,
  'organisation-member',
  'provincial-officer',
  'commune-officer',
  'auditor',
];
const whoseTrade = 'organisation-manager';

/** Records that the told story leaves in every demonstration. */
const id = (number: string): string => `019b7563-4c00-700c-8000-${number.padStart(12, '0')}`;
const contract = { id: id('65') };
const offer = { id: id('66') };
const demand = { id: id('67') };
const delivery = { id: id('68') };
const settlement = { id: id('69') };
const chain = { id: '019b7563-4c00-7008-8000-000000000006' };

export const linkageRoutes = defineRoutes('linkage', [
  {
    path: linkagePaths.chains,
    page: () => import('./chain-list.page.tsx'),
    audience: 'public',
    nav: { group: 'linkage', label: 'nav:linkage.chains', icon: IconLink },
  },
  {
    path: linkagePaths.newChain,
    page: () => import('./chain-draft.page.tsx'),
    audience: 'signed-in',
    sampleRole: whoseTrade,
  },
  { path: linkagePaths.chain(':id'), page: () => import('./chain.page.tsx'), audience: 'public', sample: chain },
  {
    path: linkagePaths.changeChain(':id'),
    page: () => import('./chain-change.page.tsx'),
    audience: 'signed-in',
    sample: chain,
    sampleRole: 'provincial-officer',
  },
  {
    path: linkagePaths.offers,
    page: () => import('./offer-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'linkage', label: 'nav:linkage.offers', icon: IconBasket },
  },
  {
    path: linkagePaths.newOffer,
    page: () => import('./offer-draft.page.tsx'),
    audience: 'signed-in',
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.offer(':id'),
    page: () => import('./offer.page.tsx'),
    audience: 'signed-in',
    sample: offer,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.changeOffer(':id'),
    page: () => import('./offer-change.page.tsx'),
    audience: 'signed-in',
    sample: offer,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.demands,
    page: () => import('./demand-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'linkage', label: 'nav:linkage.demands', icon: IconBuildingStore },
  },
  {
    path: linkagePaths.newDemand,
    page: () => import('./demand-draft.page.tsx'),
    audience: 'signed-in',
    sampleRole: 'buyer',
  },
  {
    path: linkagePaths.demand(':id'),
    page: () => import('./demand.page.tsx'),
    audience: 'signed-in',
    sample: demand,
    sampleRole: 'buyer',
  },
  {
    path: linkagePaths.changeDemand(':id'),
    page: () => import('./demand-change.page.tsx'),
    audience: 'signed-in',
    sample: demand,
    sampleRole: 'buyer',
  },
  {
    path: linkagePaths.contracts,
    page: () => import('./contract-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'linkage', label: 'nav:linkage.contracts', icon: IconFileText, roles: readers, bar: true },
  },
  {
    path: linkagePaths.newContract,
    page: () => import('./contract-draft.page.tsx'),
    audience: 'signed-in',
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.contract(':id'),
    page: () => import('./contract.page.tsx'),
    audience: 'signed-in',
    sample: contract,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.changeContract(':id'),
    page: () => import('./contract-change.page.tsx'),
    audience: 'signed-in',
    sample: contract,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.recordDelivery(':id'),
    page: () => import('./delivery-record.page.tsx'),
    audience: 'signed-in',
    sample: contract,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.newSettlement(':id'),
    page: () => import('./settlement-draft.page.tsx'),
    audience: 'signed-in',
    sample: contract,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.deliveries,
    page: () => import('./delivery-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'linkage', label: 'nav:linkage.deliveries', icon: IconTruckDelivery, roles: readers, bar: true },
  },
  {
    path: linkagePaths.delivery(':id'),
    page: () => import('./delivery.page.tsx'),
    audience: 'signed-in',
    sample: delivery,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.correctDelivery(':id'),
    page: () => import('./delivery-correct.page.tsx'),
    audience: 'signed-in',
    sample: delivery,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.settlements,
    page: () => import('./settlement-list.page.tsx'),
    audience: 'signed-in',
    nav: { group: 'linkage', label: 'nav:linkage.settlements', icon: IconReceipt, roles: readers },
  },
  {
    path: linkagePaths.settlement(':id'),
    page: () => import('./settlement.page.tsx'),
    audience: 'signed-in',
    sample: settlement,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.changeSettlement(':id'),
    page: () => import('./settlement-change.page.tsx'),
    audience: 'signed-in',
    sample: settlement,
    sampleRole: whoseTrade,
  },
  {
    path: linkagePaths.verify(':token'),
    page: () => import('./verify.page.tsx'),
    audience: 'public',
    // Tokens are drawn anew for each contract, so that nobody guesses one: this is one that no contract has.
    sample: { token: 'a'.repeat(32) },
  },
]);
