import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

interface Holder {
  readonly organisation: OrganisationId;
  readonly member: MemberId;
  readonly name: string;
  readonly vnd: number;
  /** Whose account the member signs in with. */
  readonly account?: string | null;
}

/** A member with paid capital, in the book of capital too. */
export async function saveHolder(owner: Owner, { organisation, member, name, vnd, account }: Holder): Promise<void> {
  await owner(
    `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on, subscribed_vnd, contributed_vnd, account_id)
     values (22, $1, $2, 'person', 'official-both', $3, '2020-01-01', $4, $4, $5)`,
    [member, organisation, name, vnd, account ?? null],
  );
  const act = newId();
  await owner(
    `insert into registry.capital_act (province, id, organisation_id, number, kind, on_day)
     select 22, $1, $2, coalesce(max(number), 0) + 1, 'opening', '2020-01-01' from registry.capital_act where organisation_id = $2`,
    [act, organisation],
  );
  await owner(
    `insert into registry.capital_line (province, act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd)
     values (22, $1, $2, $3, 'money', $4, $4)`,
    [act, organisation, member, vnd],
  );
}
