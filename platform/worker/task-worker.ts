import { Worker, type ResourceLimits, type Transferable } from 'node:worker_threads';
import { Problem, type ProblemDetails, type ProblemKind } from '#kernel/problem.ts';

export interface TaskWorkerOptions {
  /** The module the thread runs; it calls answerTasks of answer-tasks.ts. */
  readonly module: URL;
  readonly timeoutMs: number;
  /** The thread is let go after this long without work, with all its memory. */
  readonly idleMs: number;
  readonly mostQueued: number;
  readonly limits?: ResourceLimits;
  /** The code of the Problems for a task that took too long, too much memory, or finds the queue full. */
  readonly codes: { readonly timeout: string; readonly memory: string; readonly busy: string };
}

/** What a thread sends back for one task. */
export type TaskAnswer =
  | { readonly output: unknown }
  | { readonly problem: { kind: ProblemKind; code: string; details: ProblemDetails } }
  | { readonly failure: string };

interface Task {
  readonly input: unknown;
  readonly transfer: readonly Transferable[];
  readonly settle: (answer: TaskAnswer) => void;
}

/** A thread for work that would keep the server from answering: one task at a time, each with a time limit. */
export class TaskWorker<Input, Output> {
  private readonly options: TaskWorkerOptions;
  private readonly waiting: Task[] = [];
  private current: Task | undefined;
  private worker: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(options: TaskWorkerOptions) {
    this.options = options;
  }

  run(input: Input, transfer: readonly Transferable[] = []): Promise<Output> {
    const { mostQueued, codes } = this.options;
    if (this.waiting.length >= mostQueued) return Promise.reject(new Problem('unavailable', codes.busy));
    return new Promise<Output>((resolve, reject) => {
      const settle = (answer: TaskAnswer): void => {
        if ('output' in answer) return resolve(answer.output as Output);
        if ('failure' in answer) return reject(new Error(answer.failure));
        const { kind, code, details } = answer.problem;
        return reject(new Problem(kind, code, details));
      };
      this.waiting.push({ input, transfer, settle });
      this.next();
    });
  }

  /** Ends the thread; what waits is refused. */
  async stop(): Promise<void> {
    const refused = this.waiting.splice(0);
    const problem = { kind: 'unavailable', code: this.options.codes.busy, details: {} } as const;
    for (const task of refused) task.settle({ problem });
    await this.drop({ problem });
  }

  private next(): void {
    if (this.current) return;
    clearTimeout(this.timer);
    this.current = this.waiting.shift();
    if (!this.current) return this.rest();
    const { timeoutMs, codes } = this.options;
    this.worker ??= this.started();
    this.worker.ref();
    this.worker.postMessage(this.current.input, this.current.transfer);
    this.timer = setTimeout(() => {
      const problem = { kind: 'unprocessable', code: codes.timeout, details: { seconds: timeoutMs / 1000 } } as const;
      void this.drop({ problem }).then(() => this.next());
    }, timeoutMs);
  }

  private rest(): void {
    this.worker?.unref();
    this.timer = setTimeout(() => void this.drop({ failure: 'idle' }), this.options.idleMs);
    this.timer.unref();
  }

  private started(): Worker {
    const { module, limits, codes } = this.options;
    const worker = new Worker(module, limits ? { resourceLimits: limits } : {});
    worker.on('message', (answer: TaskAnswer) => {
      if (worker !== this.worker) return;
      this.finish(answer);
      this.next();
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (worker !== this.worker) return;
      this.worker = undefined;
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const problem = { kind: 'unprocessable', code: codes.memory, details: {} } as const;
      this.finish(isMemory ? { problem } : { failure: error.message });
      this.next();
    });
    return worker;
  }

  private finish(answer: TaskAnswer): void {
    const task = this.current;
    this.current = undefined;
    task?.settle(answer);
  }

  private async drop(answer: TaskAnswer): Promise<void> {
    clearTimeout(this.timer);
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
    this.finish(answer);
  }
}
