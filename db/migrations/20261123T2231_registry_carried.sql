-- The membership that carries one on today, through however many mergers and splits; null where nobody's does. A card goes with it.
create function registry.carried_member(in_province smallint, member uuid, today date) returns uuid
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive chain (id, depth) as (
    select l.successor_id, 1 from registry.member_link l
    where l.province = in_province and l.predecessor_id = member and l.undone_by is null
    union
    select l.successor_id, c.depth + 1 from chain c
    join registry.member_link l on l.province = in_province and l.predecessor_id = c.id and l.undone_by is null
    where c.depth < 50
  )
  select m.id from chain c join registry.member m on m.province = in_province and m.id = c.id
  where (m.left_on is null or m.left_on > today) and m.erased_at is null and m.voided_by is null
  order by c.depth desc, m.id limit 1
$$;

-- A membership and all ended ones that it carries on.
create function registry.memberships_before(in_province smallint, member uuid) returns setof uuid
  language sql stable rows 1 set search_path = pg_catalog, pg_temp as $$
  with recursive chain (id) as (
    select member
    union
    select l.predecessor_id from chain c
    join registry.member_link l on l.province = in_province and l.successor_id = c.id and l.undone_by is null
    join registry.member m on m.province = in_province and m.id = l.predecessor_id and m.left_on is not null
  )
  select id from chain
$$;
comment on table registry.member_card is 'Cards handed to members. The code is 80 random bits: it says nothing of whom it names. A card of who has left or was erased does not count either; one whose membership is carried on by another goes on.';
grant execute on function registry.carried_member, registry.memberships_before to lienket_server;
