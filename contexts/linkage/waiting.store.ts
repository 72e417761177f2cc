import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { WaitingKind } from './waiting.wire.ts';

export interface WaitingRow {
  readonly kind: WaitingKind;
  readonly id: string;
  /** The page it leads to: of this contract, delivery or settlement. */
  readonly page_id: string;
  readonly number: string;
  readonly other: string;
  readonly since: Instant;
}

// Each part names kind, record, page, contract, own side, number and since when; `own_side` has a contract once per side run.
const aboutContracts = (today: Day) => sql`
  select 'contract-to-accept', c.id, c.id, c.id, w.side, c.number, c.changed_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  where c.state in ('draft', 'offered') and c.until_day >= ${today}::date and not exists (
    select from linkage.contract_acceptance a where a.province = c.province and a.contract_id = c.id and a.side = w.side
      and a.voided_at is null)
  union all
  select 'scan-to-confirm', a.id, c.id, c.id, w.side, c.number, a.accepted_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.contract_acceptance a on a.province = c.province and a.contract_id = c.id
  where a.side <> w.side and a.kind = 'paper' and a.confirmed_at is null and a.voided_at is null
  union all
  select 'ending-to-answer', e.id, c.id, c.id, w.side, c.number, e.submitted_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.contract_ending e on e.province = c.province and e.contract_id = c.id
  where e.side <> w.side and e.state = 'open'
  union all
  select 'price-to-confirm', m.id, c.id, c.id, w.side, c.number, m.recorded_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.market_price m on m.province = c.province and m.contract_id = c.id
  where m.side <> w.side and m.state = 'recorded'`;

const aboutDeliveries = sql`
  select case d.state when 'recorded' then 'delivery-to-confirm' else 'delivery-disputed' end, d.id, d.id, c.id, w.side,
    c.number, d.recorded_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.delivery d on d.province = c.province and d.contract_id = c.id
  where (d.state = 'recorded' and d.side <> w.side) or (d.state = 'disputed' and d.side = w.side)
  union all
  select 'surplus-to-answer', o.delivery_id, d.id, c.id, w.side, c.number, d.recorded_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.delivery d on d.province = c.province and d.contract_id = c.id
  join linkage.outside_line o on o.province = d.province and o.delivery_id = d.id
  where w.side = 'buyer' and d.state = 'confirmed' and o.state = 'open'`;

const aboutStatements = sql`
  select case when t.state = 'issued' then 'statement-to-agree' when t.state = 'draft' then 'statement-refused' else 'payment-due' end,
    t.id, t.id, c.id, w.side, t.number, t.drafted_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.settlement t on t.province = c.province and t.contract_id = c.id
  where (t.state = 'issued' and t.side <> w.side) or (t.state = 'draft' and t.refusal <> '' and t.side = w.side)
    or (t.state = 'agreed' and w.side = 'buyer' and t.amount_vnd > (select coalesce(sum(p.amount_vnd), 0) from linkage.payment p
      where p.province = t.province and p.settlement_id = t.id and p.state <> 'refused'))
  union all
  select 'payment-to-confirm', p.id, t.id, c.id, w.side, t.number, p.recorded_at
  from own_side w join linkage.contract c on c.province = w.province and c.id = w.id
  join linkage.settlement t on t.province = c.province and t.contract_id = c.id
  join linkage.payment p on p.province = t.province and p.settlement_id = t.id
  where w.side = 'seller' and p.state = 'recorded'`;

/** What waits for these organisations, oldest first: one statement over everything that can wait. */
export async function waitingFor(
  db: Db,
  own: readonly OrganisationId[],
  { today, most }: { readonly today: Day; readonly most: number },
): Promise<{ rows: WaitingRow[]; total: number }> {
  if (own.length === 0) return { rows: [], total: 0 };
  const mine = sql`${sql.val(own)}::uuid[]`;
  const tenant = (alias: string) => sql`${sql.ref(`${alias}.province`)} = platform.current_province()`;
  const { rows } = await sql<WaitingRow & { total: number }>`
    with own_side as (
      select c.province, c.id, 'seller' as side from linkage.contract c where ${tenant('c')} and c.seller_id = any(${mine})
      union all
      select c.province, c.id, 'buyer' from linkage.contract c where ${tenant('c')} and c.buyer_id = any(${mine})
    ), waiting (kind, id, page_id, contract_id, side, number, since) as (
      ${aboutContracts(today)}
      union all
      ${aboutDeliveries}
      union all
      ${aboutStatements}
    )
    select w.kind, w.id, w.page_id, w.number, o.name as other, w.since, count(*) over () as total
    from waiting w
    join linkage.contract c on c.id = w.contract_id and ${tenant('c')}
    join registry.published_organisation o on ${tenant('o')}
      and o.id = case when w.side = 'seller' then c.buyer_id else c.seller_id end
    order by w.since, w.id
    limit ${most}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}
