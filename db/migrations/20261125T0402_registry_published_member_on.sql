-- Members as they were on a past day: what is asked of then is not answered with the standing of today.
create function registry.published_member_on(in_organisation uuid, on_day date)
returns table (id uuid, standing text, joined_on date, left_on date)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select m.id, coalesce((
      select f.standing from registry.member_former_standing f
      where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
        and f.standing is not null and f.until_day > on_day
      order by f.until_day limit 1), m.standing),
    m.joined_on, m.left_on
  from registry.published_member m
  where m.province = platform.current_province() and m.survivor_id is null and m.organisation_id = in_organisation
$$;
comment on function registry.published_member_on is 'Every member there has been, with the standing of that day; joined_on and left_on tell who was one then.';
grant execute on function registry.published_member_on to lienket_server;
