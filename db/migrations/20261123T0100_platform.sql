-- The floors: the tenant guard, the national lists, and what every command leaves behind.
create schema reference;
create schema if not exists platform;

-- The province of the running transaction; null outside one, so that a statement without it sees nothing.
create function platform.current_province() returns smallint language sql stable parallel safe
  as $$ select nullif(current_setting('lienket.province', true), '')::smallint $$;

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent is only stable; this one names its dictionary and may stand in an index.
create function platform.plain(text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, nfc))) $$;

/* Puts the guard on a table of a context: row-level security, forced, and just these privileges for the serving role. */
create procedure platform.guard(guarded regclass, privileges text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy tenant on %s using (province = platform.current_province()) with check (province = platform.current_province())', guarded);
  execute format('grant %s on %s to lienket_server', privileges, guarded);
end $$;

grant usage on schema reference, platform to lienket_server;

create table reference.province (
  code          smallint primary key check (code between 1 and 99),
  name          text not null,
  name_en       text not null,
  full_name     text not null,
  full_name_en  text not null,
  kind          text not null check (kind in ('province', 'city')),
  source        text not null,
  verified      boolean not null
);
comment on table reference.province is 'The province-level units of the national list.';

create table reference.unit (
  province     smallint not null references reference.province,
  code         text not null check (code ~ '^\d{5}$'),
  name         text not null,
  name_en      text not null,
  kind         text not null check (kind in ('ward', 'commune', 'special-zone', 'township')),
  former_district text,
  lon          double precision check (lon between -180 and 180),
  lat          double precision check (lat between -90 and 90),
  valid_from   date not null,
  valid_until  date,
  source       text not null,
  verified     boolean not null,

  primary key (code, valid_from),
  constraint unit_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table reference.unit is 'Commune-level units in time. Codes are reused: a unit is (code, valid_from).';
create index unit_by_province on reference.unit (province, valid_until, name);

create table reference.unit_succession (
  predecessor_code text not null,
  predecessor_from date not null,
  successor_code   text not null,
  successor_from   date not null,
  source           text not null,
  verified         boolean not null,

  primary key (predecessor_code, predecessor_from, successor_code, successor_from),
  foreign key (predecessor_code, predecessor_from) references reference.unit (code, valid_from),
  foreign key (successor_code, successor_from) references reference.unit (code, valid_from)
);
comment on table reference.unit_succession is 'Which unit went into which, many to many.';

create table reference.parameter (
  key         text not null,
  valid_from  date not null,
  valid_until date,
  value       jsonb not null,
  source      text not null,
  verified    boolean not null,

  primary key (key, valid_from),
  constraint parameter_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table reference.parameter is 'Numbers that law or practice sets, by day, with source; unverified ones are shown as such.';

grant select on all tables in schema reference to lienket_server;

create table platform.tenant (
  province      smallint primary key references reference.province,
  demonstration boolean not null default false,
  opened_at     timestamptz not null default now()
);
comment on table platform.tenant is 'The provinces this installation serves. A demonstration province never shares a database with a real one.';
create unique index tenant_demonstration_stands_alone on platform.tenant ((true)) where demonstration;
grant select on platform.tenant to lienket_server;

create table platform.audit (
  province   smallint not null default platform.current_province(),
  id         uuid not null,
  method     text not null,
  account_id text,
  input      jsonb not null,
  command_id uuid not null,
  request_id text not null,
  at         timestamptz not null default now(),

  primary key (province, id)
);
comment on table platform.audit is 'One row per command, without personal fields. Never changed, never deleted.';
create index audit_by_day on platform.audit (province, at desc);
create index audit_by_account on platform.audit (province, account_id, at desc);
call platform.guard('platform.audit', 'select, insert');

create table platform.command_reply (
  province   smallint not null default platform.current_province(),
  account_id text not null,
  method     text not null,
  command_id uuid not null,
  input_hash bytea not null,
  reply      jsonb,
  at         timestamptz not null default now(),

  primary key (province, account_id, method, command_id)
);
comment on table platform.command_reply is 'The first reply of each command, kept 30 days: the same command again gets it and has no second effect.';
create index command_reply_by_age on platform.command_reply (province, at);
call platform.guard('platform.command_reply', 'select, insert, update, delete');

create table platform.outbox (
  province smallint not null default platform.current_province(),
  id       uuid not null,
  topic    text not null,
  payload  jsonb not null,
  at       timestamptz not null default now(),
  done_at  timestamptz,
  tries    integer not null default 0,
  next_at  timestamptz not null default now(),
  trouble  text,

  primary key (province, id)
);
comment on table platform.outbox is 'What a command tells the contexts above it; written in the same transaction, worked off by a job.';
create index outbox_waiting on platform.outbox (province, next_at, id) where done_at is null;
call platform.guard('platform.outbox', 'select, insert, update, delete');

create table platform.outbox_delivery (
  province   smallint not null default platform.current_province(),
  outbox_id  uuid not null,
  subscriber text not null,
  at         timestamptz not null default now(),

  primary key (province, outbox_id, subscriber)
);
comment on table platform.outbox_delivery is 'Which subscriber has worked off which entry: each once.';
call platform.guard('platform.outbox_delivery', 'select, insert, delete');

create table platform.file (
  province   smallint not null default platform.current_province(),
  id         uuid not null,
  sha256     bytea not null,
  media_type text not null,
  bytes      integer not null check (bytes between 1 and 20971520),
  name       text not null,
  content    bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  owner_kind text,
  owner_id   uuid,

  primary key (province, id),
  constraint file_owner_is_whole check ((owner_kind is null) = (owner_id is null))
);
alter table platform.file alter column content set storage external;
comment on table platform.file is 'Uploaded files. Until a record owns a file only its uploader sees it; then access follows the record.';
create index file_by_owner on platform.file (province, owner_kind, owner_id);
call platform.guard('platform.file', 'select, insert, update');
