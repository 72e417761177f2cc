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

/** Works off entries of one topic, each in a transaction of its own, each once. */
export interface Subscriber {
  readonly name: string;
  readonly topics: readonly string[];
  /** Work of many seconds, for which nothing else shall wait: its topics are worked off beside the others. */
  readonly isLong?: true;
  readonly work: (db: Db, told: Told, room: OutboxRoom) => Promise<void>;
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

async function waiting(database: Database, province: Province, { topics, isOnly }: Lane): Promise<Told[]> {
  return inProvince(database, province, async ({ client }) => {
    const { rows } = await client.query<Told>({
      name: 'outbox-waiting',
      text: `select id, topic, payload, at from platform.outbox
             where province = platform.current_province() and done_at is null and tries < $1 and next_at <= now()
               and (topic = any($3)) = $4
             order by id limit $2`,
      values: [mostTries, batch, topics, isOnly],
    });
    return rows;
  });
}

async function noteTrouble(database: Database, province: Province, told: Told, error: unknown): Promise<void> {
  await inProvince(database, province, ({ client }) =>
    client.query({
      name: 'outbox-trouble',
      text: `update platform.outbox set tries = tries + 1, trouble = $2,
               next_at = now() + least(interval '1 hour', interval '1 second' * power(2, tries))
             where province = platform.current_province() and id = $1`,
      values: [told.id, String(error).slice(0, 1_000)],
    }),
  );
}

/** Works off what waits in one province; returns how many entries it saw. */
export async function drainOutbox(
  database: Database,
  province: Province,
  subscribers: readonly Subscriber[],
  lane: Lane = { topics: [], isOnly: false },
): Promise<number> {
  const entries = await waiting(database, province, lane);
  for (const told of entries) {
    try {
      await inProvince(database, province, async ({ client, db }) => {
        const { rowCount } = await client.query({
          name: 'outbox-lock',
          text: `select from platform.outbox
                 where province = platform.current_province() and id = $1 and done_at is null for update skip locked`,
          values: [told.id],
        });
        if (rowCount === 1) await deliverOne({ client, db, room: { database, province } }, subscribers, told);
      });
    } catch (error) {
      await noteTrouble(database, province, told, error);
    }
  }
  return entries.length;
}
