import { contentOf, type Content, type ContentKind } from '#platform/file/content.ts';
import { answerTasks } from '#platform/worker/answer-tasks.ts';

/** What the thread is handed. */
export interface ContentTask {
  readonly bytes: Uint8Array;
  readonly allowed?: readonly ContentKind[] | undefined;
}

answerTasks<ContentTask, Content>(({ bytes, allowed }) => contentOf(bytes, allowed));
