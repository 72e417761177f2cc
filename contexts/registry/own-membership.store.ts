import { sql } from 'kysely';
import type { AccountId, MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';

export interface OwnMembership {
  /** The membership as it is shown to the person. */
  readonly shown: MemberId;
  /** Under which its figures were entered: its own, or that of a record merged into it. */
  readonly entered: MemberId;
}

/** The memberships of whoever signs in with this account, in all organisations of the province. */
export async function ownMemberships(db: Db, account: AccountId): Promise<OwnMembership[]> {
  const { rows } = await sql<OwnMembership>`
    with own as (
      select id from registry.member where account_id = ${account} and voided_by is null order by joined_on, id limit 50
    )
    select id as shown, id as entered from own
    union
    select r.shown_as_id, r.merged_id from registry.record_merger r join own on own.id = r.shown_as_id
    where r.subject = 'member' and r.undone_at is null and r.merged_id not in (select id from own)`.execute(db);
  return rows;
}
