-- A member organisation that has ended is counted by nobody: the figures, the facts of an application and what fills a yearly
-- update counted one more than the list of members and the vote.
create function registry.party_end(in_province smallint, in_party uuid) returns date language sql stable strict set search_path = pg_catalog, pg_temp as $$
  select e.ended_on from registry.published_end e where e.province = in_province and e.id = in_party
$$;
comment on function registry.party_end is 'Since when the organisation that is the member is no more; null of a person, and of one that goes on.';
grant execute on function registry.party_end to lienket_server;

create or replace view registry.published_member with (security_invoker = true) as
  select r.province, r.id, coalesce(o.shown_as_id, r.organisation_id) as organisation_id,
         case when m.id is null then r.party else s.party end as party,
         case when m.id is null then r.party_organisation_id else s.party_organisation_id end as party_organisation_id,
         case when m.id is null then r.standing else s.standing end as standing,
         least(r.joined_on, s.joined_on, f.joined_on) as joined_on,
         least(case when (case when m.id is null then r.left_on else s.left_on end) is null or f.is_present then null
             else greatest(r.left_on, s.left_on, f.left_on) end,
           registry.party_end(r.province, case when m.id is null then r.party_organisation_id else s.party_organisation_id end)) as left_on,
         (case when m.id is null then case when o.closes_book then 0 else r.contributed_vnd end
            else case when b.closes_book then 0 else s.contributed_vnd end end + coalesce(f.contributed_vnd, 0))::bigint
           as contributed_vnd,
         case when m.id is null then r.provenance else s.provenance end as provenance,
         m.shown_as_id as survivor_id
  from registry.recorded_member r
  left join registry.record_merger o
    on o.province = r.province and o.subject = 'organisation' and o.merged_id = r.organisation_id and o.undone_at is null
  left join (registry.record_merger m join registry.recorded_member s on s.province = m.province and s.id = m.shown_as_id)
    on m.province = r.province and m.subject = 'member' and m.merged_id = r.id and m.undone_at is null
  left join registry.record_merger b
    on b.province = s.province and b.subject = 'organisation' and b.merged_id = s.organisation_id and b.undone_at is null
  left join (
    select k.province, k.shown_as_id, min(x.joined_on) as joined_on, max(x.left_on) as left_on, bool_or(x.left_on is null) as is_present,
           sum(case when c.closes_book then 0 else x.contributed_vnd end)::bigint as contributed_vnd
    from registry.record_merger k join registry.recorded_member x on x.province = k.province and x.id = k.merged_id
    left join registry.record_merger c
      on c.province = x.province and c.subject = 'organisation' and c.merged_id = x.organisation_id and c.undone_at is null
    where k.subject = 'member' and k.undone_at is null group by k.province, k.shown_as_id
  ) f on f.province = r.province and f.shown_as_id = coalesce(m.shown_as_id, r.id);

create or replace view registry.published_presence with (security_invoker = true) as
  select m.province, m.organisation_id as recorded_in, coalesce(k.shown_as_id, m.id) as person_id, k.merged_id is not null as merged,
         case when k.merged_id is null then m.standing else (select s.standing from registry.member s
           where s.province = k.province and s.id = k.shown_as_id) end as standing,
         least(m.left_on, registry.party_end(m.province, m.party_organisation_id)) as left_on
  from registry.member m
  left join registry.record_merger k on k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null
  where m.voided_by is null;

drop index registry.member_present;
create index member_present on registry.member (province, organisation_id, standing) include (party_organisation_id)
  where left_on is null and voided_by is null;

create or replace view registry.published_present with (security_invoker = true) as
  select m.province, m.organisation_id as recorded_in, m.standing from registry.member m
  where m.left_on is null and m.voided_by is null
    and registry.party_end(m.province, m.party_organisation_id) is null
    and not exists (select from registry.record_merger k
      where k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null);
