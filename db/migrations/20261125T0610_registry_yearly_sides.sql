-- Revenue, cost and profit of transactions with official members (internal) and with others (external) are told apart
-- (Circular 71/2024/TT-BTC). A side that is not told is blank: it is never reckoned from the total and the other one.
alter table registry.yearly_account
  add column external_revenue_vnd bigint check (external_revenue_vnd >= 0),
  add column internal_revenue_vnd bigint check (internal_revenue_vnd >= 0),
  add column cost_vnd             bigint check (cost_vnd >= 0),
  add column external_cost_vnd    bigint check (external_cost_vnd >= 0),
  add column internal_cost_vnd    bigint check (internal_cost_vnd >= 0),
  add column external_profit_vnd  bigint,
  add column internal_profit_vnd  bigint;
comment on column registry.yearly_account.internal_revenue_vnd is 'With official members; external: with all others (Circular 71/2024/TT-BTC).';

create or replace view registry.recorded_yearly_account with (security_invoker = true) as
  select province, organisation_id, year, revenue_vnd, profit_vnd, charter_capital_vnd, total_capital_vnd, undivided_assets_vnd,
         official_members, workers, source, provenance, external_revenue_vnd, internal_revenue_vnd, cost_vnd, external_cost_vnd,
         internal_cost_vnd, external_profit_vnd, internal_profit_vnd
  from registry.yearly_account where struck_at is null;

create or replace view registry.published_yearly_account with (security_invoker = true) as
  select a.province, coalesce(m.shown_as_id, a.organisation_id) as organisation_id, a.year, a.revenue_vnd, a.profit_vnd,
         a.charter_capital_vnd, a.total_capital_vnd, a.undivided_assets_vnd, a.official_members, a.workers, a.source, a.provenance,
         a.external_revenue_vnd, a.internal_revenue_vnd, a.cost_vnd, a.external_cost_vnd, a.internal_cost_vnd,
         a.external_profit_vnd, a.internal_profit_vnd
  from registry.recorded_yearly_account a
  left join registry.record_merger m
    on m.province = a.province and m.subject = 'organisation' and m.merged_id = a.organisation_id and m.undone_at is null
  where m.id is null or not (
    exists (select from registry.recorded_yearly_account s
      where s.province = m.province and s.organisation_id = m.shown_as_id and s.year = a.year)
    or exists (select from registry.record_merger k
      join registry.recorded_yearly_account b on b.province = k.province and b.organisation_id = k.merged_id and b.year = a.year
      where k.province = m.province and k.subject = 'organisation' and k.undone_at is null
        and k.shown_as_id = m.shown_as_id and (k.merged_at, k.id) < (m.merged_at, m.id)));
