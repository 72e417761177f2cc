-- Records entered twice. A merger is a pointer from the one to the other and nothing else: no row of either is touched, the
-- published views follow the pointer, and undoing it leaves both as they were, to the byte.
create table registry.record_merger (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  subject     text not null check (subject in ('organisation', 'member')),
  merged_id   uuid not null,
  survivor_id uuid not null,
  shown_as_id uuid not null,
  reason      text not null check (length(reason) between 3 and 500),
  merged_at   timestamptz not null default now(),
  merged_by   text not null,
  undone_at   timestamptz,
  undone_by   text,
  undo_reason text check (length(undo_reason) between 3 and 500),

  merged_organisation_id   uuid generated always as (case when subject = 'organisation' then merged_id end) stored,
  survivor_organisation_id uuid generated always as (case when subject = 'organisation' then survivor_id end) stored,
  merged_member_id         uuid generated always as (case when subject = 'member' then merged_id end) stored,
  survivor_member_id       uuid generated always as (case when subject = 'member' then survivor_id end) stored,

  primary key (province, id),
  foreign key (province, merged_organisation_id) references registry.organisation (province, id),
  foreign key (province, survivor_organisation_id) references registry.organisation (province, id),
  foreign key (province, merged_member_id) references registry.member (province, id),
  foreign key (province, survivor_member_id) references registry.member (province, id),
  constraint nobody_is_merged_into_itself check (merged_id <> survivor_id and merged_id <> shown_as_id),
  constraint undoing_a_merger_is_whole check (num_nonnulls(undone_at, undone_by, undo_reason) in (0, 3))
);
comment on table registry.record_merger is 'Two records of one organisation, or of one member: the merged one is shown as the survivor while the merger stands. Undone, never deleted.';
comment on column registry.record_merger.survivor_id is 'Into which record it was merged, as decided.';
comment on column registry.record_merger.shown_as_id is 'Where that leads today: the survivor may since have been merged into a third.';
create unique index record_merger_stands_once on registry.record_merger (province, subject, merged_id) where undone_at is null;
create index record_merger_by_survivor on registry.record_merger (province, subject, shown_as_id) where undone_at is null;
call platform.guard('registry.record_merger', 'select, insert, update');

-- The views of before are the records as they were written; over each stands one that follows the mergers.
alter view registry.published_organisation rename to recorded_organisation;
alter view registry.published_member rename to recorded_member;
alter view registry.published_yearly_account rename to recorded_yearly_account;
alter view registry.published_certificate rename to recorded_certificate;
alter view registry.published_act rename to recorded_act;
alter view registry.published_capital_line rename to recorded_capital_line;

-- Under which id each organisation counts today: its own, or its survivor's; and where that one has its seat.
create view registry.published_identity with (security_invoker = true) as
  select r.province, r.id, coalesce(m.shown_as_id, r.id) as stands_as_id, p.unit_code
  from registry.recorded_organisation r
  left join registry.record_merger m on m.province = r.province and m.subject = 'organisation' and m.merged_id = r.id and m.undone_at is null
  left join registry.organisation_place p
    on p.province = r.province and p.organisation_id = coalesce(m.shown_as_id, r.id) and p.valid_until is null;

create view registry.published_member_identity with (security_invoker = true) as
  select r.province, r.id, coalesce(m.shown_as_id, r.id) as stands_as_id,
         coalesce(k.shown_as_id, r.organisation_id) as organisation_id, p.unit_code
  from registry.recorded_member r
  left join registry.record_merger k
    on k.province = r.province and k.subject = 'organisation' and k.merged_id = r.organisation_id and k.undone_at is null
  left join registry.record_merger m on m.province = r.province and m.subject = 'member' and m.merged_id = r.id and m.undone_at is null
  left join registry.organisation_place p
    on p.province = r.province and p.organisation_id = coalesce(k.shown_as_id, r.organisation_id) and p.valid_until is null;

-- Which ids mean the same organisation as an id, both ways; nothing for who was never entered twice.
create view registry.published_alias with (security_invoker = true) as
  select province, merged_id as id, shown_as_id as also_id from registry.record_merger where subject = 'organisation' and undone_at is null
  union all
  select province, shown_as_id, merged_id from registry.record_merger where subject = 'organisation' and undone_at is null
  union all
  select a.province, a.merged_id, b.merged_id
  from registry.record_merger a
  join registry.record_merger b on b.province = a.province and b.subject = a.subject and b.shown_as_id = a.shown_as_id and b.merged_id <> a.merged_id
  where a.subject = 'organisation' and a.undone_at is null and b.undone_at is null;

