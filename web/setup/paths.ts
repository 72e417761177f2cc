import type { SetupStep } from '#contexts/registry/setup.ts';
import type { CommodityId } from '#kernel/id.ts';

/** Every address of these pages; links are made with these, never by hand. */
export const setupPaths = {
  overview: '/setup',
  step: (step: SetupStep) => `/setup/${step}`,
  tradeUnits: (id: CommodityId | ':id') => `/setup/commodities/${id}/units`,
} as const;
