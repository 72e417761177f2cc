import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Method, ParsedInputOf } from '#kernel/method.ts';
import type { z } from 'zod';
import type { Db } from '#platform/database/db.ts';

/**
 * A file as the reply of a document method. A long body is never held whole. It is sent when the handler's transaction
 * has ended: what was written down about the reading stands, even if the reader breaks off. One that asks the database
 * while it is being written is a function, and is read in a transaction of its own.
 */
export interface DocumentReply {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: Uint8Array | AsyncIterable<Uint8Array> | ((db: Db) => AsyncIterable<Uint8Array>);
  /** Shown in the page (a PDF in a tab) instead of saved. */
  readonly inline?: boolean;
}

/** What a handler is given. It loads, insists once, decides, saves. */
export interface Call<Input> {
  readonly input: Input;
  readonly actor: Actor;
  readonly db: Db;
  /** The business day, Asia/Ho_Chi_Minh. */
  readonly today: Day;
  readonly commandId: string | null;
  /** Exactly once per handler, after loading and before deciding. Nobody signed in: 401; otherwise 403. */
  readonly insist: (allowed: boolean) => void;
  /** Tells the contexts above, in the same transaction. */
  readonly tell: (topic: string, payload: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly origin: string;
  readonly requestId: string;
  readonly ip: string;
}

/** The same when it is sent. */
export type SentDocument = Omit<DocumentReply, 'body'> & { readonly body: Uint8Array | AsyncIterable<Uint8Array> };

type Awaited_<M extends Method> = M['kind'] extends 'document' ? DocumentReply : z.input<M['reply']>;

export interface Handler {
  readonly method: Method;
  readonly run: (call: Call<unknown>) => Promise<unknown>;
}

export const handle = <M extends Method>(
  method: M,
  run: (call: Call<ParsedInputOf<M>>) => Promise<Awaited_<M>>,
): Handler => ({ method, run: run as Handler['run'] });
