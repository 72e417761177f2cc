import { sql } from 'kysely';
import { isProvincialOfficer, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { WaitingKind } from './waiting.wire.ts';

interface WaitingRow {
  readonly kind: WaitingKind;
  readonly id: string;
  readonly organisation: string;
  readonly since: Day;
}

const mostShown = 100;

/** Requests of the units somebody is officer of (the province's where there is none), and those returned to who runs the organisation. */
export async function waitingFor(db: Db, actor: Actor): Promise<WaitingRow[]> {
  const units = actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : []));
  const run = actor.grants.flatMap(({ role, organisation }) =>
    role === 'organisation-manager' && organisation !== null ? [organisation] : [],
  );
  const found = await sql<WaitingRow>`
    select case r.state when 'submitted' then 'request-to-answer' else 'request-returned' end as kind, r.id,
      o.name as organisation, coalesce(r.answered_on, r.submitted_on) as since
    from registry.change_request r
    join registry.published_change_request n on n.province = r.province and n.id = r.id
    join registry.published_organisation o on o.province = r.province and o.id = r.organisation_id
    where (r.state = 'submitted'
        and (n.unit_code = any(${units}::text[]) or (n.unit_code is null and ${isProvincialOfficer(actor)})))
      or (r.state = 'returned' and r.organisation_id = any(${run}::uuid[]))
    order by since, r.id limit ${mostShown}`.execute(db);
  return found.rows;
}
