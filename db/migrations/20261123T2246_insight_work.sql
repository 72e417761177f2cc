-- What waits for officers and directors of the registry, for the one page that shows it: states and days, never what stands in a row.
create view registry.published_change_request with (security_invoker = true) as
  select province, id, organisation_id, unit_code, state, submitted_on, answered_on from registry.change_request;
comment on view registry.published_change_request is 'Requests and where they stand. unit_code is the unit of the day it was asked; blank where the seat is elsewhere, and the province answers.';

create view duplicates.published_pair with (security_invoker = true) as
  select province, id, subject, first_id, second_id, state, (coalesce(reopened_at, found_at) at time zone 'Asia/Ho_Chi_Minh')::date as since
  from duplicates.pair;

create view intake.published_batch with (security_invoker = true) as
  select province, id, kind, organisation_id, file_name, state, made_by, (made_at at time zone 'Asia/Ho_Chi_Minh')::date as made_on,
         coalesce((counts #>> '{outcomes,refused}')::int, 0) as refused, coalesce((counts #>> '{outcomes,question}')::int, 0) as questions
  from intake.batch;

-- Who is a member of which organisation since when, each once: to be counted for all organisations at once.
create view registry.published_membership with (security_invoker = true) as
  select m.province, coalesce(o.shown_as_id, m.organisation_id) as organisation_id, m.standing, m.joined_on, m.left_on
  from registry.member m
  left join registry.record_merger o
    on o.province = m.province and o.subject = 'organisation' and o.merged_id = m.organisation_id and o.undone_at is null
  where m.voided_by is null and not exists (select from registry.record_merger k
    where k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null);

grant select on registry.published_membership, registry.published_change_request, duplicates.published_pair, intake.published_batch to lienket_server;
