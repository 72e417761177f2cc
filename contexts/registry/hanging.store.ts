import { sql } from 'kysely';
import type { Db } from '#platform/database/db.ts';

/** Rows that belong to the thing itself and go with it, or are asked about by their own names. */
const besides = {
  'registry.member': [
    'registry.member_entry',
    'registry.personal_look',
    'registry.member_consent',
    'registry.member_representative',
    'registry.guardian',
    'registry.capital_line',
  ],
  'registry.organisation': [
    'registry.organisation_place',
    'registry.organisation_act',
    'registry.representative',
    'registry.member',
    'registry.member_entry',
    'registry.yearly_account',
    'registry.organisation_state',
    'registry.capital_act',
    'registry.capital_line',
  ],
} as const;

async function rowsOn(
  db: Db,
  target: keyof typeof besides,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select id, sum(n)::bigint as n
    from registry.rows_on(${target}::text::regclass, ${ids}::uuid[], ${besides[target]}::text[]) group by id`.execute(
    db,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** How many rows of other tables point at each of these; which tables is nobody's business. */
export const rowsOnMembers = (db: Db, ids: readonly string[]) => rowsOn(db, 'registry.member', ids);
export const rowsOnOrganisations = (db: Db, ids: readonly string[]) => rowsOn(db, 'registry.organisation', ids);
