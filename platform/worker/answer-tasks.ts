import { parentPort, type Transferable } from 'node:worker_threads';
import { Problem } from '#kernel/problem.ts';
import type { TaskAnswer, TaskMessage } from '#platform/worker/task-worker.ts';

/** Sends a piece of the result, and waits until it has been taken. */
export type SendPart = (part: unknown) => Promise<void>;

/** The thread's side of TaskWorker: answers each task, and carries a Problem over as a Problem. */
export function answerTasks<Input, Output>(
  work: (input: Input, sendPart: SendPart) => Output | Promise<Output>,
  transferOf: (output: Output) => readonly Transferable[] = () => [],
): void {
  const post = (answer: TaskAnswer, transfer: readonly Transferable[] = []): void =>
    parentPort?.postMessage(answer, transfer);
  let taken = (): void => undefined;
  const sendPart: SendPart = (part) =>
    new Promise((resolve) => {
      taken = resolve;
      post({ part });
    });
  parentPort?.on('message', (message: TaskMessage) => {
    if ('taken' in message) return taken();
    void (async () => {
      try {
        const output = await work(message.input as Input, sendPart);
        post({ output }, transferOf(output));
      } catch (error) {
        post(refusal(error));
      }
    })();
    return undefined;
  });
}

function refusal(error: unknown): TaskAnswer {
  if (error instanceof Problem) return { problem: { kind: error.kind, code: error.code, details: error.details } };
  return { failure: error instanceof Error ? error.message : String(error) };
}
