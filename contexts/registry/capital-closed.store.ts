import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';

interface ClosedBook {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly subscribedVnd: number;
  readonly paidVnd: number;
  readonly acts: number;
}

/** The books of an organisation's other records that were entered twice, with what each says that counts nowhere. */
export async function closedBooksOf(db: Db, organisation: OrganisationId): Promise<ClosedBook[]> {
  const { rows } = await sql<ClosedBook>`
    select b.organisation_id as organisation, o.name, coalesce(sum(l.subscribed_vnd), 0)::bigint as "subscribedVnd",
      coalesce(sum(l.paid_vnd), 0)::bigint as "paidVnd", count(distinct l.act_id)::int as acts
    from registry.closed_book b
    join registry.organisation o on o.province = b.province and o.id = b.organisation_id
    left join registry.capital_line l on l.province = b.province and l.organisation_id = b.organisation_id
    where b.province = platform.current_province() and b.shown_as_id = ${organisation}
    group by b.organisation_id, o.name order by o.name`.execute(db);
  return rows;
}

/** Whose book counts, where this one was entered twice. */
export async function closedForOf(
  db: Db,
  organisation: OrganisationId,
): Promise<{ organisation: OrganisationId; name: string } | null> {
  const row = await registryIn(db)
    .selectFrom('registry.closed_book as b')
    .innerJoin('registry.organisation as o', 'o.id', 'b.shown_as_id')
    .select(['o.id as organisation', 'o.name'])
    .where('b.organisation_id', '=', organisation)
    .executeTakeFirst();
  return row ?? null;
}
