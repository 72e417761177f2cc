import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { firstJoined, isThereOn } from './member-merged.store.ts';
import { standingThen } from './member-standing.store.ts';
import { idsOf, notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

/**
 * Everybody who is a member on a day, with who stands for them then; the day of leaving is no longer one. A person
 * entered twice and shown as one has one vote, since the first day any
 * of the records tells (Law on Cooperatives 17/2023/QH15: one vote per official member).
 */
export const membersOn = async (db: Db, organisation: OrganisationId, on: Day) =>
  registryIn(db)
    .selectFrom('registry.member as m')
    .select(['m.id as member', 'm.name', 'm.party'])
    .select(firstJoined.as('joinedOn'))
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
    .where('m.organisation_id', 'in', await idsOf(db, organisation))
    .where('m.voided_by', 'is', null)
    .where(notMerged('member', 'm.id'))
    .where(isThereOn(on))
    .orderBy(sql`m.name collate "vi-x-icu"`)
    .orderBy('m.id')
    .execute();
export type MemberOnDay = Awaited<ReturnType<typeof membersOn>>[number];
