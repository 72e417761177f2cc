import { threadId } from 'node:worker_threads';
import { Problem } from '#kernel/problem.ts';
import { answerTasks } from '#platform/worker/answer-tasks.ts';

const acts: Record<string, (value: unknown) => unknown> = {
  echo: (value) => value,
  which: () => threadId,
  refuse: () => {
    throw new Problem('unprocessable', 'x.no', { at: 'A1' });
  },
  break: () => {
    throw new Error('broken');
  },
  spin: () => {
    for (;;);
  },
  eat: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => ({ at })));
  },
};

answerTasks<{ act: string; value?: unknown }, unknown>(async ({ act, value }, sendPart) => {
  if (act !== 'parts') return acts[act]!(value);
  for (let part = 0; part < Number(value); part += 1) await sendPart(part);
  return 'all';
});
