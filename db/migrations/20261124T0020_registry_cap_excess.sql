-- Who is above a cap of law by an act that may bring that about (inheritance, founding, opening, conversion, merger, split, a
-- member's mark changed): with the reason, and until when it is to be back under the cap.
create table registry.cap_excess (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  cap             text not null check (cap in ('stake', 'foreign', 'associates')),
  member_id       uuid,
  cause           text not null check (cause in ('capital', 'founded', 'converted', 'merged', 'split', 'mark', 'sheet')),
  on_day          date not null,
  basis_points    integer not null,
  cap_basis_points integer not null,
  reason          text check (length(reason) between 3 and 500),
  until_day       date,
  recorded_by     text,
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint stake_above_a_cap_is_one_members check ((cap = 'stake') = (member_id is not null)),
  constraint term_follows_the_act check (until_day > on_day)
);
comment on table registry.cap_excess is 'By what act an organisation came above a cap of capital, why, and until when it is to be back under it. Whether it still is follows from the book.';
comment on column registry.cap_excess.reason is 'Blank where nobody could be asked: founders who are entered one after another.';
comment on column registry.cap_excess.until_day is 'Blank where neither the act nor a parameter says.';
create index cap_excess_by_organisation on registry.cap_excess (province, organisation_id, cap);
create index cap_excess_by_member on registry.cap_excess (province, member_id);
call platform.guard('registry.cap_excess', 'select, insert');

-- Who of these organisations stands above a cap on a day, by the book and the marks of that day, each person once. A cap no
-- source gives the number of is not compared with anything; with fewer holders than the cap allows for somebody must be above.
create function registry.caps_above(in_organisations uuid[], in_day date)
returns table (organisation_id uuid, cap text, member_id uuid, part_vnd bigint, basis_points integer, cap_basis_points integer)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with line as materialized (
    select l.organisation_id, l.member_id, sum(l.subscribed_vnd)::numeric as vnd from registry.published_capital_line l
    where l.province = platform.current_province() and l.organisation_id = any(in_organisations) and l.on_day <= in_day
    group by l.organisation_id, l.member_id having sum(l.subscribed_vnd) > 0
  ), whole as (
    select organisation_id, sum(vnd) as vnd, count(*) as holders from line group by organisation_id
  ), share as (
    select o.id as organisation_id, c.cap, (p.value #>> '{}')::numeric as share, w.vnd as whole, w.holders
    from registry.organisation o
    join whole w on w.organisation_id = o.id
    cross join (values ('stake'), ('foreign'), ('associates')) c (cap)
    join registry.published_parameter p on p.key = case c.cap when 'foreign' then 'foreignTotalMaxStake'
        when 'associates' then 'capitalAssociates.totalMaxStake'
        else case o.kind when 'cooperative' then 'htx.maxStake' else 'lhhtx.maxStake' end end
      and p.valid_from <= in_day and (p.valid_until is null or p.valid_until >= in_day) and jsonb_typeof(p.value::jsonb) = 'number'
    where o.province = platform.current_province() and o.kind in ('cooperative', 'union')
  ), held as (
    select l.organisation_id, l.member_id, l.vnd,
      coalesce((select f.foreign_investor from registry.member_former_standing f
        where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
          and f.foreign_investor is not null and f.until_day > in_day order by f.until_day limit 1), m.foreign_investor) as is_foreign,
      coalesce((select f.standing from registry.member_former_standing f
        where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
          and f.standing is not null and f.until_day > in_day order by f.until_day limit 1), m.standing) as standing
    from line l join registry.member m on m.province = platform.current_province() and m.id = l.member_id
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
grant execute on function registry.caps_above to lienket_server;

-- What still is above a cap of what was recorded: the last told of each.
create function registry.published_excess(in_day date)
returns table (id uuid, organisation_id uuid, cap text, member_id uuid, on_day date, until_day date, reason text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with told as materialized (
    select distinct on (i.stands_as_id, e.cap, k.stands_as_id) e.id, i.stands_as_id as organisation_id, e.cap,
      k.stands_as_id as member_id, e.on_day, e.until_day, e.reason
    from registry.cap_excess e
    join registry.published_identity i on i.province = e.province and i.id = e.organisation_id
    left join registry.published_member_identity k on k.province = e.province and k.id = e.member_id
    where e.province = platform.current_province()
    order by i.stands_as_id, e.cap, k.stands_as_id, e.recorded_at desc, e.id desc
  )
  select t.id, t.organisation_id, t.cap, t.member_id, t.on_day, t.until_day, t.reason
  from told t
  join registry.caps_above((select array_agg(organisation_id) from told), in_day) a
    on a.organisation_id = t.organisation_id and a.cap = t.cap and a.member_id is not distinct from t.member_id
$$;
comment on function registry.published_excess is 'What was told of being above a cap and still is: gone by itself once the book says otherwise.';
grant execute on function registry.published_excess to lienket_server;
