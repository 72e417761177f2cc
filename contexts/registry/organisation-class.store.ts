import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { RatingClass, SizeClass } from './organisation-class.ts';

interface KeptClass {
  readonly organisation: OrganisationId;
  readonly card: 'size' | 'rating';
  /** null: not computed. */
  readonly class: SizeClass | RatingClass | null;
}

/** Keeps the classes of a year as the books have them now. */
export async function keepClasses(db: Db, year: number, kept: readonly KeptClass[]): Promise<void> {
  await sql`
    insert into registry.organisation_class (organisation_id, card, year, class)
    select organisation, card, ${year}, class
    from json_to_recordset(${JSON.stringify(kept)}::json) as t(organisation uuid, card text, class text)
    on conflict (province, organisation_id, card, year) do update set class = excluded.class, told_at = now()
      where registry.organisation_class.class is distinct from excluded.class`.execute(db);
}
