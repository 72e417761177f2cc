import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { reachOf } from './support.access.ts';
import type { WaitingKind } from './waiting.wire.ts';

interface WaitingRow {
  readonly kind: WaitingKind;
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly since: Day;
}

const mostShown = 100;

/** What waits for the organisations somebody runs, the desk of a commune, the province, or a fund. */
export async function waitingFor(db: Db, actor: Actor): Promise<WaitingRow[]> {
  const { units, organisations } = reachOf(actor);
  const province = actor.grants.some(({ role }) => role === 'provincial-officer');
  const own = sql`a.organisation_id = any(${organisations}::uuid[])`;
  const desk = sql`o.unit_code = any(${units}::text[])`;
  const payer = sql`(${desk} or ${province} or m.fund_id = any(${organisations}::uuid[]))`;
  const found = await sql<WaitingRow>`
    with steps as (
      select case
          when a.state = 'draft' and ${own} then 'draft-to-submit'
          when a.state = 'returned' and ${own} then 'returned-to-answer'
          when a.state = 'submitted' and ${desk} then 'application-to-examine'
          when a.state = 'examined' and ${province} then 'application-to-decide'
          when a.state = 'approved' and ${payer} and (select coalesce(sum(g.amount_vnd), 0) from support.granted_part g
              where g.application_id = a.id) > (select coalesce(sum(d.amount_vnd), 0) from support.disbursement d
              where d.application_id = a.id and d.state <> 'withdrawn') then 'support-to-hand-over'
        end as kind, a.id, coalesce(a.number, '') as number, o.name as organisation,
        coalesce(a.decided_on, a.submitted_on, (a.created_at at time zone 'Asia/Ho_Chi_Minh')::date) as since
      from support.application a
      join support.measure m on m.id = a.measure_id
      join registry.published_organisation o on o.id = a.organisation_id
      where a.state in ('draft', 'returned', 'submitted', 'examined', 'approved')
      union all
      select case when d.state = 'recorded' and ${own} then 'receipt-to-confirm'
          when d.state = 'disputed' and ${payer} then 'receipt-disputed' end,
        a.id, a.number, o.name, d.recorded_on
      from support.disbursement d
      join support.application a on a.id = d.application_id
      join support.measure m on m.id = a.measure_id
      join registry.published_organisation o on o.id = a.organisation_id
      where d.state in ('recorded', 'disputed')
    )
    select kind, id, number, organisation, since from steps where kind is not null order by since, id limit ${mostShown}`.execute(
    db,
  );
  return found.rows;
}
