import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { RatingClass, SizeClass } from './organisation-class.ts';

interface KeptClass {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly card: 'size' | 'rating';
  /** null: not computed. */
  readonly class: SizeClass | RatingClass | null;
}

/** Keeps the class of a year as the books have it now. */
export async function keepClass(db: Db, { organisation, year, card, class: found }: KeptClass): Promise<void> {
  await sql`
    insert into registry.organisation_class (organisation_id, card, year, class) values (${organisation}, ${card}, ${year}, ${found})
    on conflict (province, organisation_id, card, year) do update set class = excluded.class, told_at = now()
      where registry.organisation_class.class is distinct from excluded.class`.execute(db);
}
