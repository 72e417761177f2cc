import { listOffers } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { filtersIn } from '#web/lib/params.ts';
import type { Load } from '#web/lib/routes.tsx';
import { LineList } from './line-list.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, search }) =>
  Promise.all([ask(listOffers, filtersIn(listOffers, search)), ask(listCommodities, {})]);

export const Page = () => (
  <LineList side="offer" method={listOffers} pageOf={linkagePaths.offer} newPage={linkagePaths.newOffer} />
);
