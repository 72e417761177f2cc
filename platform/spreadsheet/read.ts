import { Problem } from '#kernel/problem.ts';
import { checkedContent, stopChecking } from '#platform/file/content-check.ts';
import { TaskWorker } from '#platform/worker/task-worker.ts';

export type CellKind = 'text' | 'number' | 'boolean' | 'day' | 'instant' | 'error';

export interface ReadCell {
  /** A1 */
  readonly at: string;
  /** From 1. */
  readonly column: number;
  /** A day as YYYY-MM-DD, an instant as YYYY-MM-DDTHH:MM:SS without a zone, an error as #N/A. */
  readonly value: string | number | boolean;
  readonly kind: CellKind;
  /** The value is what a formula gave when the file was last saved; it may be stale. */
  readonly isFormula?: true;
  /** The range this cell stands for; its other cells are empty. */
  readonly merged?: string;
}

export interface ReadRow {
  /** As in the file, from 1. */
  readonly number: number;
  /** Only cells that hold something, from left to right. */
  readonly cells: readonly ReadCell[];
}

export interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Only rows that hold something. */
  readonly rows: readonly ReadRow[];
  readonly merges: readonly string[];
  /** From which year days are counted; old Macs began in 1904. */
  readonly is1904: boolean;
}

export interface ReadLimits {
  /** The number of the last row and column that may hold something, in each sheet. */
  readonly mostRows: number;
  readonly mostColumns: number;
  readonly mostSheets: number;
}

/** What the thread is handed. */
export interface ReadTask extends ReadLimits {
  readonly kind: 'xlsx' | 'csv';
  readonly bytes: Uint8Array;
}

const usualLimits: ReadLimits = { mostRows: 100_000, mostColumns: 300, mostSheets: 50 };

/** A few rows of one sheet: large files come over in pieces, so that the server goes on answering. */
export interface ReadPart {
  readonly sheet: number;
  readonly rows: readonly ReadRow[];
}

const worker = new TaskWorker<ReadTask, Omit<ReadSheet, 'rows'>[]>({
  module: new URL('./read.worker.ts', import.meta.url),
  timeoutMs: 30_000,
  idleMs: 10_000,
  // Whoever waits holds a connection to the database: most of them are for others.
  mostQueued: 3,
  limits: { maxOldGenerationSizeMb: 768 },
  codes: { timeout: 'file.too-complex', memory: 'file.too-complex', busy: 'file.reader-busy' },
});

/**
 * The sheets of an XLSX or CSV file that somebody sent: read in a thread of its own, within limits of size, unpacked
 * size, rows, columns, time and memory. All refusals are Problems `file.…`.
 */
export async function readSheets(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadSheet[]> {
  const { kind } = await checkedContent(bytes, ['xlsx', 'csv', 'text']);
  // A copy, and not by slice(), which in a Buffer is none.
  const copy = new Uint8Array(bytes);
  const rows: ReadRow[][] = [];
  const onPart = (part: unknown): void => {
    const { sheet, rows: more } = part as ReadPart;
    (rows[sheet] ??= []).push(...more);
  };
  const task: ReadTask = { ...usualLimits, ...limits, kind: kind === 'xlsx' ? 'xlsx' : 'csv', bytes: copy };
  const sheets = await worker.run(task, { transfer: [copy.buffer], onPart });
  return sheets.map((sheet, at) => ({ ...sheet, rows: rows[at] ?? [] }));
}

/** The one sheet a form asks for: by name when there are several, otherwise the first that is not hidden. */
export function sheetOf(sheets: readonly ReadSheet[], name?: string): ReadSheet {
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  const sheet =
    seen.find((each) => each.name === name) ?? (name === undefined || seen.length === 1 ? seen[0] : undefined);
  if (!sheet) throw new Problem('unprocessable', 'file.sheet-missing', { name, sheets: seen.map((each) => each.name) });
  return sheet;
}

/** Ends the threads; the next file starts new ones. */
export const stopReading = async (): Promise<void> => {
  await Promise.all([worker.stop(), stopChecking()]);
};
