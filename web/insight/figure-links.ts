import type { FigureRow } from '#contexts/insight/figure.wire.ts';

const pages: Readonly<Record<FigureRow['kind'], (id: string) => string>> = {
  organisation: (id) => `/registry/organisations/${id}`,
  chain: (id) => `/linkage/chains/${id}`,
  contract: (id) => `/linkage/contracts/${id}`,
  lot: (id) => `/quality/lots/${id}`,
  application: (id) => `/support/applications/${id}`,
  settlement: (id) => `/linkage/settlements/${id}`,
};

/** The page of the record behind a row. */
export const rowPath = ({ kind, id }: FigureRow): string => pages[kind](id);
