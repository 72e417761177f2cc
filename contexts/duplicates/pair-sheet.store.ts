import { sql } from 'kysely';

import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { PairScope } from './duplicates.access.ts';
import type { PairEntryKind } from './pair.ts';
import { pairsIn, type PairFilters } from './pair.store.ts';
import { comparedRecords, type ComparedRecord } from './record.store.ts';

// Each row brings two records that are read and unsealed: few at a time.
const batch = 250;

const dayOf = (column: string) => sql<Day | null>`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date::text`;

const chosen = (db: Db, filters: PairFilters, scope: PairScope) =>
  pairsIn(db, filters, scope)
    .select(['p.id', 'p.first_id', 'p.second_id', 'p.likelihood', 'p.clauses', 'p.state'])
    .select(sql<boolean>`p.state = 'open' and p.reopened_at is not null`.as('reopened'));

const pairRows = (db: Db, filters: PairFilters, scope: PairScope, offset: number) =>
  chosen(db, filters, scope)
    .select([dayOf('p.found_at').as('found_on'), dayOf('p.decided_at').as('decided_on')])
    .orderBy('p.likelihood', 'desc')
    .orderBy('p.id')
    .limit(batch)
    .offset(offset)
    .execute();

const entryRows = (db: Db, filters: PairFilters, scope: PairScope, offset: number) =>
  chosen(db, filters, scope)
    .innerJoin('duplicates.pair_entry as e', 'e.pair_id', 'p.id')
    .leftJoin('auth.user as a', 'a.id', 'e.recorded_by')
    .select(['e.kind', 'e.reason', 'a.name as by'])
    .select(dayOf('e.recorded_at').as('on_day'))
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .limit(batch)
    .offset(offset)
    .execute();

type ChosenRow = Awaited<ReturnType<typeof pairRows>>[number];
type EntryRow = Awaited<ReturnType<typeof entryRows>>[number] & { readonly kind: PairEntryKind };

interface Sides {
  readonly first: ComparedRecord;
  readonly second: ComparedRecord;
}

/** Read on until there are no more, each with both its records; a pair of which one was withdrawn is left out as in the list. */
async function* withBoth<Row extends Pick<ChosenRow, 'first_id' | 'second_id'>>(
  db: Db,
  { subject }: PairFilters,
  read: (offset: number) => Promise<Row[]>,
): AsyncGenerator<Row & Sides> {
  for (let offset = 0; ; offset += batch) {
    const rows = await read(offset);
    const records = await comparedRecords(
      db,
      subject,
      rows.flatMap(({ first_id, second_id }) => [first_id, second_id]),
    );
    for (const row of rows) {
      const [first, second] = [records.get(row.first_id), records.get(row.second_id)];
      if (first !== undefined && second !== undefined) yield { ...row, first, second };
    }
    if (rows.length < batch) return;
  }
}

export const pairsWithBoth = (db: Db, filters: PairFilters, scope: PairScope): AsyncGenerator<ChosenRow & Sides> =>
  withBoth(db, filters, (offset) => pairRows(db, filters, scope, offset));

/** What was decided of them, in its order. */
export const entriesWithBoth = (db: Db, filters: PairFilters, scope: PairScope): AsyncGenerator<EntryRow & Sides> =>
  withBoth(db, filters, (offset) => entryRows(db, filters, scope, offset));

/** Of which organisations such pairs of members name people, and how many. */
export const namedIn = async (db: Db, filters: PairFilters, scope: PairScope) =>
  await pairsIn(db, filters, scope)
    .innerJoin('registry.published_member_identity as i', (join) =>
      join.on(sql<boolean>`i.province = p.province and i.id in (p.first_id, p.second_id)`),
    )
    .select('i.organisation_id as organisation')
    .select((eb) => eb.fn.count<number>('i.id').distinct().as('rows'))
    .groupBy('i.organisation_id')
    .execute();