-- What a survivor leaves blank and a record merged into it tells, the first merged first.
create view registry.merged_facts with (security_invoker = true) as
  select m.province, m.shown_as_id as id,
         (array_agg(o.short_name order by m.merged_at, m.id) filter (where o.short_name is not null))[1] as short_name,
         (array_agg(o.tax_number order by m.merged_at, m.id) filter (where o.tax_number is not null))[1] as tax_number,
         (array_agg(o.registration_number order by m.merged_at, m.id) filter (where o.registration_number is not null))[1]
           as registration_number,
         (array_agg(o.founded_on order by m.merged_at, m.id) filter (where o.founded_on is not null))[1] as founded_on,
         (array_agg(o.certificate_on order by m.merged_at, m.id) filter (where o.certificate_on is not null))[1] as certificate_on,
         (array_agg(o.gln order by m.merged_at, m.id) filter (where o.gln is not null))[1] as gln,
         (array_agg(o.phone order by m.merged_at, m.id) filter (where o.phone is not null))[1] as phone,
         (array_agg(o.email order by m.merged_at, m.id) filter (where o.email is not null))[1] as email,
         (array_agg(o.website order by m.merged_at, m.id) filter (where o.website is not null))[1] as website
  from registry.record_merger m
  join registry.organisation o on o.province = m.province and o.id = m.merged_id
  where m.subject = 'organisation' and m.undone_at is null
  group by m.province, m.shown_as_id;
comment on view registry.merged_facts is 'What the records merged into a survivor tell, for the facts it leaves blank. A personal number is taken over by its reader only where the survivor may have one.';

create view registry.published_organisation with (security_invoker = true) as
  select r.province, r.id, o.kind, o.name, o.plain_name, coalesce(o.short_name, f.short_name) as short_name,
         coalesce(o.tax_number, case when length(f.tax_number) <> 12 or o.kind in ('farm', 'household-business', 'cooperative-group')
           then f.tax_number end) as tax_number,
         o.status, o.fields, o.seat_province, coalesce(o.founded_on, f.founded_on) as founded_on,
         coalesce(o.certificate_on, f.certificate_on) as certificate_on, o.provenance, coalesce(o.gln, f.gln) as gln,
         o.unit_code, o.unit_from, o.unit_name, o.unit_kind, o.former_district, o.address, o.lon, o.lat, o.legal_form,
         m.shown_as_id as survivor_id
  from registry.organisation r
  left join registry.record_merger m on m.province = r.province and m.subject = 'organisation' and m.merged_id = r.id and m.undone_at is null
  join registry.recorded_organisation o on o.province = r.province and o.id = coalesce(m.shown_as_id, r.id)
  left join registry.merged_facts f on f.province = o.province and f.id = o.id;
comment on view registry.published_organisation is 'Every organisation by every id it was entered under. survivor_id: this id was merged, and all else here is the survivor''s. Count and list only rows without one.';

create view registry.published_member with (security_invoker = true) as
  select r.province, r.id, coalesce(o.shown_as_id, r.organisation_id) as organisation_id,
         case when m.id is null then r.party else s.party end as party,
         case when m.id is null then r.party_organisation_id else s.party_organisation_id end as party_organisation_id,
         case when m.id is null then r.standing else s.standing end as standing,
         least(r.joined_on, s.joined_on, f.joined_on) as joined_on,
         case when (case when m.id is null then r.left_on else s.left_on end) is null or f.is_present then null
           else greatest(r.left_on, s.left_on, f.left_on) end as left_on,
         (case when m.id is null then r.contributed_vnd else s.contributed_vnd end + coalesce(f.contributed_vnd, 0))::bigint
           as contributed_vnd,
         case when m.id is null then r.provenance else s.provenance end as provenance,
         m.shown_as_id as survivor_id
  from registry.recorded_member r
  left join registry.record_merger o
    on o.province = r.province and o.subject = 'organisation' and o.merged_id = r.organisation_id and o.undone_at is null
  left join (registry.record_merger m join registry.recorded_member s on s.province = m.province and s.id = m.shown_as_id)
    on m.province = r.province and m.subject = 'member' and m.merged_id = r.id and m.undone_at is null
  left join (
    select k.province, k.shown_as_id, min(x.joined_on) as joined_on, max(x.left_on) as left_on, bool_or(x.left_on is null) as is_present,
           sum(x.contributed_vnd)::bigint as contributed_vnd
    from registry.record_merger k join registry.recorded_member x on x.province = k.province and x.id = k.merged_id
    where k.subject = 'member' and k.undone_at is null group by k.province, k.shown_as_id
  ) f on f.province = r.province and f.shown_as_id = coalesce(m.shown_as_id, r.id);
