import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isWorking, type BatchState } from '#contexts/intake/batch.ts';
import { getBatch, type BatchId } from '#contexts/intake/batch.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer, useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { problemText } from '#web/lib/problem-text.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Steps, type Step } from '#web/ui/steps.tsx';
import { BatchActions } from './batch-actions.tsx';
import { BatchBadge } from './batch-marks.tsx';
import { ColumnSection } from './column-section.tsx';
import { intakePaths } from './paths.ts';
import { RowSection } from './row-section.tsx';
import { UnitNamesSection } from './unit-names-section.tsx';

export type Batch = ReplyOf<typeof getBatch>;

export const load: Load = ({ ask, param }) => ask(getBatch, { batch: param('id') });

/** While something is worked off, the page asks again each second. */
function useBatch(id: BatchId): Batch {
  const first = useAnswer(getBatch, { batch: id });
  const { data } = useQuery({
    ...answer(getBatch, { batch: id }),
    refetchInterval: ({ state }) => (state.data !== undefined && isWorking(state.data.state) ? 1_000 : false),
  });
  return data ?? first;
}

const order: readonly (readonly BatchState[])[] = [
  [],
  ['read', 'checking'],
  ['checked'],
  ['importing', 'imported', 'withdrawing', 'withdrawn'],
];

function useSteps({ state }: Batch): Step[] {
  const t = useWords('intake');
  const now = order.findIndex((states) => states.includes(state));
  const isOver = state === 'imported' || state === 'withdrawn';
  return (['file', 'columns', 'preview', 'result'] as const).map((step, at) => ({
    label: t(`step.${step}`),
    state: at < now || isOver ? 'done' : at === now ? 'current' : 'next',
  }));
}

export function Page() {
  const t = useWords('intake');
  // The fields of activity are the registry's words.
  useWords('registry');
  const batch = useBatch(useParam<BatchId>('id'));
  const steps = useSteps(batch);
  return (
    <>
      <PageHeader
        title={batch.fileName}
        lead={[batch.kind === null ? null : t(`kind.${batch.kind}`), batch.organisation?.name ?? t('all')]
          .filter((part) => part !== null)
          .join(' · ')}
        crumbs={[{ label: t('title'), to: intakePaths.batches }]}
        badges={<BatchBadge state={batch.state} />}
      />
      {batch.state !== 'closed' && <Steps steps={steps} label={t('step.label')} />}
      <Stack gap="sm" mt="md">
        <Notes batch={batch} />
        {isWorking(batch.state) && <Working batch={batch} />}
      </Stack>
      <BatchActions batch={batch} />
      {!batch.isPurged && <Contents batch={batch} />}
    </>
  );
}

function Contents({ batch }: { batch: Batch }) {
  const isOpen = batch.state === 'read' || batch.state === 'checked';
  return (
    <>
      {isOpen && <ColumnSection batch={batch} key={`columns ${batch.version}`} />}
      {batch.kind === 'organisations' && batch.state === 'checked' && (
        <UnitNamesSection batch={batch} key={`units ${batch.version}`} />
      )}
      {batch.kind !== null && batch.state !== 'read' && <RowSection batch={batch} />}
    </>
  );
}

function Notes({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  if (batch.state === 'closed') return <Alert color="gray">{t('close.done')}</Alert>;
  return (
    <>
      {batch.trouble !== null && (
        <Alert color="red" variant="light" role="alert">
          {problemText(new ApiProblem(409, batch.trouble))}
        </Alert>
      )}
      {batch.state === 'withdrawn' && <Alert color="gray">{t('withdraw.done')}</Alert>}
      {batch.isPurged && (
        <Alert color="gray" variant="light">
          {t('purged')}
        </Alert>
      )}
    </>
  );
}

function Working({ batch }: { batch: Batch }) {
  const t = useWords('intake');
  const { done, total } = batch.progress;
  const share = total > 0 && done > 0 ? (done / total) * 100 : 100;
  return (
    <div role="status">
      <Text size="sm">
        {t(`state.${batch.state}`)}
        {done > 0 && `: ${t('preview.progress', { done, total })}`}
      </Text>
      <Progress value={share} animated={done === 0} aria-label={t(`state.${batch.state}`)} />
    </div>
  );
}
