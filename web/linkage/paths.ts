import {
  pageOfChain,
  pageOfContract,
  pageOfDelivery,
  pageOfSettlement,
  pageOfVerification,
} from '#contexts/linkage/address.ts';

const withSearch = (path: string, search: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** Every address of this context's pages; links are made with these, never by hand. */
export const linkagePaths = {
  chains: '/linkage/chains',
  chain: pageOfChain,
  newChain: '/linkage/chains/new',
  changeChain: (id: string) => `${pageOfChain(id)}/change`,
  offers: '/linkage/offers',
  offer: (id: string) => `/linkage/offers/${id}`,
  newOffer: '/linkage/offers/new',
  changeOffer: (id: string) => `/linkage/offers/${id}/change`,
  demands: '/linkage/demands',
  demand: (id: string) => `/linkage/demands/${id}`,
  newDemand: '/linkage/demands/new',
  changeDemand: (id: string) => `/linkage/demands/${id}/change`,
  contracts: '/linkage/contracts',
  contract: pageOfContract,
  newContract: '/linkage/contracts/new',
  /** From an offer, a demand, or both. */
  contractFrom: (lines: { readonly offer?: string; readonly demand?: string }) =>
    withSearch('/linkage/contracts/new', lines),
  changeContract: (id: string) => `${pageOfContract(id)}/change`,
  recordDelivery: (contract: string) => `${pageOfContract(contract)}/deliver`,
  newSettlement: (contract: string) => `${pageOfContract(contract)}/settle`,
  deliveries: '/linkage/deliveries',
  delivery: pageOfDelivery,
  correctDelivery: (id: string) => `${pageOfDelivery(id)}/correct`,
  settlements: '/linkage/settlements',
  settlement: pageOfSettlement,
  changeSettlement: (id: string) => `${pageOfSettlement(id)}/change`,
  verify: pageOfVerification,
} as const;
