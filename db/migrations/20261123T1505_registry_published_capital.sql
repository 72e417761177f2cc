-- The contexts above read the capital of a day: the sum of the lines up to it.
create view registry.published_capital_line with (security_invoker = true) as
  select l.province, l.organisation_id, l.member_id, l.act_id, a.on_day, l.form, l.subscribed_vnd, l.paid_vnd
  from registry.capital_line l
  join registry.capital_act a on a.province = l.province and a.id = l.act_id;
grant select on registry.published_capital_line to lienket_server;
