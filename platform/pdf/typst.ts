import { Problem } from '#kernel/problem.ts';
import { TaskWorker } from '#platform/worker/task-worker.ts';

/** What the thread is handed. */
export interface PdfTask {
  readonly template: string;
  readonly data: string;
}

export interface PdfInput {
  /** Typst source of ours, never anything a person typed. It begins with `#import "/letterhead.typ": *`. */
  readonly template: string;
  /** Reaches the template as the value `data`, by way of JSON only. */
  readonly data: unknown;
}

const mostDataChars = 8_000_000;

const worker = new TaskWorker<PdfTask, Uint8Array>({
  module: new URL('./typst.worker.ts', import.meta.url),
  timeoutMs: 30_000,
  idleMs: 120_000,
  mostQueued: 200,
  codes: { timeout: 'pdf.timeout', memory: 'pdf.too-large', busy: 'pdf.busy' },
});

// Half a surrogate pair is no character, and control characters have no place on paper.
const unprintable = /[\p{Cc}\p{Cs}]/gu;
const kept = new Set(['\t', '\n', '\r']);
const printable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(unprintable, (char) => (kept.has(char) ? char : '\ufffd')) : value;

/** A document as PDF. The same template and data give the same bytes. */
export async function renderPdf({ template, data }: PdfInput): Promise<Uint8Array> {
  const json = JSON.stringify(data ?? null, printable);
  if (json.length > mostDataChars) throw new Problem('unprocessable', 'pdf.too-large', { most: mostDataChars });
  return worker.run({ template, data: json });
}

/** Ends the compiler's thread; the next document starts a new one. */
export const stopPdf = (): Promise<void> => worker.stop();
