import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { FactSheet } from '#kernel/fact.ts';
import { sameOrganisation } from '#registry';
import { factsFrom, monthsFrom, rowOf, type About } from './fact-rows.ts';

interface ContractRow {
  from_day: Day;
  until_day: Day;
  value_vnd: number;
}

async function contracts({ db, organisation, today }: About): Promise<FactSheet> {
  const { rows } = await sql<ContractRow>`select from_day, until_day,
      round(committed_qty::numeric * price_vnd / unit_qty)::bigint as value_vnd
    from linkage.published_contract
    where seller_id in ${sameOrganisation(organisation)} and state = 'signed' and signed_on <= ${today}::date and until_day >= ${today}::date`.execute(
    db,
  );
  const months = rows.map(({ from_day, until_day }) => monthsFrom(from_day, until_day) ?? 0);
  return factsFrom(today, { view: 'linkage.published_contract', rows: rows.length }, [
    ['signedContracts', 'count', rows.length],
    ['longestContractMonths', 'months', rows.length === 0 ? null : Math.max(...months)],
    ['committedVnd', 'vnd', rows.reduce((sum, { value_vnd }) => sum + value_vnd, 0)],
  ]);
}

async function openness({ db, organisation, today }: About): Promise<FactSheet> {
  const offers = await rowOf(
    db,
    sql<{ offers: number }>`select count(*) as offers from linkage.published_offer
      where organisation_id in ${sameOrganisation(organisation)} and state = 'open' and until_day >= ${today}::date`,
  );
  const chains = await rowOf(
    db,
    sql<{ chains: number }>`select count(distinct chain_id) as chains from linkage.published_chain_partner
      where organisation_id in ${sameOrganisation(organisation)}`,
  );
  return [
    ...factsFrom(today, { view: 'linkage.published_offer', rows: offers!.offers }, [
      ['openOffers', 'count', offers!.offers],
    ]),
    ...factsFrom(today, { view: 'linkage.published_chain_partner', rows: chains!.chains }, [
      ['chains', 'count', chains!.chains],
    ]),
  ];
}

async function kept({ db, organisation, today }: About): Promise<FactSheet> {
  const delivered = await rowOf(
    db,
    sql<{ loads: number; on_time: number }>`select count(*) as loads,
        count(*) filter (where d.delivered_on between c.from_day and c.until_day) as on_time
      from linkage.published_delivery d join linkage.published_contract c on c.id = d.contract_id
      where d.seller_id in ${sameOrganisation(organisation)} and d.state = 'confirmed'`,
  );
  const settled = await rowOf(
    db,
    sql<{ rows: number; amount: number; paid: number }>`select count(*) as rows,
        coalesce(sum(amount_vnd), 0)::bigint as amount, coalesce(sum(paid_vnd), 0)::bigint as paid
      from linkage.published_settlement where seller_id in ${sameOrganisation(organisation)}`,
  );
  return [
    ...factsFrom(today, { view: 'linkage.published_delivery', rows: delivered!.loads }, [
      ['deliveries', 'count', delivered!.loads],
      ['onTimeDeliveries', 'count', delivered!.on_time],
    ]),
    ...factsFrom(today, { view: 'linkage.published_settlement', rows: settled!.rows }, [
      ['settledVnd', 'vnd', settled!.amount],
      ['paidVnd', 'vnd', settled!.paid],
    ]),
  ];
}

/** What an organisation has promised, delivered and been paid, as linkage publishes it. */
export async function linkageFacts(about: About): Promise<FactSheet> {
  return [...(await contracts(about)), ...(await openness(about)), ...(await kept(about))];
}
