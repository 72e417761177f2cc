import { sql } from 'kysely';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import type { MemberSight } from './member.access.ts';
import { withMerged } from './member-merged.store.ts';
import { isPresentAsOf, membersAsOf, partyEndAsOf } from './member-on.store.ts';
import { memberColumns } from './member.store.ts';
import type { listMembers } from './member.wire.ts';
import { presentRepresentative, representativeThen } from './party.store.ts';
import { idsOf, notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';
import { closeness, literal } from './search.store.ts';

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
  const named = sight !== 'masked';
  let rows = registryIn(db)
    .selectFrom(membersAsOf(asOf))
    .where('organisation_id', 'in', await idsOf(db, filters.organisation))
    .where('voided_by', 'is', null)
    .where(notMerged('member', 'm.id'));
  const { standing, party, present, search } = filters;
  if (standing !== undefined) rows = rows.where('standing', '=', standing);
  if (party !== undefined) rows = rows.where('party', '=', party);
  if (present !== 'all')
    rows = rows.where(present === 'true' ? isPresentAsOf(asOf) : sql<boolean>`not ${isPresentAsOf(asOf)}`);
  if (search && named) {
    const words = plain(search);
    rows = rows.where(
      sql<boolean>`(plain_name like ${`%${literal(words)}%`} or word_similarity(${words}, plain_name) >= 0.6)`,
    );
  }
  const order = filters.sort.startsWith('-') ? sql`desc` : sql`asc`;
  const sorted = sql`${sorting[sortKey(filters.sort, sight)]} ${order} nulls last`;
  const items = await rows
    .select(memberColumns)
    .select(partyEndAsOf(asOf).as('party_ended_on'))
    .select(asOf === undefined ? presentRepresentative('m.id') : representativeThen('m.id', asOf))
    .orderBy(search && named ? sql`${closeness(sql`name`, sql`plain_name`, search)}, ${sorted}` : sorted)
    .orderBy('id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: asOf === undefined ? await withMerged(db, items) : items, total };
}
export type MemberRecord = Awaited<ReturnType<typeof memberPage>>['items'][number];
