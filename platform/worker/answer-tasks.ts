import { parentPort, type Transferable } from 'node:worker_threads';
import { Problem } from '#kernel/problem.ts';
import type { TaskAnswer } from '#platform/worker/task-worker.ts';

/** The thread's side of TaskWorker: answers each task, and carries a Problem over as a Problem. */
export function answerTasks<Input, Output>(
  work: (input: Input) => Output | Promise<Output>,
  transferOf: (output: Output) => readonly Transferable[] = () => [],
): void {
  parentPort?.on('message', (input: Input) => {
    void (async () => {
      try {
        const output = await work(input);
        parentPort?.postMessage({ output } satisfies TaskAnswer, transferOf(output));
      } catch (error) {
        parentPort?.postMessage(refusal(error), []);
      }
    })();
  });
}

function refusal(error: unknown): TaskAnswer {
  if (error instanceof Problem) return { problem: { kind: error.kind, code: error.code, details: error.details } };
  return { failure: error instanceof Error ? error.message : String(error) };
}
