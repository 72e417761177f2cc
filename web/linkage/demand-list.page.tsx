import { listDemands } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { LineList } from './line-list.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listDemands, filtersIn(listDemands, search)), ask(listCommodities, {})]);

export const Page = () => (
  <LineList side="demand" method={listDemands} pageOf={linkagePaths.demand} newPage={linkagePaths.newDemand} />
);
