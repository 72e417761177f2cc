-- The names of varieties, for the contexts above: an offer and a contract name one.
create or replace view registry.published_variety with (security_invoker = true) as
  select province, id, commodity_id, name_vi, name_en, name_th from registry.variety;
grant select on registry.published_variety to lienket_server;
