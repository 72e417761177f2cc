-- A seat of before the reform lies in the unit of then: by it, figures of that day are told on the map of then and of now.
alter table registry.organisation_place add column former_unit text references reference.former_unit;
alter table registry.organisation_place add constraint place_lies_in_one_unit check (num_nonnulls(unit_code, former_unit) <= 1);
comment on column registry.organisation_place.former_unit is 'The former unit without a code of its own that the written address names. Blank where the seat lies in a unit with a code, or the address names none.';
create index organisation_place_by_former on registry.organisation_place (province, former_unit) where former_unit is not null;

-- Addresses that end with the unit and its district, as they were written: nothing is guessed of others.
do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    update registry.organisation_place p set former_unit = f.id
      from reference.former_unit f
      where p.province = tenant and f.province = tenant and p.unit_code is null and p.valid_until < f.abolished_on
        and lower(p.address) like '%, ' || lower((case f.kind when 'ward' then 'phường' when 'township' then 'thị trấn' else 'xã' end)
          || ' ' || f.name || ', ' || f.former_district);
  end loop;
  perform set_config('lienket.province', '', true);
end $$;

create or replace view registry.published_seat with (security_invoker = true) as
  select p.province, p.organisation_id, p.valid_from, p.valid_until, p.unit_code, p.unit_from, p.address, p.lon, p.lat, p.former_unit
  from registry.organisation_place p
  join registry.published_identity i on i.province = p.province and i.id = p.organisation_id and i.stands_as_id = i.id
  where p.valid_until is null or p.valid_until >= p.valid_from;

-- What was last told of each column up to a day; whose history has not begun is taken as it stands. Written to be planned
-- into the query that asks: who asks for one organisation reads one history.
create function registry.published_organisation_on(on_day date)
returns table (province smallint, id uuid, survivor_id uuid, provenance text, kind text, legal_form text, name text, tax_number text,
  status text, fields text[], founded_on date)
language sql stable as $$
  select r.province, r.id, m.shown_as_id, r.provenance, coalesce(h.kind, r.kind), case when h.organisation_id is null then r.legal_form else h.legal_form end,
    coalesce(h.name, r.name), case when h.organisation_id is null then r.tax_number else h.tax_number end, coalesce(h.status, r.status),
    case when h.organisation_id is null then r.fields else coalesce(h.fields::text[], '{}') end,
    case when h.organisation_id is null then r.founded_on else h.founded_on end
  from registry.organisation r
  left join (
    select e.organisation_id,
      (array_agg(e.kind order by e.valid_from desc, e.seq desc) filter (where 'kind' = any(e.told)))[1] as kind,
      (array_agg(e.legal_form order by e.valid_from desc, e.seq desc) filter (where 'legal_form' = any(e.told)))[1] as legal_form,
      (array_agg(e.name order by e.valid_from desc, e.seq desc) filter (where 'name' = any(e.told)))[1] as name,
      (array_agg(e.tax_number order by e.valid_from desc, e.seq desc) filter (where 'tax_number' = any(e.told)))[1] as tax_number,
      (array_agg(e.status order by e.valid_from desc, e.seq desc) filter (where 'status' = any(e.told)))[1] as status,
      (array_agg(e.fields::text order by e.valid_from desc, e.seq desc) filter (where 'fields' = any(e.told)))[1] as fields,
      (array_agg(e.founded_on order by e.valid_from desc, e.seq desc) filter (where 'founded_on' = any(e.told)))[1] as founded_on
    from registry.organisation_state e
    where e.province = platform.current_province() and e.undone_by is null and e.valid_from <= on_day
    group by e.organisation_id
  ) h on h.organisation_id = r.id
  left join registry.record_merger m
    on m.province = r.province and m.subject = 'organisation' and m.merged_id = r.id and m.undone_at is null
  where r.province = platform.current_province() and r.struck_at is null and coalesce(h.status, r.status) <> 'void'
    and (h.organisation_id is not null or (coalesce(r.founded_on, r.certificate_on, on_day) <= on_day and not exists (
      select from registry.organisation_state e where e.province = r.province and e.organisation_id = r.id and e.undone_by is null)))
$$;
comment on function registry.published_organisation_on is 'Every organisation as it was on a day, under each id it was entered under: lists and figures of a past day ask this one. survivor_id: this id was merged; count and list only rows without one.';
grant execute on function registry.published_organisation_on to lienket_server;
