import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { Client, Database } from '#platform/database/pool.ts';
import { inProvince } from '#platform/database/transaction.ts';

export interface Told {
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: string;
}

type Waiting = Told & { readonly tries: number };

/** Works off entries of one topic, each in a transaction of its own, each once. */
export interface Subscriber {
  readonly name: string;
  readonly topics: readonly string[];
  /** Work of many seconds, for which nothing else shall wait: its topics are worked off beside the others. */
  readonly isLong?: true;
  readonly work: (db: Db, told: Told, room: OutboxRoom) => Promise<void>;
  /** After so many tries it is given up: what waits for it is told so, and the entry is closed. */
  readonly giveUp?: { readonly afterTries: number; readonly tell: (db: Db, told: Told) => Promise<void> };
}

/** For work that writes in transactions of its own. */
export interface OutboxRoom {
  readonly database: Database;
  readonly province: Province;
}

/** Which topics one worker takes. */
export interface Lane {
  readonly topics: readonly string[];
  /** Only these, or all but these. */
  readonly isOnly: boolean;
}

export async function tell(client: Client, topic: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
  await client.query({
    name: 'outbox-tell',
    text: 'insert into platform.outbox (id, topic, payload) values ($1, $2, $3)',
    values: [newId(), topic, JSON.stringify(payload)],
  });
}

/** For rows written in bulk: many at once, in their transaction. */
export async function tellAll(db: Db, topic: string, payloads: readonly Told['payload'][]): Promise<void> {
  if (payloads.length === 0) return;
  const entries = JSON.stringify(payloads.map((payload) => ({ id: newId(), payload })));
  await sql`insert into platform.outbox (id, topic, payload)
    select id, ${topic}, payload from json_to_recordset(${entries}::json) as t(id uuid, payload jsonb)`.execute(db);
}

const mostTries = 12;
const batch = 100;

interface Delivery {
  readonly client: Client;
  readonly db: Db;
  readonly room: OutboxRoom;
}

async function deliverOne(
  { client, db, room }: Delivery,
  subscribers: readonly Subscriber[],
  told: Told,
): Promise<void> {
  for (const subscriber of subscribers) {
    if (!subscriber.topics.includes(told.topic)) continue;
    const { rowCount } = await client.query({
      name: 'outbox-deliver',
      text: 'insert into platform.outbox_delivery (outbox_id, subscriber) values ($1, $2) on conflict do nothing',
      values: [told.id, subscriber.name],
    });
    if (rowCount !== 1) continue;
    // Its work is done in other transactions, while this one only holds the entry.
    if (subscriber.isLong) await client.query('set local idle_in_transaction_session_timeout = 0');
    await subscriber.work(db, told, room);
  }
  await client.query({
    name: 'outbox-done',
    text: 'update platform.outbox set done_at = now() where province = platform.current_province() and id = $1',
    values: [told.id],
  });
}

interface Asked {
  readonly database: Database;
  readonly province: Province;
  readonly subscribers: readonly Subscriber[];
}

async function waiting({ database, province, subscribers }: Asked, { topics, isOnly }: Lane): Promise<Waiting[]> {
  // Tried often enough, these still wait to be given up.
  const closed = subscribers.flatMap((one) => (one.giveUp === undefined ? [] : one.topics));
  return inProvince(database, province, async ({ client }) => {
    const { rows } = await client.query<Waiting>({
      name: 'outbox-waiting',
      text: `select id, topic, payload, at, tries from platform.outbox
             where province = platform.current_province() and done_at is null and next_at <= now()
               and (tries < $1 or topic = any($5)) and (topic = any($3)) = $4
             order by id limit $2`,
      values: [mostTries, batch, topics, isOnly, closed],
    });
    return rows;
  });
}

/** A try is counted before it is made: one that ends the whole process counts as well. */
async function countTry({ database, province }: Asked, { id }: Told): Promise<void> {
  await inProvince(database, province, ({ client }) =>
    client.query({
      name: 'outbox-try',
      text: `update platform.outbox set tries = tries + 1
             where province = platform.current_province() and id in (select id from platform.outbox
               where province = platform.current_province() and id = $1 and done_at is null for update skip locked)`,
      values: [id],
    }),
  );
}

async function noteTrouble({ database, province }: Asked, told: Told, error: unknown): Promise<void> {
  await inProvince(database, province, ({ client }) =>
    client.query({
      name: 'outbox-trouble',
      text: `update platform.outbox set trouble = $2,
               next_at = now() + least(interval '1 hour', interval '1 second' * power(2, tries - 1))
             where province = platform.current_province() and id = $1`,
      values: [told.id, String(error).slice(0, 1_000)],
    }),
  );
}

/** Works an entry off, or gives it up where it was tried often enough. Whoever else has it in hands keeps it. */
async function workOff({ database, province, subscribers }: Asked, told: Waiting): Promise<void> {
  await inProvince(database, province, async ({ client, db }) => {
    const { rowCount } = await client.query({
      name: 'outbox-lock',
      text: `select from platform.outbox
             where province = platform.current_province() and id = $1 and done_at is null for update skip locked`,
      values: [told.id],
    });
    if (rowCount !== 1) return;
    const over = subscribers.filter(
      ({ topics, giveUp }) => topics.includes(told.topic) && giveUp !== undefined && told.tries >= giveUp.afterTries,
    );
    for (const { giveUp } of over) await giveUp!.tell(db, told);
    await deliverOne({ client, db, room: { database, province } }, over.length > 0 ? [] : subscribers, told);
  });
}

/** Works off what waits in one province; returns how many entries it saw. */
export async function drainOutbox(
  database: Database,
  province: Province,
  subscribers: readonly Subscriber[],
  lane: Lane = { topics: [], isOnly: false },
): Promise<number> {
  const asked = { database, province, subscribers };
  const entries = await waiting(asked, lane);
  for (const told of entries) {
    try {
      await countTry(asked, told);
      await workOff(asked, told);
    } catch (error) {
      await noteTrouble(asked, told, error);
    }
  }
  return entries.length;
}
