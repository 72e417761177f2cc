-- Production begins: the plots, the protocols they are worked by, the seasons and what the field log says of them.
create schema production;
grant usage on schema production to lienket_server;

create table production.plot (
  province        smallint not null default platform.current_province() references reference.province,
  id              uuid not null,
  organisation_id uuid not null,
  code            text not null check (length(code) between 1 and 40),
  version         integer not null default 1 check (version > 0),
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint plot_code_once_in_an_organisation unique (province, organisation_id, code)
);
comment on table production.plot is 'A piece of land an organisation or one of its members works. What is known of it stands in its versions.';
comment on column production.plot.version is 'The newest of its versions.';
call platform.guard('production.plot', 'select, insert, update');

create table production.plot_version (
  province        smallint not null default platform.current_province(),
  plot_id         uuid not null,
  version         integer not null check (version > 0),
  kind            text not null check (kind in ('recorded', 'changed', 'corrected', 'closed')),
  valid_from      date not null,
  valid_until     date,
  name            text not null check (length(name) between 1 and 200),
  member_id       uuid,
  land_use        text not null check (land_use in ('annual-crops', 'perennial-crops', 'rice', 'greenhouse', 'livestock',
                    'aquaculture', 'forestry', 'other')),
  area_m2         bigint not null check (area_m2 between 1 and 10000000000),
  outline         jsonb,
  outline_area_m2 bigint check (outline_area_m2 > 0),
  unit_code       text not null,
  unit_from       date not null,
  reason          text check (length(reason) between 1 and 500),
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, plot_id, version),
  foreign key (province, plot_id) references production.plot (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  foreign key (unit_code, unit_from) references reference.unit (code, valid_from),
  constraint plot_days_in_order check (valid_until is null or valid_from <= valid_until),
  constraint plot_outline_has_its_area check ((outline is null) = (outline_area_m2 is null)),
  constraint later_plot_versions_say_why check ((version = 1) = (kind = 'recorded') and (version = 1 or reason is not null))
);
comment on table production.plot_version is 'What is known of a plot, from a day on. A change or a correction is a new version; none is overwritten.';
comment on column production.plot_version.area_m2 is 'As declared. outline_area_m2 is what the outline encloses on the ellipsoid; neither replaces the other.';
create index plot_version_by_unit on production.plot_version (province, unit_code);
create index plot_version_by_member on production.plot_version (province, member_id) where member_id is not null;
call platform.guard('production.plot_version', 'select, insert');

create table production.protocol (
  province     smallint not null default platform.current_province() references reference.province,
  id           uuid not null,
  code         text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  commodity_id uuid not null,
  version      integer not null default 1 check (version > 0),
  recorded_at  timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  constraint protocol_code_once unique (province, code)
);
comment on table production.protocol is 'A way of growing something, by stages. Its content stands in its versions; version names the newest.';
call platform.guard('production.protocol', 'select, insert, update');

create table production.protocol_version (
  province     smallint not null default platform.current_province(),
  protocol_id  uuid not null,
  version      integer not null check (version > 0),
  content      jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  published_on date not null,
  published_by text,
  recorded_at  timestamptz not null default now(),

  primary key (province, protocol_id, version),
  foreign key (province, protocol_id) references production.protocol (province, id)
);
comment on table production.protocol_version is 'Stages, steps, inputs and intervals as data. A season keeps the version it began with.';
call platform.guard('production.protocol_version', 'select, insert');

create table production.season (
  province         smallint not null default platform.current_province() references reference.province,
  id               uuid not null,
  organisation_id  uuid not null,
  plot_id          uuid not null,
  protocol_id      uuid not null,
  protocol_version integer not null,
  commodity_id     uuid not null,
  variety_id       uuid,
  started_on       date not null,
  closed_on        date,
  state            text not null default 'running' check (state in ('running', 'closed', 'abandoned')),
  closing_reason   text check (length(closing_reason) between 1 and 500),
  provenance       text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  recorded_at      timestamptz not null default now(),
  recorded_by      text,

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, plot_id) references production.plot (province, id),
  foreign key (province, protocol_id, protocol_version) references production.protocol_version (province, protocol_id, version),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  foreign key (province, variety_id) references registry.variety (province, id),
  constraint season_days_in_order check (closed_on is null or started_on <= closed_on),
  constraint ended_seasons_have_their_day check ((state = 'running') = (closed_on is null)),
  constraint abandoned_seasons_say_why check (state <> 'abandoned' or closing_reason is not null)
);
comment on table production.season is 'A commodity grown on a plot by one version of a protocol, from a day on.';
create unique index season_runs_once_on_a_plot on production.season (province, plot_id, commodity_id) where state = 'running';
create index season_by_organisation on production.season (province, organisation_id, started_on desc);
create index season_by_plot on production.season (province, plot_id, started_on desc);
call platform.guard('production.season', 'select, insert, update');

