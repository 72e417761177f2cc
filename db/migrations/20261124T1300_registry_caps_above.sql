-- The book is opened by organisation: asked for those of one sheet it was read whole, of every organisation of the province, and
-- a sheet of members did not come to its end.
create or replace function registry.caps_above(in_organisations uuid[], in_day date)
returns table (organisation_id uuid, cap text, member_id uuid, part_vnd bigint, basis_points integer, cap_basis_points integer)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with source as materialized (
    -- The ids under which the book of each was kept; a merged one is asked for by the one it is shown as.
    select i.id, i.id as stands_as_id from unnest(in_organisations) i (id)
    where not exists (select from registry.record_merger m where m.province = platform.current_province()
      and m.subject = 'organisation' and m.merged_id = i.id and m.undone_at is null)
    union
    select m.merged_id, m.shown_as_id from registry.record_merger m where m.province = platform.current_province()
      and m.subject = 'organisation' and m.shown_as_id = any(in_organisations) and m.undone_at is null and m.closes_book is not true
  ), line as materialized (
    select s.stands_as_id as organisation_id, coalesce(m.shown_as_id, l.member_id) as member_id, sum(l.subscribed_vnd)::numeric as vnd
    from source s
    cross join lateral (
      select c.member_id, c.subscribed_vnd from registry.capital_act a
      cross join lateral (select x.member_id, x.subscribed_vnd from registry.capital_line x
        where x.province = a.province and x.act_id = a.id offset 0) c
      where a.province = platform.current_province() and a.organisation_id = s.id and a.on_day <= in_day offset 0
    ) l
    left join registry.record_merger m on m.province = platform.current_province() and m.subject = 'member'
      and m.merged_id = l.member_id and m.undone_at is null
    group by 1, 2 having sum(l.subscribed_vnd) > 0
  ), whole as materialized (
    select organisation_id, sum(vnd) as vnd, count(*) as holders from line group by organisation_id
  ), law as materialized (
    select c.kind, c.cap, (p.value #>> '{}')::numeric as share
    from (values ('cooperative', 'stake', 'htx.maxStake'), ('union', 'stake', 'lhhtx.maxStake'),
      ('cooperative', 'foreign', 'foreignTotalMaxStake'), ('union', 'foreign', 'foreignTotalMaxStake'),
      ('cooperative', 'associates', 'capitalAssociates.totalMaxStake'),
      ('union', 'associates', 'capitalAssociates.totalMaxStake')) c (kind, cap, key)
    join registry.published_parameter p on p.key = c.key and p.valid_from <= in_day
      and (p.valid_until is null or p.valid_until >= in_day) and jsonb_typeof(p.value::jsonb) = 'number'
  ), share as (
    select w.organisation_id, k.cap, k.share, w.vnd as whole, w.holders
    from whole w
    join registry.organisation o on o.province = platform.current_province() and o.id = w.organisation_id
    join law k on k.kind = o.kind
  ), held as materialized (
    select l.organisation_id, l.vnd,
      coalesce((select f.foreign_investor from registry.member_former_standing f
        where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
          and f.foreign_investor is not null and f.until_day > in_day order by f.until_day limit 1), m.foreign_investor) as is_foreign,
      coalesce((select f.standing from registry.member_former_standing f
        where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
          and f.standing is not null and f.until_day > in_day order by f.until_day limit 1), m.standing) as standing
    from line l
    cross join lateral (select x.* from registry.member x
      where x.province = platform.current_province() and x.id = l.member_id offset 0) m
  ), part as (
    select organisation_id, 'stake' as cap, member_id, vnd from line
    union all
    select organisation_id, 'foreign', null, sum(vnd) from held where is_foreign group by organisation_id
    union all
    select organisation_id, 'associates', null, sum(vnd) from held where standing = 'associate-capital' group by organisation_id
  )
  select p.organisation_id, p.cap, p.member_id, p.vnd::bigint, floor(p.vnd * 10000 / s.whole)::int, round(s.share * 10000)::int
  from part p join share s on s.organisation_id = p.organisation_id and s.cap = p.cap
  where p.vnd * 10000 > s.whole * round(s.share * 10000) and (p.cap <> 'stake' or s.holders * round(s.share * 10000) >= 10000)
$$;
comment on function registry.caps_above is 'Who stands above a cap on a day. The pages reckon the same in the open (capital-cap.ts).';
