import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { standingThen } from './member-standing.store.ts';
import { notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

/**
 * Everybody who is a member on a day, with who stands for them then; the day of leaving is no longer one. A person
 * entered twice and shown as one has one vote (Law on Cooperatives 17/2023/QH15: one vote per official member).
 */
export const membersOn = (db: Db, organisation: OrganisationId, on: Day) =>
  registryIn(db)
    .selectFrom('registry.member as m')
    .select(['m.id as member', 'm.name', 'm.party', 'm.joined_on as joinedOn'])
    .select(standingThen(on).as('standing'))
    .select((eb) =>
      eb
        .selectFrom('registry.member_representative as r')
        .select('r.name')
        .whereRef('r.member_id', '=', 'm.id')
        .where('r.valid_from', '<=', on)
        .where((one) => one.or([one('r.valid_until', 'is', null), one('r.valid_until', '>=', on)]))
        .orderBy('r.valid_from', 'desc')
        .limit(1)
        .as('representative'),
    )
    .where('m.organisation_id', '=', organisation)
    .where(notMerged('member', 'm.id'))
    .where('m.joined_on', '<=', on)
    .where((eb) => eb.or([eb('m.left_on', 'is', null), eb('m.left_on', '>', on)]))
    .orderBy(sql`m.name collate "vi-x-icu"`)
    .orderBy('m.id')
    .execute();
export type MemberOnDay = Awaited<ReturnType<typeof membersOn>>[number];
