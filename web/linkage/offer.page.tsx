import { getOffer, withdrawOffer, type LineId } from '#contexts/linkage/line.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { LineDetail } from './line-detail.tsx';
import { linkagePaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getOffer, { offer: param('id') });

export function Page() {
  const id = useParam<LineId>('id');
  const line = useAnswer(getOffer, { offer: id });
  const withdraw = useCommand(withdrawOffer);
  return (
    <LineDetail
      side="offer"
      line={line}
      changePage={linkagePaths.changeOffer(id)}
      pending={withdraw.isPending}
      problem={withdraw.error}
      withdraw={(reason, done) => withdraw.mutate({ offer: id, revision: line.revision, reason }, { onSuccess: done })}
    />
  );
}
