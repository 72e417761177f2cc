-- What waits is asked on every page: counting the members of a whole province for it took longer than all else together.

-- Present members by organisation, so that counting may stop at the least number the law asks for.
create index member_present on registry.member (province, organisation_id, standing) where left_on is null and voided_by is null;

create view registry.published_presence with (security_invoker = true) as
  select m.province, m.organisation_id as recorded_in, coalesce(k.shown_as_id, m.id) as person_id, k.merged_id is not null as merged,
         case when k.merged_id is null then m.standing else (select s.standing from registry.member s
           where s.province = k.province and s.id = k.shown_as_id) end as standing,
         m.left_on
  from registry.member m
  left join registry.record_merger k on k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null
  where m.voided_by is null;
comment on view registry.published_presence is 'Each record of a membership under the organisation it was recorded in; person_id is the record it is shown as. Count persons, not rows.';

create view registry.published_present with (security_invoker = true) as
  select m.province, m.organisation_id as recorded_in, m.standing from registry.member m
  where m.left_on is null and m.voided_by is null and not exists (select from registry.record_merger k
    where k.province = m.province and k.subject = 'member' and k.merged_id = m.id and k.undone_at is null);
comment on view registry.published_present is 'Each one a person that is there, by the organisation it was recorded in; there may be more, by another record of theirs.';

-- Members who have promised more than they paid, and when they promised it. What was taken back, and its mirror, are as if they had not been.
create index member_owing on registry.member (province, organisation_id) where contributed_vnd < subscribed_vnd and voided_by is null;
create view registry.published_unpaid_promise with (security_invoker = true) as
  select m.province, coalesce(o.shown_as_id, m.organisation_id) as organisation_id, m.id as member_id, l.on_day, l.number, l.subscribed_vnd, l.paid_vnd
  -- Few owe (in the order of their index), and their lines are read one by one, never the whole ledger.
  from (
    select province, id, organisation_id from registry.member
    where contributed_vnd < subscribed_vnd and voided_by is null order by province, organisation_id offset 0
  ) m
  left join registry.record_merger o
    on o.province = m.province and o.subject = 'organisation' and o.merged_id = m.organisation_id and o.undone_at is null
  cross join lateral (
    select a.on_day, a.number, c.subscribed_vnd, c.paid_vnd
    from registry.capital_line c join registry.capital_act a on a.province = c.province and a.id = c.act_id
    where c.province = m.province and c.member_id = m.id and a.kind <> 'reversed'
      and not exists (select from registry.capital_act r where r.province = a.province and r.reverses_id = a.id)
    offset 0
  ) l;

-- Requests of members about their own data, by organisation; what they wish stays in the registry.
create index personal_request_waiting on registry.personal_request (province, member_id) where outcome is null;
create view registry.published_personal_request with (security_invoker = true) as
  select r.province, r.id, coalesce(o.shown_as_id, m.organisation_id) as organisation_id,
         (r.asked_at at time zone 'Asia/Ho_Chi_Minh')::date as asked_on, r.outcome
  from registry.personal_request r
  join registry.member m on m.province = r.province and m.id = r.member_id
  left join registry.record_merger o
    on o.province = m.province and o.subject = 'organisation' and o.merged_id = m.organisation_id and o.undone_at is null;

-- Acts on units that are drafted, and officers whose unit such an act ended: what waits for those who keep the units.
create view places.published_unit_act with (security_invoker = true) as
  select province, id, on_day, document, state, (drafted_at at time zone 'Asia/Ho_Chi_Minh')::date as drafted_on,
         (done_at at time zone 'Asia/Ho_Chi_Minh')::date as done_on
  from places.unit_act;
create view places.published_officer_proposal with (security_invoker = true) as
  select province, id, act_id, state from places.officer_proposal;

grant select on registry.published_presence, registry.published_present, registry.published_unpaid_promise, registry.published_personal_request,
  places.published_unit_act, places.published_officer_proposal to lienket_server;
