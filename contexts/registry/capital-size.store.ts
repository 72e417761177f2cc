import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import { mostVnd } from '#kernel/money.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';

/**
 * A book whose sum is told no more exactly could never be shown again, and nothing in it is deleted. Asked with every act
 * that is entered: lines are limited each, and thousands may stand in one act.
 */
export async function refuseTooLarge(db: Db, organisations: readonly OrganisationId[]): Promise<void> {
  const { rows } = await sql<{ organisation: OrganisationId }>`
    select organisation_id as organisation from (
      select a.organisation_id,
        sum(sum(l.subscribed_vnd)) over (partition by a.organisation_id order by a.on_day) as subscribed
      from registry.capital_act a join registry.capital_line l on l.province = a.province and l.act_id = a.id
      where a.province = platform.current_province() and a.organisation_id = any(${organisations}::uuid[])
      group by a.organisation_id, a.on_day) of_a_day
    where subscribed > ${mostVnd} limit 1`.execute(db);
  const [found] = rows;
  if (found !== undefined) throw new Problem('conflict', 'registry.capital.too-large', found);
}
