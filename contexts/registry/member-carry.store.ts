import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { saveEntries } from './member.store.ts';
import { registryIn } from './registry.tables.ts';

/** An organisation that is no more has no members: each membership ends on its last day, with an entry. */
export async function closeMemberships(db: Db, organisation: OrganisationId, on: Day, by: AccountId): Promise<void> {
  const left = await registryIn(db)
    .updateTable('registry.member')
    .set({ left_on: sql<Day>`greatest(joined_on, ${on}::date)`, version: sql`version + 1` })
    .where('organisation_id', '=', organisation)
    .where('left_on', 'is', null)
    .where('voided_by', 'is', null)
    .returning('id')
    .execute();
  await saveEntries(
    db,
    left.map(({ id }) => ({ member: id, organisation, kind: 'left' as const, onDay: on })),
    by,
  );
}
