import type { Actor } from '#kernel/actor.ts';
import { today } from '#kernel/day.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { recordAct } from '#platform/audit/audit.ts';
import { keepReply, takeCommand } from '#platform/command/reply.ts';
import type { Client, Database } from '#platform/database/pool.ts';
import { inProvince, Undo, type Work } from '#platform/database/transaction.ts';
import { tell } from '#platform/outbox/outbox.ts';
import type { Call, DocumentReply, Handler, SentDocument } from './handle.ts';
import { Turnstile } from './turnstile.ts';

export interface Asked {
  readonly input: unknown;
  readonly province: Province;
  readonly commandId: string | null;
  readonly origin: string;
  readonly requestId: string;
  readonly ip: string;
  /** Who asks, read inside the same transaction: what was revoked a moment ago no longer counts. */
  readonly actorIn: (client: Client) => Promise<Actor>;
}

/** Of the twenty connections of the pool; who finds no place within some seconds may come again. */
const streams = new Turnstile({ most: 8, mostEach: 3, waitMs: 20_000 });

/** The permission of the first run is asked again, and nothing more is done. */
class Replay extends Error {}

const refusal = ({ account }: Actor): Problem =>
  account === null ? new Problem('unauthenticated', 'access.sign-in') : new Problem('forbidden', 'access.denied');

function insistOnce(actor: Actor, replay: boolean) {
  let asked = false;
  const insist = (allowed: boolean): void => {
    if (asked) throw new Error('a handler insists exactly once');
    asked = true;
    if (!allowed) throw refusal(actor);
    if (replay) throw new Replay();
  };
  return { insist, wasAsked: () => asked };
}

async function answer(
  handler: Handler,
  asked: Asked,
  actor: Actor,
  { work, replay }: { work: Work; replay: boolean },
): Promise<unknown> {
  const { insist, wasAsked } = insistOnce(actor, replay);
  const call: Call<unknown> = {
    input: asked.input,
    actor,
    db: work.db,
    today: today(),
    commandId: asked.commandId,
    insist,
    tell: (topic, payload) => tell(work.client, topic, payload),
    origin: asked.origin,
    requestId: asked.requestId,
    ip: asked.ip,
  };
  const reply = await handler.run(call).catch((error: unknown) => {
    // Whether a record is there is told after permission: until then what is not there and what is somebody else's are one.
    throw !wasAsked() && error instanceof Problem && error.kind === 'not-found' ? refusal(actor) : error;
  });
  if (!wasAsked()) throw new Error(`${handler.method.name} never asked for permission`);
  return handler.method.kind === 'document' ? reply : handler.method.reply.parse(reply);
}

/** A query: one read-only transaction. */
export const runQuery = (database: Database, handler: Handler, asked: Asked): Promise<unknown> =>
  inProvince(
    database,
    asked.province,
    async (work) => answer(handler, asked, await asked.actorIn(work.client), { work, replay: false }),
    { readOnly: true },
  );

/**
 * A document, sent when its transaction has ended: whoever reads it can count on what was written down about the reading.
 * One that is read from the database while it is sent has a transaction of its own that shows one moment. Whoever reads
 * slowly keeps that one open, so there are never more of them than leave connections for everybody else.
 */
export async function runDocument(
  database: Database,
  handler: Handler,
  asked: Asked,
  send: (reply: SentDocument) => Promise<void>,
): Promise<void> {
  const { document, reader } = await inProvince(
    database,
    asked.province,
    async (work) => {
      const actor = await asked.actorIn(work.client);
      const reply = (await answer(handler, asked, actor, { work, replay: false })) as DocumentReply;
      return { document: reply, reader: actor.account ?? asked.ip };
    },
    { tries: 1 },
  );
  const { body } = document;
  if (typeof body !== 'function') return send({ ...document, body });
  const leave = await streams.enter(reader);
  try {
    await inProvince(database, asked.province, ({ db }) => send({ ...document, body: body(db) }), {
      readOnly: true,
      oneMoment: true,
      tries: 1,
    });
  } finally {
    leave();
  }
}

/** A command: one transaction, one audit row, one effect however often it is sent. */
export function runCommand(database: Database, handler: Handler, asked: Asked): Promise<unknown> {
  const { method } = handler;
  const commandId = asked.commandId!;
  return inProvince(database, asked.province, async (work) => {
    const actor = await asked.actorIn(work.client);
    const key = { account: actor.account, method, commandId, input: asked.input };
    const first = await takeCommand(work.client, key);
    if (first !== undefined) {
      try {
        await answer(handler, asked, actor, { work, replay: true });
      } catch (error) {
        if (error instanceof Replay) throw new Undo(first.reply);
        throw error;
      }
    }
    const reply = await answer(handler, asked, actor, { work, replay: false });
    await recordAct(work.client, {
      method,
      account: actor.account,
      input: asked.input,
      commandId,
      requestId: asked.requestId,
    });
    await keepReply(work.client, key, reply);
    return reply;
  });
}
