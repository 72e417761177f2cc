import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { supportIn } from './support.tables.ts';

const growers = ['cooperative-group', 'cooperative', 'union', 'farm', 'household-business', 'enterprise'] as const;

/** The organisations somebody runs that could ask for support: not banks, agencies or funds. */
export async function managedOrganisations(db: Db, actor: Actor) {
  const managed = actor.grants.flatMap(({ role, organisation }) =>
    organisation !== null && (role === 'organisation-manager' || role === 'buyer') ? [organisation] : [],
  );
  if (managed.length === 0) return [];
  return supportIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${managed}::uuid[])`)
    .where('kind', 'in', growers)
    .where('survivor_id', 'is', null)
    .orderBy('name')
    .execute();
}
