-- Units in time: one list of what went into what, of former units without a code and of units with one alike.
create table reference.unit_link (
  id           uuid primary key default gen_random_uuid(),
  province     smallint not null references reference.province,
  former_unit  text references reference.former_unit,
  from_code    text,
  from_from    date,
  to_code      text not null,
  to_from      date not null,
  on_day       date not null,
  part         text not null check (part in ('whole', 'part')),
  source       text not null,
  verified     boolean not null,
  act_id       uuid,
  recorded_by  text,
  recorded_at  timestamptz not null default now(),
  confirmed_on date,
  confirmed_by text,
  document     text check (length(document) between 1 and 300),
  withdrawn_at timestamptz,
  withdrawn_by text,
  reason       text check (length(reason) between 1 and 500),

  foreign key (from_code, from_from) references reference.unit (code, valid_from),
  foreign key (to_code, to_from) references reference.unit (code, valid_from),
  constraint link_comes_from_one_unit check (num_nonnulls(former_unit, from_code) = 1 and num_nonnulls(from_code, from_from) in (0, 2)),
  constraint link_leads_to_another_unit check (from_code is null or (from_code, from_from) <> (to_code, to_from)),
  constraint confirmation_names_day_person_and_document check (num_nonnulls(confirmed_on, confirmed_by) in (0, 2) and (confirmed_on is null or document is not null)),
  constraint withdrawal_says_why check (num_nonnulls(withdrawn_at, withdrawn_by, reason) in (0, 3)),
  constraint link_once unique nulls not distinct (former_unit, from_code, from_from, to_code, to_from)
);
comment on table reference.unit_link is 'Which unit went into which, many to many, each with its source. A former unit has no code that a source names; a later one is (code, valid_from).';
comment on column reference.unit_link.part is 'whole: all of the unit went there. part: only some of it, and then an address in it needs a person to choose.';
comment on column reference.unit_link.verified is 'What the shipped list says. A confirmation by a person stands beside it and outlives a new edition of the list.';
comment on column reference.unit_link.act_id is 'The act of this province by which the link came to be; null where it was listed or recorded by itself.';
create index unit_link_by_successor on reference.unit_link (to_code, to_from);
create index unit_link_by_predecessor on reference.unit_link (from_code, from_from) where from_code is not null;
create index unit_link_by_province on reference.unit_link (province);

insert into reference.unit_link (province, former_unit, to_code, to_from, on_day, part, source, verified)
select f.province, s.former_unit, s.successor_code, s.successor_from, s.successor_from,
  case when count(*) over (partition by s.former_unit) = 1 then 'whole' else 'part' end, s.source, s.verified
from reference.former_unit_succession s join reference.former_unit f on f.id = s.former_unit;

insert into reference.unit_link (province, from_code, from_from, to_code, to_from, on_day, part, source, verified)
select u.province, s.predecessor_code, s.predecessor_from, s.successor_code, s.successor_from, s.successor_from,
  case when count(*) over (partition by s.predecessor_code, s.predecessor_from) = 1 then 'whole' else 'part' end, s.source, s.verified
from reference.unit_succession s join reference.unit u on u.code = s.predecessor_code and u.valid_from = s.predecessor_from;

drop table reference.former_unit_succession, reference.unit_succession;

create table reference.former_district (
  province      smallint not null references reference.province,
  district_code text not null check (district_code ~ '^\d{3}$'),
  name          text not null,
  valid_from    date,
  valid_until   date,
  source        text not null,
  verified      boolean not null,

  primary key (province, district_code, name),
  constraint district_days_in_order check (valid_from <= valid_until)
);
comment on table reference.former_district is 'What the districts were called that addresses still name, earlier names of the same place among them.';

-- National lists are read by all; what a province says of its own units it writes itself, and nobody else.
alter table reference.unit enable row level security;
create policy unit_read on reference.unit for select using (true);
create policy unit_own on reference.unit for insert with check (province = platform.current_province());
create policy unit_ends on reference.unit for update using (province = platform.current_province()) with check (province = platform.current_province());
alter table reference.unit_link enable row level security;
create policy link_read on reference.unit_link for select using (true);
create policy link_own on reference.unit_link for insert with check (province = platform.current_province());
create policy link_changes on reference.unit_link for update using (province = platform.current_province()) with check (province = platform.current_province());

-- Taken back: entered and found wrong. Such a version was in force on no day, so its span is empty.
alter table reference.unit drop constraint unit_days_in_order;
alter table reference.unit add constraint unit_days_in_order check (valid_until is null or valid_until >= valid_from - 1);
alter table reference.unit add column act_id uuid;
comment on column reference.unit.act_id is 'The act of this province by which the version began.';
comment on column reference.unit.valid_until is 'The last day. The day before valid_from says that the version was entered and taken back.';

grant select on reference.unit_link, reference.former_district to lienket_server;
grant insert on reference.unit, reference.unit_link to lienket_server;
grant update (name, name_en, kind, former_district, lon, lat, valid_until, source, verified, act_id) on reference.unit to lienket_server;
grant update (on_day, part, source, verified, act_id, confirmed_on, confirmed_by, document, withdrawn_at, withdrawn_by, reason)
  on reference.unit_link to lienket_server;
