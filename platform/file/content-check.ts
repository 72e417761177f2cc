import { TaskWorker } from '#platform/worker/task-worker.ts';
import { contentOf, type Content, type ContentKind } from './content.ts';
import type { ContentTask } from './content.worker.ts';

const worker = new TaskWorker<ContentTask, Content>({
  module: new URL('./content.worker.ts', import.meta.url),
  timeoutMs: 20_000,
  idleMs: 10_000,
  mostQueued: 12,
  limits: { maxOldGenerationSizeMb: 256 },
  codes: { timeout: 'file.too-complex', memory: 'file.too-complex', busy: 'file.reader-busy' },
});

/** Looking through more than this would keep everybody else waiting. */
const mostBytesHere = 256_000;

/** The same as contentOf; of a large file in a thread of its own. */
export async function checkedContent(bytes: Uint8Array, allowed?: readonly ContentKind[]): Promise<Content> {
  if (bytes.length <= mostBytesHere) return contentOf(bytes, allowed);
  // A copy, and not by slice(), which in a Buffer is none.
  const copy = new Uint8Array(bytes);
  return worker.run({ bytes: copy, allowed }, { transfer: [copy.buffer] });
}

/** Ends the thread; the next large file starts a new one. */
export const stopChecking = (): Promise<void> => worker.stop();
