-- Codes of units are reused: what was asked or classed in a unit belongs to that version of it, and to no later one of the same code.
alter table registry.change_request add column unit_from date;
comment on column registry.change_request.unit_from is 'Since when the unit stood in which the seat lay when it was asked: with the code, its key.';

do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    update registry.change_request r set unit_from = u.valid_from
      from reference.unit u
      where r.province = tenant and u.code = r.unit_code and u.valid_from <= r.submitted_on
        and (u.valid_until is null or u.valid_until >= r.submitted_on);
  end loop;
  perform set_config('lienket.province', '', true);
end $$;

create or replace view registry.published_change_request with (security_invoker = true) as
  select r.province, r.id, r.organisation_id,
         case when r.unit_code is null or u.code is not null then r.unit_code else i.unit_code end as unit_code,
         r.state, r.submitted_on, r.answered_on
  from registry.change_request r
  left join reference.unit u on u.code = r.unit_code and u.valid_from = r.unit_from and u.valid_until is null
  left join registry.published_identity i on i.province = r.province and i.id = r.organisation_id;
comment on view registry.published_change_request is 'Requests and where they stand. unit_code is whose officer answers: the unit in which the seat lay when it was asked, and once that has ended the one in which the seat lies now; blank where there is none, and the province answers.';

-- A class ends with the version of the unit it was given to; which class its heirs have, a decision says.
create or replace view registry.published_unit_class with (security_invoker = true) as
  select c.province, c.unit_code, c.class, c.valid_from, least(c.valid_until, u.valid_until) as valid_until, c.source, c.verified,
         c.id, u.valid_from as unit_from
  from registry.unit_class c
  join reference.unit u on u.code = c.unit_code and u.valid_from <= c.valid_from
    and (u.valid_until is null or u.valid_until >= c.valid_from);
comment on view registry.published_unit_class is 'Classes of units by day, each no longer than the version of the unit that stood on its first day.';
