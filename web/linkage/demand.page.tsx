import { getDemand, withdrawDemand, type LineId } from '#contexts/linkage/line.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { LineDetail } from './line-detail.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getDemand, { demand: param('id') });

export function Page() {
  const id = useParam<LineId>('id');
  const line = useAnswer(getDemand, { demand: id });
  const withdraw = useCommand(withdrawDemand);
  return (
    <LineDetail
      side="demand"
      line={line}
      changePage={linkagePaths.changeDemand(id)}
      pending={withdraw.isPending}
      problem={withdraw.error}
      withdraw={(reason, done) => withdraw.mutate({ demand: id, revision: line.revision, reason }, { onSuccess: done })}
    />
  );
}
