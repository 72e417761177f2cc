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

/** What a thread is sent: a task, or word that its last piece was taken. */
export type TaskMessage = { readonly input: unknown } | { readonly taken: true };

/** What a thread sends back for one task. */
export type TaskAnswer =
  | { readonly part: unknown }
  | { readonly output: unknown }
  | { readonly problem: { kind: ProblemKind; code: string; details: ProblemDetails } }
  | { readonly failure: string };

interface Task {
  readonly input: unknown;
  readonly transfer: readonly Transferable[];
  readonly take: (part: unknown) => void;
  readonly settle: (answer: TaskAnswer) => void;
}

/** How one task travels. */
export interface TaskTravel {
  /** Memory handed over instead of copied. */
  readonly transfer?: readonly Transferable[];
  /** Takes what the thread sends before it is done: a large result in small pieces, so that nobody waits. */
  readonly onPart?: (part: unknown) => void;
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

  run(input: Input, { transfer = [], onPart: take = () => undefined }: TaskTravel = {}): Promise<Output> {
    const { mostQueued, codes } = this.options;
    if (this.waiting.length >= mostQueued) return Promise.reject(new Problem('unavailable', codes.busy));
    return new Promise<Output>((resolve, reject) => {
      const settle = (answer: TaskAnswer): void => {
        if ('output' in answer) return resolve(answer.output as Output);
        if ('failure' in answer) return reject(new Error(answer.failure));
        if (!('problem' in answer)) return undefined;
        const { kind, code, details } = answer.problem;
        return reject(new Problem(kind, code, details));
      };
      this.waiting.push({ input, transfer, take, settle });
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
    this.worker.postMessage({ input: this.current.input } satisfies TaskMessage, this.current.transfer);
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
      if ('part' in answer) {
        this.current?.take(answer.part);
        return worker.postMessage({ taken: true } satisfies TaskMessage, []);
      }
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
