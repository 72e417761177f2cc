import { sql } from 'kysely';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Db } from '#platform/database/db.ts';
import type { MemberSight } from './member.access.ts';
import { isListed } from './member-filter.store.ts';
import { withMerged } from './member-merged.store.ts';
import { membersAsOf, partyEndAsOf } from './member-on.store.ts';
import { memberColumns } from './member.store.ts';
import type { listMembers } from './member.wire.ts';
import { presentRepresentative, representativeThen } from './party.store.ts';
import { idsOf, notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';
import { closeness } from './search.store.ts';

type Filters = ParsedInputOf<typeof listMembers>;

const sorting = { name: sql`name collate "vi-x-icu"`, joined: sql`joined_on`, contributed: sql`contributed_vnd` };

/** What nobody sees in the rows cannot put them in order either. */
function sortKey(sort: Filters['sort'], sight: MemberSight): keyof typeof sorting {
  const key = sort.replace(/^-/, '') as keyof typeof sorting;
  const hidden = { full: null, names: 'contributed', masked: 'name', none: null }[sight];
  return key === hidden ? 'joined' : key;
}

/** Members of one organisation, with a day those of that day. Names are searched only for those who may see them. */
export async function memberPage(db: Db, filters: Filters, sight: MemberSight) {
  const { asOf } = filters;
  // Names are searched only for those who may see them.
  const search = sight === 'masked' ? undefined : filters.search;
  const rows = registryIn(db)
    .selectFrom(membersAsOf(asOf))
    .where('organisation_id', 'in', await idsOf(db, filters.organisation))
    .where('voided_by', 'is', null)
    .where(notMerged('member', 'm.id'))
    .where(isListed({ ...filters, search }));
  const order = filters.sort.startsWith('-') ? sql`desc` : sql`asc`;
  const sorted = sql`${sorting[sortKey(filters.sort, sight)]} ${order} nulls last`;
  const items = await rows
    .select(memberColumns)
    .select(partyEndAsOf(asOf).as('party_ended_on'))
    .select(asOf === undefined ? presentRepresentative('m.id') : representativeThen('m.id', asOf))
    .orderBy(search ? sql`${closeness(sql`name`, sql`plain_name`, search)}, ${sorted}` : sorted)
    .orderBy('id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: asOf === undefined ? await withMerged(db, items) : items, total };
}
export type MemberRecord = Awaited<ReturnType<typeof memberPage>>['items'][number];