comment on view registry.published_member is 'Every membership by every id it was entered under. survivor_id: this id was merged, and all else here is the survivor''s, days and capital of both together. Count and list only rows without one.';

-- The same year told twice counts once: the survivor's figures, or those of the record that was merged first.
create view registry.published_yearly_account with (security_invoker = true) as
  select a.province, coalesce(m.shown_as_id, a.organisation_id) as organisation_id, a.year, a.revenue_vnd, a.profit_vnd,
         a.charter_capital_vnd, a.total_capital_vnd, a.undivided_assets_vnd, a.official_members, a.workers, a.source, a.provenance
  from registry.recorded_yearly_account a
  left join registry.record_merger m
    on m.province = a.province and m.subject = 'organisation' and m.merged_id = a.organisation_id and m.undone_at is null
  where m.id is null or not (
    exists (select from registry.recorded_yearly_account s
      where s.province = m.province and s.organisation_id = m.shown_as_id and s.year = a.year)
    or exists (select from registry.record_merger k
      join registry.recorded_yearly_account b on b.province = k.province and b.organisation_id = k.merged_id and b.year = a.year
      where k.province = m.province and k.subject = 'organisation' and k.undone_at is null
        and k.shown_as_id = m.shown_as_id and (k.merged_at, k.id) < (m.merged_at, m.id)));

create view registry.published_certificate with (security_invoker = true) as
  select c.province, c.id, coalesce(m.shown_as_id, c.organisation_id) as organisation_id, c.commodity_id, c.kind, c.grade, c.number,
         c.issuer, c.valid_from, c.valid_until, c.withdrawn_on, c.provenance
  from registry.recorded_certificate c
  left join registry.record_merger m
    on m.province = c.province and m.subject = 'organisation' and m.merged_id = c.organisation_id and m.undone_at is null;

create view registry.published_act with (security_invoker = true) as
  select a.province, a.id, coalesce(m.shown_as_id, a.organisation_id) as organisation_id, a.kind, a.on_day, a.document, a.legal_basis
  from registry.recorded_act a
  left join registry.record_merger m
    on m.province = a.province and m.subject = 'organisation' and m.merged_id = a.organisation_id and m.undone_at is null;

-- Lines of the book stay where they are; they are told of whom they count for.
create view registry.published_capital_line with (security_invoker = true) as
  select l.province, coalesce(o.shown_as_id, l.organisation_id) as organisation_id, coalesce(m.shown_as_id, l.member_id) as member_id,
         l.act_id, l.on_day, l.form, l.subscribed_vnd, l.paid_vnd
  from registry.recorded_capital_line l
  left join registry.record_merger o
    on o.province = l.province and o.subject = 'organisation' and o.merged_id = l.organisation_id and o.undone_at is null
  left join registry.record_merger m
    on m.province = l.province and m.subject = 'member' and m.merged_id = l.member_id and m.undone_at is null;

-- A record that was merged, or never counted, has no seat of its own any more.
create or replace view registry.published_seat with (security_invoker = true) as
  select p.province, p.organisation_id, p.valid_from, p.valid_until, p.unit_code, p.unit_from, p.address, p.lon, p.lat
  from registry.organisation_place p
  join registry.published_identity i on i.province = p.province and i.id = p.organisation_id and i.stands_as_id = i.id
  where p.valid_until is null or p.valid_until >= p.valid_from;

grant select on registry.published_identity, registry.published_member_identity, registry.published_alias, registry.merged_facts,
  registry.published_organisation, registry.published_member, registry.published_yearly_account, registry.published_certificate,
  registry.published_act, registry.published_capital_line to lienket_server;

-- A role for an organisation is held for it under every id it was entered under.
create view platform.grant_held with (security_invoker = true) as
  select province, account_id, role, organisation_id, unit_code, valid_from, valid_until from platform.access_grant where revoked_at is null
  union all
  select g.province, g.account_id, g.role, a.also_id, g.unit_code, g.valid_from, g.valid_until
  from platform.access_grant g
  join registry.published_alias a on a.province = g.province and a.id = g.organisation_id
  where g.revoked_at is null;
grant select on platform.grant_held to lienket_server;
