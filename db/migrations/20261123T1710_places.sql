-- Units split and merge by acts: seats, officers' roles and plots follow, and what cannot follow by itself waits for a person.
create schema places;
grant usage on schema places to lienket_server;

create table places.unit_act (
  province     smallint not null default platform.current_province() references reference.province,
  id           uuid not null,
  on_day       date not null,
  document     text not null check (length(document) between 1 and 300),
  legal_basis  text not null check (length(legal_basis) between 1 and 300),
  note         text check (length(note) between 1 and 2000),
  plan         jsonb not null,
  state        text not null default 'draft' check (state in ('draft', 'done', 'withdrawn')),
  version      integer not null default 1 check (version > 0),
  drafted_by   text not null,
  drafted_at   timestamptz not null default now(),
  done_by      text,
  done_at      timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  reason       text check (length(reason) between 1 and 500),

  primary key (province, id),
  constraint act_done_by_somebody check (num_nonnulls(done_by, done_at) in (0, 2) and (state <> 'done' or done_at is not null)),
  constraint act_withdrawn_with_reason check (num_nonnulls(withdrawn_by, withdrawn_at, reason) = case state when 'withdrawn' then 3 else 0 end)
);
comment on table places.unit_act is 'A split or merger of units as one act: which units end, which begin, and what went into what. A draft changes nothing; what was done can be taken back while nothing newer rests on it.';
create index unit_act_by_day on places.unit_act (province, on_day desc);
call platform.guard('places.unit_act', 'select, insert, update');

create table places.officer_proposal (
  province   smallint not null default platform.current_province(),
  id         uuid not null,
  act_id     uuid not null,
  account_id text not null,
  from_code  text not null,
  from_from  date not null,
  unit_code  text not null,
  unit_from  date not null,
  state      text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  reason     text check (length(reason) between 1 and 500),

  primary key (province, id),
  foreign key (province, act_id) references places.unit_act (province, id),
  foreign key (from_code, from_from) references reference.unit (code, valid_from),
  foreign key (unit_code, unit_from) references reference.unit (code, valid_from),
  constraint proposal_once unique (province, act_id, account_id, unit_code, unit_from),
  constraint proposal_decided_by_somebody check ((state = 'proposed') = (decided_at is null))
);
comment on table places.officer_proposal is 'The officer of a unit that ended is proposed for each unit it went into. A person gives the role; an act never does.';
call platform.guard('places.officer_proposal', 'select, insert, update');

create table places.boundary (
  province    smallint not null default platform.current_province() references reference.province,
  id          uuid not null,
  unit_code   text not null,
  unit_from   date not null,
  geometry    jsonb not null,
  shown       jsonb not null,
  source      text not null check (length(source) between 1 and 300),
  imported_by text not null,
  imported_at timestamptz not null default now(),
  replaced_at timestamptz,

  primary key (province, id),
  foreign key (unit_code, unit_from) references reference.unit (code, valid_from)
);
comment on table places.boundary is 'The outline of a version of a unit, as imported with its source (RFC 7946, WGS84). An import replaces the one before; both are kept.';
comment on column places.boundary.shown is 'The same with fewer corners, for pages. Whether a point lies inside is asked of geometry.';
create unique index boundary_in_force on places.boundary (province, unit_code, unit_from) where replaced_at is null;
call platform.guard('places.boundary', 'select, insert, update');

-- A seat that was moved by an act and moved back lay there on no day.
alter table registry.organisation_place drop constraint place_days_in_order;
alter table registry.organisation_place add constraint place_days_in_order check (valid_until is null or valid_until >= valid_from - 1);
comment on column registry.organisation_place.valid_until is 'The last day. The day before valid_from says that the row was entered and taken back.';

create table registry.seat_move (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  act_id          uuid not null,
  organisation_id uuid not null,
  seat_from       date not null,
  cut_from        date,
  from_code       text not null,
  from_from       date not null,
  to_code         text not null,
  to_from         date not null,
  how             text not null check (how in ('act', 'person', 'point')),
  moved_by        text not null,
  moved_at        timestamptz not null default now(),
  undone_at       timestamptz,

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (from_code, from_from) references reference.unit (code, valid_from),
  foreign key (to_code, to_from) references reference.unit (code, valid_from)
);
comment on table registry.seat_move is 'A seat came to lie in another unit because units changed, not because it moved: by the act itself, or where a unit was divided, by a person or by the seat''s point.';
comment on column registry.seat_move.cut_from is 'The first day of the row that was ended so that seat_from could begin; null where the row itself was pointed to the other unit.';
create index seat_move_by_act on registry.seat_move (province, act_id);
create index seat_move_by_organisation on registry.seat_move (province, organisation_id);
call platform.guard('registry.seat_move', 'select, insert, update');

create table production.plot_move (
  province  smallint not null default platform.current_province(),
  id        uuid not null,
  act_id    uuid not null,
  plot_id   uuid not null,
  version   integer not null,
  from_code text not null,
  from_from date not null,
  to_code   text not null,
  to_from   date not null,
  undone_at timestamptz,

  primary key (province, id),
  foreign key (province, plot_id, version) references production.plot_version (province, plot_id, version)
);
comment on table production.plot_move is 'Which version of a plot came about because units changed, so that the act can be taken back.';
create index plot_move_by_act on production.plot_move (province, act_id);
call platform.guard('production.plot_move', 'select, insert, update');

-- An organisation whose unit has ended has none until its seat is assigned: a code that goes on names another place.
create or replace view registry.published_organisation with (security_invoker = true) as
  select o.province, o.id, o.kind, o.name, o.plain_name, o.short_name, o.tax_number, o.status, o.fields, o.seat_province,
         o.founded_on, o.certificate_on, o.provenance, o.gln,
         u.code as unit_code, u.valid_from as unit_from, u.name as unit_name, u.kind as unit_kind, u.former_district, p.address,
         coalesce(p.lon, u.lon) as lon, coalesce(p.lat, u.lat) as lat, o.legal_form
  from registry.organisation o
  left join registry.organisation_place p on p.province = o.province and p.organisation_id = o.id and p.valid_until is null
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from and u.valid_until is null
  where o.struck_at is null;

-- Seats in time, each at the version of a unit it is recorded at.
create view registry.published_seat with (security_invoker = true) as
  select province, organisation_id, valid_from, valid_until, unit_code, unit_from, address, lon, lat
  from registry.organisation_place where valid_until is null or valid_until >= valid_from;

create view registry.published_seat_move with (security_invoker = true) as
  select province, organisation_id, act_id, from_code, from_from, to_code, to_from, how, moved_at
  from registry.seat_move where undone_at is null;

grant select on registry.published_seat, registry.published_seat_move to lienket_server;
