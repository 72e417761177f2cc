-- An organisation that was a member elsewhere and has been divided: law says that its place passes, and the parties to whom.
create index member_organisations on registry.member (province, party_organisation_id) where party_organisation_id is not null;

create view registry.published_unpassed with (security_invoker = true) as
  select m.province, m.id as member_id, coalesce(o.shown_as_id, m.organisation_id) as organisation_id,
         m.party_organisation_id, e.ended_on
  from registry.member m
  join registry.published_end e on e.province = m.province and e.id = m.party_organisation_id
  left join registry.record_merger o
    on o.province = m.province and o.subject = 'organisation' and o.merged_id = m.organisation_id and o.undone_at is null
  where m.party_organisation_id is not null and m.left_on is null and m.voided_by is null
    and exists (select from registry.published_identity i
      join registry.organisation_link l on l.province = i.province and l.predecessor_id in (i.id, i.stands_as_id)
      where i.province = m.province and i.id = m.party_organisation_id and l.undone_by is null
        and l.way in ('merged', 'absorbed', 'divided'))
    and not exists (select from registry.record_merger k
      where k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null);
comment on view registry.published_unpassed is 'Memberships of organisations that went into others, whose place nobody has taken: an officer is asked.';
grant select on registry.published_unpassed to lienket_server;
