-- An organisation that has ended is nobody's member any more: a union of three of which one has been dissolved has two.
create view registry.published_end with (security_invoker = true) as
  select r.province, r.id,
         coalesce((select max(s.valid_from) from registry.organisation_state s
             where s.province = o.province and s.organisation_id = o.id and s.seq > 1 and s.undone_by is null
               and 'status' = any(s.told) and s.status in ('dissolved', 'merged', 'divided', 'void')),
           (o.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) as ended_on
  from registry.organisation r
  left join registry.record_merger m
    on m.province = r.province and m.subject = 'organisation' and m.merged_id = r.id and m.undone_at is null
  join registry.organisation o on o.province = r.province and o.id = coalesce(m.shown_as_id, r.id)
    and o.status in ('dissolved', 'merged', 'divided', 'void');
comment on view registry.published_end is 'Organisations that have ended, by every id they were entered under, and since when they are no more; of one recorded as ended already, the day of the record at the latest.';
grant select on registry.published_end to lienket_server;

create or replace view registry.published_membership with (security_invoker = true) as
  select m.province, coalesce(o.shown_as_id, m.organisation_id) as organisation_id, m.standing,
         least(m.joined_on, f.joined_on) as joined_on,
         least(case when m.left_on is null or f.is_present then null else greatest(m.left_on, f.left_on) end, e.ended_on) as left_on
  from registry.member m
  left join registry.record_merger o
    on o.province = m.province and o.subject = 'organisation' and o.merged_id = m.organisation_id and o.undone_at is null
  left join registry.published_end e on e.province = m.province and e.id = m.party_organisation_id
  left join (
    select k.province, k.shown_as_id, min(x.joined_on) as joined_on, max(x.left_on) as left_on, bool_or(x.left_on is null) as is_present
    from registry.record_merger k join registry.member x on x.province = k.province and x.id = k.merged_id
    where k.subject = 'member' and k.undone_at is null and x.voided_by is null group by k.province, k.shown_as_id
  ) f on f.province = m.province and f.shown_as_id = m.id
  where m.voided_by is null and not exists (select from registry.record_merger k
    where k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null);
