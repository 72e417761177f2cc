import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Db } from '#platform/database/db.ts';
import { audiencesOf } from '#platform/session/notify.ts';
import { peopleIn } from './account.tables.ts';
import type { listNotifications } from './notification.wire.ts';

const toldTo = (db: Db, actor: Actor) =>
  peopleIn(db)
    .selectFrom('platform.notification as n')
    .leftJoin('platform.notification_seen as s', (join) =>
      join.onRef('s.notification_id', '=', 'n.id').on('s.account_id', '=', actor.account),
    )
    .where(sql<boolean>`n.audience = any(${audiencesOf(actor)}::text[])`);

const unseenBy = (db: Db, actor: Actor) => toldTo(db, actor).where('s.seen_at', 'is', null);

export async function unseenCount(db: Db, actor: Actor): Promise<number> {
  const { unseen } = await unseenBy(db, actor)
    .select((eb) => eb.fn.countAll<number>().as('unseen'))
    .executeTakeFirstOrThrow();
  return unseen;
}

export async function notificationPage(db: Db, actor: Actor, filters: ParsedInputOf<typeof listNotifications>) {
  const rows = filters.unseen === true ? unseenBy(db, actor) : toldTo(db, actor);
  const items = await rows
    .select(['n.id', 'n.at', 'n.topic', 'n.params', 'n.link', sql<boolean>`s.seen_at is not null`.as('seen')])
    .orderBy('n.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

/** Only what was told to this person can be marked; anything else is passed over. */
export async function recordSeen(db: Db, actor: Actor, notifications: readonly string[] | undefined): Promise<void> {
  let chosen = unseenBy(db, actor);
  if (notifications !== undefined) chosen = chosen.where(sql<boolean>`n.id = any(${notifications}::uuid[])`);
  await peopleIn(db)
    .insertInto('platform.notification_seen')
    .columns(['account_id', 'notification_id'])
    .expression(chosen.select([sql<never>`${actor.account}::text`.as('account_id'), 'n.id']))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
