import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { organisationFacts } from './organisation.store.ts';
import { hasEnded } from './organisation.ts';
import { registryIn } from './registry.tables.ts';

/**
 * Has it ended? The row is held until the transaction is over: an act that ends the organisation, and a record it takes on
 * anew, come one after the other, and the second sees the first.
 */
export async function endedForGood(db: Db, organisation: OrganisationId): Promise<boolean> {
  const row = await registryIn(db)
    .selectFrom('registry.organisation')
    .select('status')
    .where('id', '=', organisation)
    .forShare()
    .executeTakeFirst();
  return row !== undefined && hasEnded(row.status);
}

/** The name of the organisation that is a member; null where there is none, or nobody is to know. */
export const partyNameOf = async (db: Db, party: OrganisationId | null): Promise<string | null> =>
  party === null ? null : (await organisationFacts(db, party)).name;
