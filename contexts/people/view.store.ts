import { sql } from 'kysely';
import type { AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { peopleIn } from './account.tables.ts';
import type { SavedView, ViewId } from './view.wire.ts';

const ownViews = (db: Db, account: AccountId) =>
  peopleIn(db).selectFrom('people.saved_view').where('account_id', '=', account).where('ended_at', 'is', null);

export function viewsOf(db: Db, account: AccountId, page: string | undefined): Promise<SavedView[]> {
  let rows = ownViews(db, account);
  if (page !== undefined) rows = rows.where('page', '=', page);
  return rows
    .select(['id', 'page', 'name', 'search'])
    .orderBy('page')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

export async function viewCount(db: Db, account: AccountId): Promise<number> {
  const { n } = await ownViews(db, account)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function keepView(db: Db, account: AccountId, view: SavedView): Promise<void> {
  const views = peopleIn(db);
  await views
    .updateTable('people.saved_view')
    .set({ ended_at: sql`now()` })
    .where('account_id', '=', account)
    .where('page', '=', view.page)
    .where('name', '=', view.name)
    .where('ended_at', 'is', null)
    .execute();
  await views
    .insertInto('people.saved_view')
    .values({ ...view, account_id: account, ended_at: null })
    .execute();
}

/** Whether it was the account's own and still kept. */
export async function endView(db: Db, account: AccountId, view: ViewId): Promise<boolean> {
  const { numUpdatedRows } = await peopleIn(db)
    .updateTable('people.saved_view')
    .set({ ended_at: sql`now()` })
    .where('id', '=', view)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
