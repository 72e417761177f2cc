import { changeDemand, getDemand, type LineId } from '#contexts/linkage/line.wire.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { LineChange } from './line-change.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getDemand, { demand: param('id') }), ask(listCommodities, {})]);

export function Page() {
  const id = useParam<LineId>('id');
  const line = useAnswer(getDemand, { demand: id });
  return <LineChange side="demand" line={line} method={changeDemand} page={linkagePaths.demand(id)} />;
}
