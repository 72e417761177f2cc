import { Problem } from '#kernel/problem.ts';
import { TaskWorker } from '#platform/worker/task-worker.ts';

/** What the thread is handed. */
export interface PdfTask {
  readonly template: string;
  readonly data: string;
  readonly house: string;
  readonly logo: Uint8Array | undefined;
}

/** Who keeps the register and prints from it: stands at the head of every letter. */
export interface House {
  readonly above: string;
  readonly office: string;
  readonly below: string;
  readonly address: string;
  /** Where it is signed: "Lạng Sơn" in "Lạng Sơn, ngày …". */
  readonly place: string;
  /** The office of whoever signs: "GIÁM ĐỐC". */
  readonly signer: string;
  /** PNG that this server has written itself. */
  readonly logo: Uint8Array | null;
}

export interface PdfInput {
  /** Typst source of ours, never anything a person typed. It begins with `#import "/letterhead.typ": *`. */
  readonly template: string;
  /** Reaches the template as the value `data`, by way of JSON only. */
  readonly data: unknown;
  /** The letterhead of the province; without it the letter has none. */
  readonly house?: House | undefined;
}

const mostDataChars = 8_000_000;

const worker = new TaskWorker<PdfTask, Uint8Array>({
  module: new URL('./typst.worker.ts', import.meta.url),
  timeoutMs: 30_000,
  idleMs: 120_000,
  // Whoever waits holds a connection to the database: some of them are for others.
  mostQueued: 12,
  codes: { timeout: 'pdf.timeout', memory: 'pdf.too-large', busy: 'pdf.busy' },
});

// Half a surrogate pair is no character, and control characters have no place on paper.
const unprintable = /[\p{Cc}\p{Cs}]/gu;
const kept = new Set(['\t', '\n', '\r']);
const printable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(unprintable, (char) => (kept.has(char) ? char : '\ufffd')) : value;

/** A document as PDF. The same template and data give the same bytes. */
export async function renderPdf({ template, data, house }: PdfInput): Promise<Uint8Array> {
  const json = JSON.stringify(data ?? null, printable);
  if (json.length > mostDataChars) throw new Problem('unprocessable', 'pdf.too-large', { most: mostDataChars });
  const { logo = null, ...lines } = house ?? {};
  const head = house === undefined ? 'null' : JSON.stringify({ ...lines, logo: logo !== null }, printable);
  return worker.run({ template, data: json, house: head, logo: logo ?? undefined });
}

/** Ends the compiler's thread; the next document starts a new one. */
export const stopPdf = (): Promise<void> => worker.stop();
