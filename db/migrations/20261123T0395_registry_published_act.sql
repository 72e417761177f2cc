-- What happened to an organisation may be read by the contexts above.
create view registry.published_act with (security_invoker = true) as
  select province, id, organisation_id, kind, on_day, document, legal_basis from registry.organisation_act;
grant select on registry.published_act to lienket_server;
