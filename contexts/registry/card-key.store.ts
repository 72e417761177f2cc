import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { cardKey, type CardKey } from './card.cipher.ts';
import { registryIn } from './registry.tables.ts';

export const cardKeys = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.card_key')
    .select(['number', 'public_key', 'from_day', 'ended_on', 'is_broken', 'reason'])
    .orderBy('number')
    .execute();

export const cardsByKey = (db: Db, today: Day) =>
  registryIn(db)
    .selectFrom('registry.card_key as k')
    .leftJoin('registry.member_card as c', (join) =>
      join.onRef('c.key_number', '=', 'k.number').on('c.revoked_on', 'is', null).on('c.expires_on', '>=', today),
    )
    .select(['k.number', 'k.from_day', 'k.ended_on', 'k.is_broken', 'k.reason'])
    .select((eb) => eb.fn.count<number>('c.id').as('cards'))
    .groupBy(['k.province', 'k.number'])
    .orderBy('k.number', 'desc')
    .execute();

/** The key of now as this installation can make it; undefined before the first, and where the installation's secret is another. */
export async function findCardKey(db: Db, province: number): Promise<CardKey | undefined> {
  const row = (await cardKeys(db)).find(({ ended_on }) => ended_on === null);
  if (row === undefined) return undefined;
  const key = cardKey(province, row.number);
  return key.publicKey.equals(row.public_key) ? key : undefined;
}

interface Change {
  readonly province: number;
  readonly on: Day;
  readonly by: AccountId;
  readonly broken?: boolean;
  readonly reason?: string;
}

/** Ends the key of now and begins the next. */
export async function nextCardKey(db: Db, { province, on, by, broken = false, reason }: Change): Promise<CardKey> {
  // Two at once would begin the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended('registry.card_key', ${province}))`.execute(db);
  const known = await cardKeys(db);
  const number = (known.at(-1)?.number ?? 0) + 1;
  if (number > 255) throw new Problem('conflict', 'registry.card-key.no-more');
  await registryIn(db)
    .updateTable('registry.card_key')
    .set({ ended_on: on, is_broken: broken, reason: reason ?? null })
    .where('ended_on', 'is', null)
    .execute();
  const key = cardKey(province, number);
  await registryIn(db)
    .insertInto('registry.card_key')
    .values({ number, public_key: key.publicKey, from_day: on, ended_on: null, reason: null, recorded_by: by })
    .execute();
  return key;
}

/** The key to sign with; where there is none, or it was made with a secret that is gone, the next one begins. */
export const presentCardKey = async (db: Db, change: Change): Promise<CardKey> =>
  (await findCardKey(db, change.province)) ?? (await nextCardKey(db, change));
