import { sql } from 'kysely';
import type { FactSheet } from '#kernel/fact.ts';
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
      from support.published_disbursement where organisation_id = ${organisation} and confirmed_on <= ${today}::date`,
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
