import { draftDemand } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import type { Load } from '#web/lib/routes.tsx';
import { LineDraft } from './line-draft.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask }) => ask(listCommodities, {});

export const Page = () => (
  <LineDraft side="demand" method={draftDemand} listPage={linkagePaths.demands} pageOf={linkagePaths.demand} />
);
