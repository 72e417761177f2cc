-- Who was entered twice and is shown as one is there by either record, since the first day either tells.
create or replace view registry.published_membership with (security_invoker = true) as
  select m.province, coalesce(o.shown_as_id, m.organisation_id) as organisation_id, m.standing,
         least(m.joined_on, f.joined_on) as joined_on,
         case when m.left_on is null or f.is_present then null else greatest(m.left_on, f.left_on) end as left_on
  from registry.member m
  left join registry.record_merger o
    on o.province = m.province and o.subject = 'organisation' and o.merged_id = m.organisation_id and o.undone_at is null
  left join (
    select k.province, k.shown_as_id, min(x.joined_on) as joined_on, max(x.left_on) as left_on, bool_or(x.left_on is null) as is_present
    from registry.record_merger k join registry.member x on x.province = k.province and x.id = k.merged_id
    where k.subject = 'member' and k.undone_at is null and x.voided_by is null group by k.province, k.shown_as_id
  ) f on f.province = m.province and f.shown_as_id = m.id
  where m.voided_by is null and not exists (select from registry.record_merger k
    where k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null);
