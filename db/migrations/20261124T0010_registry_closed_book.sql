-- Two records of one organisation that both have a book of capital: one book is named the true one, the other is closed as
-- entered twice. Its rows stay and are shown; nothing of them counts while the merger stands.
alter table registry.record_merger add column closes_book boolean not null default false,
  add constraint only_organisations_have_books check (not closes_book or subject = 'organisation');
comment on column registry.record_merger.closes_book is 'The merged record''s book of capital was entered twice: it is shown with all its rows, and counts nowhere until the merger is undone.';

create view registry.closed_book with (security_invoker = true) as
  select province, merged_id as organisation_id, shown_as_id, id as merger_id, merged_at, reason
  from registry.record_merger where subject = 'organisation' and closes_book and undone_at is null;
comment on view registry.closed_book is 'Books of capital that do not count, with the organisation whose book does.';
grant select on registry.closed_book to lienket_server;

create or replace view registry.published_capital_line with (security_invoker = true) as
  select l.province, coalesce(o.shown_as_id, l.organisation_id) as organisation_id, coalesce(m.shown_as_id, l.member_id) as member_id,
         l.act_id, l.on_day, l.form, l.subscribed_vnd, l.paid_vnd
  from registry.recorded_capital_line l
  left join registry.record_merger o
    on o.province = l.province and o.subject = 'organisation' and o.merged_id = l.organisation_id and o.undone_at is null
  left join registry.record_merger m
    on m.province = l.province and m.subject = 'member' and m.merged_id = l.member_id and m.undone_at is null
  where o.closes_book is not true;

create or replace view registry.published_member with (security_invoker = true) as
  select r.province, r.id, coalesce(o.shown_as_id, r.organisation_id) as organisation_id,
         case when m.id is null then r.party else s.party end as party,
         case when m.id is null then r.party_organisation_id else s.party_organisation_id end as party_organisation_id,
         case when m.id is null then r.standing else s.standing end as standing,
         least(r.joined_on, s.joined_on, f.joined_on) as joined_on,
         case when (case when m.id is null then r.left_on else s.left_on end) is null or f.is_present then null
           else greatest(r.left_on, s.left_on, f.left_on) end as left_on,
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
