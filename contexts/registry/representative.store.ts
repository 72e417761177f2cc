import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { eraseNameInRequests } from './change-request.store.ts';
import type { RepresentativeId } from './representative.wire.ts';
import { idsOf } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

export const representativesOf = async (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.representative')
    .select(['id', 'name', 'title', 'phone', 'valid_from', 'valid_until', 'erased_at'])
    .where('organisation_id', 'in', await idsOf(db, organisation))
    // Who came by a sheet that was withdrawn never stood for it.
    .where(sql<boolean>`(valid_until is null or valid_until >= valid_from)`)
    .orderBy(sql`valid_until desc nulls first`)
    .orderBy('valid_from', 'desc')
    .execute();

export async function representativeForChange(db: Db, representative: RepresentativeId) {
  const row = await registryIn(db)
    .selectFrom('registry.representative')
    .select(['id', 'organisation_id', 'name', 'valid_until', 'erased_at'])
    .where('id', '=', representative)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.representative.unknown');
  return row;
}

/** Overwrites what tells who it was. Title and days stay: somebody stood for the organisation then. */
export async function saveRepresentativeErasure(
  db: Db,
  { id, organisation_id, name }: Awaited<ReturnType<typeof representativeForChange>>,
): Promise<void> {
  if (name !== null) await eraseNameInRequests(db, await idsOf(db, organisation_id), name);
  await registryIn(db)
    .updateTable('registry.representative')
    .set({ name: null, phone: null, erased_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}
