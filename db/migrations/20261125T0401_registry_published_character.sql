-- What organisations were on a past day, for whoever counts or judges many of them: kind, status and fields of activity.
create function registry.published_character(on_day date)
returns table (province smallint, organisation_id uuid, kind text, status text, fields text[])
language sql stable as $$
  select o.province, o.id, coalesce(h.kind, o.kind), coalesce(h.status, o.status),
    coalesce((select array_agg(f) from jsonb_array_elements_text(h.fields) f), case when h.fields is null then o.fields else '{}' end)
  from registry.organisation o
  cross join lateral (
    select (array_agg(e.kind order by e.valid_from desc, e.seq desc) filter (where 'kind' = any(e.told)))[1] as kind,
      (array_agg(e.status order by e.valid_from desc, e.seq desc) filter (where 'status' = any(e.told)))[1] as status,
      (array_agg(to_jsonb(e.fields) order by e.valid_from desc, e.seq desc) filter (where 'fields' = any(e.told)))[1] as fields
    from registry.organisation_state e
    where e.province = o.province and e.organisation_id = o.id and e.undone_by is null
      and e.valid_from <= greatest(on_day, (
        select b.valid_from from registry.organisation_state b
        where b.province = o.province and b.organisation_id = o.id and b.seq = 1 and b.undone_by is null))
  ) h
$$;
comment on function registry.published_character is 'Kind, status and fields as they were on a day; of a day before anything is known what was known first, and without history what the record says.';
grant execute on function registry.published_character to lienket_server;

-- Years told before this (by a sheet, or by the demonstration) were never made into size class and rating: they are told of now.
insert into platform.outbox (province, id, topic, payload)
select y.province, gen_random_uuid(), 'registry.yearly.recorded',
  jsonb_build_object('year', y.year, 'organisations', jsonb_agg(y.organisation_id order by y.organisation_id))
from (
  select a.province, a.year, a.organisation_id,
    (row_number() over (partition by a.province, a.year order by a.organisation_id) - 1) / 200 as part
  from registry.yearly_account a
  where a.struck_at is null
) y
group by y.province, y.year, y.part;
