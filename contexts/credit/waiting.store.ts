import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { banksOf, reachOf } from './credit.access.ts';
import type { WaitingKind } from './waiting.wire.ts';

interface WaitingRow {
  readonly kind: WaitingKind;
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly since: Day;
}

/** Answers that wait for the organisation, dossiers that wait for the bank. */
export async function waitingFor(db: Db, actor: Actor, today: Day): Promise<WaitingRow[]> {
  const { organisations } = reachOf(actor);
  const found = await sql<WaitingRow>`
    select case a.kind when 'offered' then 'offer-to-answer' else 'papers-to-bring' end as kind, d.id, d.number,
        o.name as organisation, a.answered_on as since
      from credit.dossier d
      join registry.published_organisation o on o.id = d.organisation_id
      join lateral (select * from credit.answer x where x.dossier_id = d.id order by x.answered_at desc limit 1) a on true
      join credit.consent c on c.id = a.consent_id
      where d.organisation_id = any(${organisations}::uuid[]) and d.state = 'answered' and c.ended_at is null
        and c.until_day >= ${today}::date
        and (a.kind = 'more-wanted' or a.kind = 'offered' and a.reply is null and a.valid_until >= ${today}::date)
    union all
    select 'dossier-to-answer', d.id, d.number, o.name, c.given_on
      from credit.consent c
      join credit.dossier d on d.id = c.dossier_id
      join registry.published_organisation o on o.id = d.organisation_id
      where c.bank_id = any(${banksOf(actor)}::uuid[]) and c.ended_at is null and c.until_day >= ${today}::date
        and not exists (select from credit.answer a where a.consent_id = c.id)
    order by since, id limit 100`.execute(db);
  return found.rows;
}
