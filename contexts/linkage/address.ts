/** Where the pages of this context are: for notices and printed codes. web/linkage/paths.ts builds on them. */
export const pageOfChain = (id: string): string => `/linkage/chains/${id}`;
export const pageOfContract = (id: string): string => `/linkage/contracts/${id}`;
export const pageOfDelivery = (id: string): string => `/linkage/deliveries/${id}`;
export const pageOfSettlement = (id: string): string => `/linkage/settlements/${id}`;
export const pageOfVerification = (token: string): string => `/linkage/verify/${token}`;
