import type { FigureRow } from '#contexts/insight/figure.wire.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { qualityPaths } from '#web/quality/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';
import { supportPaths } from '#web/support/paths.ts';

const pages: Readonly<Record<FigureRow['kind'], (id: never) => string>> = {
  organisation: registryPaths.organisation,
  chain: linkagePaths.chain,
  contract: linkagePaths.contract,
  lot: qualityPaths.lot,
  application: supportPaths.application,
  settlement: linkagePaths.settlement,
};

/** The page of the record behind a row. */
export const rowPath = ({ kind, id }: FigureRow): string => pages[kind](id as never);
