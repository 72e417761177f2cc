-- Whose unit has ended has none in these views either, until the seat is assigned: a code that goes on names another place.
create or replace view registry.published_identity with (security_invoker = true) as
  select r.province, r.id, coalesce(m.shown_as_id, r.id) as stands_as_id, u.code as unit_code
  from registry.recorded_organisation r
  left join registry.record_merger m on m.province = r.province and m.subject = 'organisation' and m.merged_id = r.id and m.undone_at is null
  left join registry.organisation_place p
    on p.province = r.province and p.organisation_id = coalesce(m.shown_as_id, r.id) and p.valid_until is null
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from and u.valid_until is null;

create or replace view registry.published_member_identity with (security_invoker = true) as
  select r.province, r.id, coalesce(m.shown_as_id, r.id) as stands_as_id,
         coalesce(k.shown_as_id, r.organisation_id) as organisation_id, u.code as unit_code
  from registry.recorded_member r
  left join registry.record_merger k
    on k.province = r.province and k.subject = 'organisation' and k.merged_id = r.organisation_id and k.undone_at is null
  left join registry.record_merger m on m.province = r.province and m.subject = 'member' and m.merged_id = r.id and m.undone_at is null
  left join registry.organisation_place p
    on p.province = r.province and p.organisation_id = coalesce(k.shown_as_id, r.organisation_id) and p.valid_until is null
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from and u.valid_until is null;
