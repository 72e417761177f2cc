import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { CapExcessId } from './cap-excess.wire.ts';
import type { CapKind } from './capital-cap.ts';
import { standingOrganisation } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

export interface OpenExcess {
  readonly id: CapExcessId;
  readonly cap: CapKind;
  readonly member: MemberId | null;
  readonly onDay: Day;
  readonly until: Day | null;
  readonly reason: string | null;
}

/** What was told of an organisation's being above a cap, and still is so. */
export async function openExcesses(db: Db, organisation: OrganisationId, on: Day): Promise<OpenExcess[]> {
  const { rows } = await sql<OpenExcess>`
    select id, cap, member_id as member, on_day as "onDay", until_day as until, reason
    from registry.published_excess(${on}::date) where organisation_id = ${organisation} order by until_day nulls last, cap`.execute(
    db,
  );
  return rows;
}

export interface ToldExcess {
  readonly id: CapExcessId;
  readonly cap: CapKind;
  readonly member: MemberId | null;
  readonly onDay: Day;
  readonly until: Day | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly recordedAt: Instant;
}

/** All that was ever told of it, the last first, whichever of merged records it was told of. */
export async function toldOf(db: Db, organisation: OrganisationId): Promise<ToldExcess[]> {
  const { rows } = await sql<ToldExcess>`
    select e.id, e.cap, k.stands_as_id as member, e.on_day as "onDay", e.until_day as until, e.reason,
      u.name as by, e.recorded_at as "recordedAt"
    from registry.cap_excess e
    join registry.published_identity i on i.province = e.province and i.id = e.organisation_id
    left join registry.published_member_identity k on k.province = e.province and k.id = e.member_id
    left join auth."user" u on u.id = e.recorded_by
    where e.province = platform.current_province() and i.stands_as_id = ${organisation}
    order by e.recorded_at desc, e.id desc`.execute(db);
  return rows;
}

export async function excessRecord(db: Db, excess: CapExcessId) {
  const row = await registryIn(db)
    .selectFrom('registry.cap_excess')
    .selectAll()
    .where('id', '=', excess)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.cap-excess.unknown');
  return row;
}

/** What was told last of the same, if it still is so. */
export async function openOf(
  db: Db,
  { id, organisation_id }: Awaited<ReturnType<typeof excessRecord>>,
  on: Day,
): Promise<OpenExcess | undefined> {
  const organisation = await standingOrganisation(db, organisation_id);
  const one = (await toldOf(db, organisation)).find((told) => told.id === id);
  const open = await openExcesses(db, organisation, on);
  return open.find(({ cap, member }) => cap === one?.cap && member === one.member);
}

interface Told {
  readonly id: CapExcessId;
  readonly last: CapExcessId;
  readonly reason: string;
  readonly until?: Day | undefined;
  readonly by: AccountId;
}

/** A later word on the same act: what was told before stays as it was. */
export async function saveTold(db: Db, { id, last, reason, until, by }: Told): Promise<void> {
  const { recorded_at: _, province: __, ...same } = await excessRecord(db, last);
  await registryIn(db)
    .insertInto('registry.cap_excess')
    .values({ ...same, id, reason, until_day: until ?? same.until_day, recorded_by: by })
    .execute();
}