create table production.plan_step (
  province   smallint not null default platform.current_province(),
  season_id  uuid not null,
  stage      text not null,
  step       text not null,
  occurrence smallint not null check (occurrence between 1 and 200),
  family     text not null check (family in ('planting', 'feeding', 'protection', 'water', 'care', 'harvest')),
  required   boolean not null,
  by_harvest boolean not null,
  due_from   date not null,
  due_until  date not null,

  primary key (province, season_id, step, occurrence),
  foreign key (province, season_id) references production.season (province, id),
  constraint plan_days_in_order check (due_from <= due_until)
);
comment on table production.plan_step is 'What the protocol asks of a season and between which days; made once, when the season starts.';
create index plan_step_by_due_day on production.plan_step (province, due_until);
call platform.guard('production.plan_step', 'select, insert');

create table production.season_stage (
  province   smallint not null default platform.current_province(),
  season_id  uuid not null,
  stage      text not null,
  position   smallint not null check (position > 0),
  state      text not null default 'open' check (state in ('open', 'submitted', 'returned', 'signed-off')),
  changed_at timestamptz not null default now(),

  primary key (province, season_id, stage),
  foreign key (province, season_id) references production.season (province, id),
  constraint stage_position_once unique (province, season_id, position)
);
comment on table production.season_stage is 'How far a season is: each stage of its protocol, in order. How it came there stands in stage_act.';
create index season_stage_waiting on production.season_stage (province, changed_at) where state = 'submitted';
call platform.guard('production.season_stage', 'select, insert, update');

create table production.stage_act (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  season_id   uuid not null,
  stage       text not null,
  act         text not null check (act in ('submitted', 'returned', 'signed-off')),
  remarks     text check (length(remarks) between 1 and 2000),
  entries     jsonb not null default '[]',
  entries_hash text not null check (entries_hash ~ '^[0-9a-f]{64}$'),
  acted_by    text not null,
  acted_as    text not null,
  at          timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, season_id, stage) references production.season_stage (province, season_id, stage),
  constraint returned_stages_say_why check (act <> 'returned' or remarks is not null)
);
comment on table production.stage_act is 'Who submitted, returned or signed off a stage, and over which log entries: kept as they were then.';
create index stage_act_by_season on production.stage_act (province, season_id, at);
call platform.guard('production.stage_act', 'select, insert');

