import { TaskWorker } from '#platform/worker/task-worker.ts';

/** A cell to be coloured, with a note at it. */
export interface CellMark {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly tone: 'error' | 'question';
  readonly note: string;
}

export interface MarkTask {
  readonly bytes: Uint8Array;
  /** The place of the sheet in the workbook, from 0. */
  readonly sheet: number;
  readonly marks: readonly CellMark[];
  /** What is said of a row in a last column, under this heading. */
  readonly remarks: readonly { readonly row: number; readonly text: string }[];
  readonly heading: { readonly row: number; readonly text: string };
}

const worker = new TaskWorker<MarkTask, Uint8Array>({
  module: new URL('./mark.worker.ts', import.meta.url),
  timeoutMs: 60_000,
  idleMs: 10_000,
  // Whoever waits holds a connection to the database: most of them are for others.
  mostQueued: 3,
  limits: { maxOldGenerationSizeMb: 768 },
  codes: { timeout: 'file.too-complex', memory: 'file.too-complex', busy: 'file.reader-busy' },
});

/**
 * A workbook that somebody sent, with some of its cells marked. Values, looks, widths and merged cells stay; formulas,
 * links and everything else that could act on whoever opens it do not: what a formula gave stands in its place.
 */
export function markedWorkbook({ bytes, ...task }: MarkTask): Promise<Uint8Array> {
  const copy = new Uint8Array(bytes);
  return worker.run({ ...task, bytes: copy }, { transfer: [copy.buffer] });
}

export const stopMarking = (): Promise<void> => worker.stop();
