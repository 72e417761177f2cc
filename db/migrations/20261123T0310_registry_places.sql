-- The units abolished on 2025-07-01: their names and successors are known, most of their codes are not.
create table reference.former_unit (
  id                   text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  province             smallint not null references reference.province,
  code                 text check (code ~ '^\d{5}$'),
  name                 text not null,
  plain_name           text not null generated always as (platform.plain(name)) stored,
  kind                 text not null check (kind in ('ward', 'commune', 'township')),
  former_district      text not null,
  former_district_code text not null check (former_district_code ~ '^\d{3}$'),
  abolished_on         date not null,
  source               text not null,
  verified             boolean not null,

  constraint former_unit_once unique (former_district_code, kind, name)
);
comment on table reference.former_unit is 'Commune-level units that no longer exist, by name and former district. The code is blank where no source gives it: codes were reused and cannot be guessed.';
create index former_unit_by_name on reference.former_unit (province, plain_name);

create table reference.former_unit_succession (
  former_unit    text not null references reference.former_unit,
  successor_code text not null,
  successor_from date not null,
  source         text not null,
  verified       boolean not null,

  primary key (former_unit, successor_code, successor_from),
  foreign key (successor_code, successor_from) references reference.unit (code, valid_from)
);
comment on table reference.former_unit_succession is 'Into which of today''s units a former unit went: several where it was divided, and then an old address needs a person to choose.';
create index former_unit_by_successor on reference.former_unit_succession (successor_code, successor_from);

create table reference.edition (
  name      text primary key,
  checksum  text not null,
  loaded_at timestamptz not null default now()
);
comment on table reference.edition is 'Which edition of the national lists and parameters is loaded; the same edition is not loaded twice.';

grant select on reference.former_unit, reference.former_unit_succession to lienket_server;

alter table reference.parameter alter column value drop not null;
comment on column reference.parameter.value is 'Null where no source gives the number: then nothing is computed from it.';