create table production.log_entry (
  province          smallint not null default platform.current_province(),
  id                uuid not null,
  season_id         uuid not null,
  plot_id           uuid not null,
  organisation_id   uuid not null,
  family            text not null check (family in ('planting', 'feeding', 'protection', 'water', 'care', 'harvest')),
  stage             text,
  step              text,
  occurrence        smallint,
  done_on           date not null,
  claimed_at        timestamptz,
  recorded_at       timestamptz not null default now(),
  qty               bigint check (qty > 0),
  qty_unit          text check (qty_unit in ('g', 'piece', 'ml')),
  treated_area_m2   bigint check (treated_area_m2 > 0),
  input_code        text,
  input_name        text,
  active_ingredient text,
  phi_days          smallint check (phi_days between 0 and 365),
  phi_verified      boolean,
  verdict           text check (verdict in ('allowed', 'banned', 'not-listed')),
  details           jsonb not null default '{}',
  note              text check (length(note) between 1 and 2000),
  member_id         uuid,
  entered_by        text not null,
  entered_as        text not null check (entered_as in ('manager', 'member', 'officer')),
  replaces_id       uuid,
  withdrawn         boolean not null default false,
  reason            text check (length(reason) between 1 and 500),

  primary key (province, id),
  foreign key (province, season_id) references production.season (province, id),
  foreign key (province, plot_id) references production.plot (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  foreign key (province, replaces_id) references production.log_entry (province, id),
  foreign key (province, season_id, step, occurrence) references production.plan_step (province, season_id, step, occurrence),
  constraint log_entry_is_replaced_once unique (province, replaces_id),
  constraint corrections_say_why check ((replaces_id is null) = (reason is null)),
  constraint only_corrections_withdraw check (not withdrawn or replaces_id is not null),
  constraint amount_has_its_unit check ((qty is null) = (qty_unit is null)),
  constraint inputs_are_judged check ((input_name is null) = (verdict is null)),
  constraint planned_steps_have_their_occurrence check ((step is null) = (occurrence is null))
);
comment on table production.log_entry is 'The field log: what was done, with what and how much. Append-only; a correction is an entry that names the one it replaces.';
comment on column production.log_entry.done_on is 'The day as the person or the device says: a claim, beside the server''s recorded_at.';
comment on column production.log_entry.entered_as is 'officer: typed by a commune officer for somebody without a phone; the organisation then confirms it.';
create index log_entry_by_season on production.log_entry (province, season_id, done_on);
create index log_entry_of_sprays on production.log_entry (province, plot_id, done_on) where input_name is not null;
call platform.guard('production.log_entry', 'select, insert');

create table production.log_file (
  province smallint not null default platform.current_province(),
  entry_id uuid not null,
  file_id  uuid not null,

  primary key (province, entry_id, file_id),
  foreign key (province, entry_id) references production.log_entry (province, id),
  foreign key (province, file_id) references platform.file (province, id)
);
comment on table production.log_file is 'The photo, receipt or label that shows what an entry says.';
call platform.guard('production.log_file', 'select, insert');

create table production.log_confirmation (
  province     smallint not null default platform.current_province(),
  entry_id     uuid not null,
  confirmed_by text not null,
  confirmed_as text not null check (confirmed_as in ('manager', 'member')),
  way          text not null check (way in ('in-person', 'telephone', 'paper', 'in-app')),
  at           timestamptz not null default now(),

  primary key (province, entry_id),
  foreign key (province, entry_id) references production.log_entry (province, id)
);
comment on table production.log_confirmation is 'Who of the organisation confirmed what an officer typed for it.';
call platform.guard('production.log_confirmation', 'select, insert');

create table production.deviation (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  season_id   uuid not null,
  step        text not null,
  occurrence  smallint not null,
  explanation text not null check (length(explanation) between 1 and 1000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, season_id, step, occurrence) references production.plan_step (province, season_id, step, occurrence)
);
comment on table production.deviation is 'Why a planned step was done early or late, or left out. The newest explanation counts.';
create index deviation_by_season on production.deviation (province, season_id);
call platform.guard('production.deviation', 'select, insert');

create table production.harvest (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  season_id       uuid not null,
  plot_id         uuid not null,
  organisation_id uuid not null,
  commodity_id    uuid not null,
  variety_id      uuid,
  harvested_on    date not null,
  qty             bigint not null check (qty > 0),
  note            text check (length(note) between 1 and 2000),
  found           jsonb not null default '[]',
  recorded_at     timestamptz not null default now(),
  entered_by      text not null,
  entered_as      text not null check (entered_as in ('manager', 'member', 'officer')),
  replaces_id     uuid,
  withdrawn       boolean not null default false,
  reason          text check (length(reason) between 1 and 500),
  provenance      text not null default 'entered' check (provenance in ('entered', 'synthetic')),

  primary key (province, id),
  foreign key (province, season_id) references production.season (province, id),
  foreign key (province, plot_id) references production.plot (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  foreign key (province, variety_id) references registry.variety (province, id),
  foreign key (province, replaces_id) references production.harvest (province, id),
  constraint harvest_is_replaced_once unique (province, replaces_id),
  constraint harvest_corrections_say_why check ((replaces_id is null) = (reason is null)),
  constraint only_harvest_corrections_withdraw check (not withdrawn or replaces_id is not null)
);
comment on table production.harvest is 'What was picked, when and how much. A harvest that happened is recorded even when it should not have; what speaks against it holds it back.';
comment on column production.harvest.found is 'The holds found when it was recorded. What holds it today is judged anew from the log.';
create index harvest_by_season on production.harvest (province, season_id, harvested_on);
create index harvest_by_plot on production.harvest (province, plot_id, harvested_on);
call platform.guard('production.harvest', 'select, insert');

create table production.conversion (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  plot_id      uuid not null,
  began_on     date not null,
  basis        text not null check (basis in ('recorded', 'certifier-accepted')),
  evidence     text not null check (length(evidence) between 1 and 500),
  recorded_by  text not null,
  recorded_at  timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, plot_id) references production.plot (province, id)
);
comment on table production.conversion is 'From when a plot is worked without what organic practice forbids. A practice, no certificate; the newest entry counts.';
create index conversion_by_plot on production.conversion (province, plot_id, recorded_at desc);
call platform.guard('production.conversion', 'select, insert');

-- Entries that stand: neither replaced by a later one nor withdrawn.
create view production.standing_entry with (security_invoker = true) as
  select e.* from production.log_entry e
  where not e.withdrawn
    and not exists (select from production.log_entry later where later.province = e.province and later.replaces_id = e.id);

create view production.standing_harvest with (security_invoker = true) as
  select h.* from production.harvest h
  where not h.withdrawn
    and not exists (select from production.harvest later where later.province = h.province and later.replaces_id = h.id);

-- Required steps of running seasons that nobody has done yet, nor said why not.
create view production.open_step with (security_invoker = true) as
  select k.* from production.plan_step k
  join production.season s on s.province = k.province and s.id = k.season_id and s.state = 'running'
  where k.required
    and not exists (select from production.deviation d
      where d.province = k.province and d.season_id = k.season_id and d.step = k.step and d.occurrence = k.occurrence)
    and case when k.by_harvest
      then not exists (select from production.standing_harvest h where h.province = k.province and h.season_id = k.season_id)
      else not exists (select from production.standing_entry e
        where e.province = k.province and e.season_id = k.season_id and e.step = k.step and e.occurrence = k.occurrence) end;

create view production.current_plot with (security_invoker = true) as
  select p.province, p.id, p.organisation_id, p.code, p.version, v.kind, v.valid_from, v.valid_until, v.name, v.member_id,
         v.land_use, v.area_m2, v.outline, v.outline_area_m2, v.unit_code, v.unit_from
  from production.plot p
  join production.plot_version v on v.province = p.province and v.plot_id = p.id and v.version = p.version;

-- What the other contexts may read. No person, no note, no outline.
create view production.published_plot with (security_invoker = true) as
  select province, id, organisation_id, code, name, land_use, area_m2, outline_area_m2, unit_code, unit_from, valid_from, valid_until
  from production.current_plot;

create view production.published_season with (security_invoker = true) as
  select s.province, s.id, s.organisation_id, s.plot_id, s.commodity_id, s.variety_id, p.code as protocol, s.protocol_version,
         s.started_on, s.closed_on, s.state, s.provenance
  from production.season s
  join production.protocol p on p.province = s.province and p.id = s.protocol_id;

create view production.published_stage with (security_invoker = true) as
  select t.province, t.season_id, t.stage, t.position, t.state, a.at as signed_at, a.acted_as as signed_as
  from production.season_stage t
  left join lateral (
    select at, acted_as from production.stage_act a
    where a.province = t.province and a.season_id = t.season_id and a.stage = t.stage and a.act = 'signed-off'
    order by at desc limit 1) a on t.state = 'signed-off';

create view production.published_harvest with (security_invoker = true) as
  select province, id, season_id, plot_id, organisation_id, commodity_id, variety_id, harvested_on, qty, recorded_at, provenance
  from production.standing_harvest;

create view production.published_log_entry with (security_invoker = true) as
  select province, id, season_id, plot_id, organisation_id, family, stage, step, occurrence, done_on, recorded_at, qty, qty_unit,
         treated_area_m2, input_code, input_name, active_ingredient, phi_days, phi_verified, verdict, entered_as
  from production.standing_entry;

grant select on production.standing_entry, production.standing_harvest, production.open_step, production.current_plot to lienket_server;
grant select on production.published_plot, production.published_season, production.published_stage,
  production.published_harvest, production.published_log_entry to lienket_server;
