import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { FactSheet } from '#kernel/fact.ts';
import { sameOrganisation, standingId } from '#registry';
import { factsFrom, parameterFact, rowOf, type About } from './fact-rows.ts';
import { linkageFacts } from './linkage-facts.ts';
import { organisationFacts } from './organisation-facts.ts';

/** Decree 156/2025/NĐ-CP sets another unsecured limit for each kind of borrower. */
const limitKey: Readonly<Record<string, string>> = {
  cooperative: 'credit.unsecured.cooperative',
  union: 'credit.unsecured.cooperative',
  'cooperative-group': 'credit.unsecured.groupOrHouseholdBusiness',
  'household-business': 'credit.unsecured.groupOrHouseholdBusiness',
  farm: 'credit.unsecured.farm',
};

async function supportReceived({ db, organisation, today }: About): Promise<FactSheet> {
  const row = await rowOf(
    db,
    sql<{ rows: number; amount: number }>`select count(*) as rows, coalesce(sum(amount_vnd), 0)::bigint as amount
      from support.published_disbursement where organisation_id in ${sameOrganisation(organisation)} and confirmed_on <= ${today}::date`,
  );
  return factsFrom(today, { view: 'support.published_disbursement', rows: row!.rows }, [
    ['supportReceivedVnd', 'vnd', row!.amount],
  ]);
}

/** The facts a bank's conditions and a dossier rest on. */
export async function creditFacts(about: About): Promise<FactSheet> {
  const facts = [
    ...(await organisationFacts(about)),
    ...(await linkageFacts(about)),
    ...(await supportReceived(about)),
  ];
  const kind = facts.find(({ name }) => name === 'legalKind')?.value;
  return [...facts, ...(await parameterFact(about, limitKey[String(kind)], ['mostUnsecuredVnd', 'vnd', 1]))];
}

interface AccountRow {
  readonly year: number;
  readonly revenueVnd: number | null;
  readonly profitVnd: number | null;
  readonly source: string;
}

interface ContractRow {
  readonly number: string;
  readonly from: Day;
  readonly until: Day;
  readonly priceKind: string;
  readonly committedVnd: number;
}

/** What a dossier freezes: the facts, and the rows behind those a bank asks about first. The buyers stay unnamed. */
export async function creditEvidence(about: About) {
  const { db, organisation, today } = about;
  const accounts = await sql<AccountRow>`select year, revenue_vnd as "revenueVnd", profit_vnd as "profitVnd", source
    from registry.published_yearly_account where organisation_id = ${standingId(organisation)} order by year desc limit 5`.execute(
    db,
  );
  const contracts =
    await sql<ContractRow>`select number, from_day as "from", until_day as "until", price_kind as "priceKind",
      round(committed_qty::numeric * price_vnd / unit_qty)::bigint as "committedVnd"
    from linkage.published_contract
    where seller_id in ${sameOrganisation(organisation)} and state = 'signed' and signed_on <= ${today}::date and until_day >= ${today}::date
    order by signed_on, number limit 200`.execute(db);
  return { facts: [...(await creditFacts(about))], accounts: accounts.rows, contracts: contracts.rows };
}
