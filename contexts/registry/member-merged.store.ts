import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';

/** Under which id a member stands today. */
export async function standingMember(db: Db, member: MemberId): Promise<MemberId> {
  const row = await registryIn(db)
    .selectFrom('registry.record_merger')
    .select('shown_as_id')
    .where('subject', '=', 'member')
    .where('merged_id', '=', member)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return (row?.shown_as_id as MemberId | undefined) ?? member;
}

interface Added {
  readonly id: MemberId;
  readonly joined_on: Day;
  readonly contributed_vnd: number;
  readonly subscribed_vnd: number;
}

interface Summed {
  readonly id: MemberId;
  readonly joined_on: Day;
  readonly contributed_vnd: number;
  readonly subscribed_vnd?: number;
}

async function mergedInto(db: Db, members: readonly MemberId[]): Promise<Map<MemberId, Added>> {
  if (members.length === 0) return new Map();
  const { rows } = await sql<Added>`
    select g.shown_as_id as id, min(m.joined_on) as joined_on, sum(m.contributed_vnd)::bigint as contributed_vnd,
      sum(m.subscribed_vnd)::bigint as subscribed_vnd
    from registry.record_merger g join registry.recorded_member r on r.province = g.province and r.id = g.merged_id
    join registry.member m on m.province = r.province and m.id = r.id
    where g.province = platform.current_province() and g.subject = 'member' and g.undone_at is null
      and g.shown_as_id = any(${members}::uuid[])
    group by g.shown_as_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** One person's records count together: the first day of joining, and the capital of all. */
export async function withMerged<Row extends Summed>(db: Db, rows: readonly Row[]): Promise<Row[]> {
  const added = await mergedInto(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const more = added.get(row.id);
    if (more === undefined) return row;
    return {
      ...row,
      joined_on: more.joined_on < row.joined_on ? more.joined_on : row.joined_on,
      contributed_vnd: row.contributed_vnd + more.contributed_vnd,
      ...(row.subscribed_vnd !== undefined && { subscribed_vnd: row.subscribed_vnd + more.subscribed_vnd }),
    };
  });
}
