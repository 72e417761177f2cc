import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActId } from './act.wire.ts';

export interface Successor {
  readonly id: OrganisationId;
  readonly name: string;
  /** The act by which the member went into it. */
  readonly act: ActId;
  readonly onDay: Day;
}

/** Into which organisations one that has ended went; one that goes on is its own. */
export async function successorsOf(db: Db, party: OrganisationId | null): Promise<Successor[]> {
  if (party === null) return [];
  const { rows } = await sql<Successor>`
    select o.id, o.name, l.act_id as act, l.on_day as "onDay"
    from registry.published_identity p
    join registry.organisation_link l on l.province = p.province and l.predecessor_id in (p.id, p.stands_as_id)
      and l.undone_by is null and l.way in ('merged', 'absorbed', 'divided')
    join registry.published_identity s on s.province = l.province and s.id = l.successor_id
    join registry.published_organisation o on o.province = s.province and o.id = s.stands_as_id
    where p.province = platform.current_province() and p.id = ${party}
    order by o.name, o.id`.execute(db);
  return rows;
}
