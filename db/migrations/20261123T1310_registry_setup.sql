-- What a province sets up for itself: its choice from the national lists, its word on the numbers of law, the head of its documents.

-- 1. The shipped list of commodities: what a province may choose from. Names are those of trade; marks say what nobody has checked.
create table reference.trade_unit (
  unit_set    text not null check (unit_set in ('weight', 'liquid', 'egg', 'animal', 'stem')),
  code        text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_vi     text not null,
  name_en     text not null,
  name_th     text not null,
  qty         bigint not null check (qty > 0),
  usual       boolean not null,
  source      text not null,
  verified    boolean not null,

  primary key (unit_set, code)
);
comment on table reference.trade_unit is 'Units of trade a listed commodity comes with, and how many base units each holds.';

create table reference.commodity (
  code           text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_vi        text not null,
  name_en        text not null,
  name_th        text not null,
  sector         text not null check (sector in ('crop', 'livestock', 'fishery', 'forestry', 'processed')),
  base_unit      text not null check (base_unit in ('g', 'piece', 'ml')),
  unit_set       text not null,
  storage        text not null check (storage in ('perishable', 'storable')),
  cycle          text not null check (cycle in ('short', 'long')),
  least_yield    bigint check (least_yield > 0),
  most_yield     bigint check (most_yield > 0),
  yield_source   text,
  varieties      jsonb not null default '[]',
  source         text not null,
  verified       boolean not null,

  constraint listed_commodity_yields_in_order check (least_yield <= most_yield)
);
comment on table reference.commodity is 'Commodities a province may take over into its own list; what it does not trade it leaves.';
comment on column reference.commodity.varieties is 'Names of varieties: [[vi, en, th], …].';
grant select on reference.trade_unit, reference.commodity to lienket_server;

-- 2. Numbers of law as the province has them.
create table registry.parameter_value (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  key         text not null,
  valid_from  date not null,
  value       jsonb not null,
  source      text not null check (length(source) between 3 and 500),
  file_id     uuid not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, file_id) references platform.file (province, id)
);
comment on table registry.parameter_value is 'A number the province has set itself, from a day on, with its document. A later entry of the same key and day stands in the place of the earlier one.';
create index parameter_value_by_key on registry.parameter_value (province, key, valid_from, recorded_at desc);
call platform.guard('registry.parameter_value', 'select, insert');

create table registry.parameter_confirmation (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  key          text not null,
  valid_from   date not null,
  value        jsonb not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null default now(),

  primary key (province, id)
);
comment on table registry.parameter_confirmation is 'Who has said that a listed number holds here. It speaks of the value as it stood: another value has to be confirmed anew.';
create index parameter_confirmation_by_key on registry.parameter_confirmation (province, key, valid_from);
call platform.guard('registry.parameter_confirmation', 'select, insert');

-- One row for each key and time, without overlap: the later day wins, on the same day the province. `verified` means that
-- somebody of this province answers for the number: he has confirmed it, or entered it with its document.
create view registry.published_parameter with (security_invoker = true) as
  with stated as (
    select platform.current_province() as province, r.key, r.valid_from, r.valid_until, r.value, r.source, r.verified as read_at_source,
           false as own, null::uuid as file_id, null::text as recorded_by, null::timestamptz as recorded_at
    from reference.parameter r
    where not exists (select from registry.parameter_value o
                      where o.province = platform.current_province() and o.key = r.key and o.valid_from = r.valid_from)
    union all
    (select distinct on (o.province, o.key, o.valid_from) o.province, o.key, o.valid_from, null::date, o.value, o.source, true,
            true, o.file_id, o.recorded_by, o.recorded_at
     from registry.parameter_value o
     order by o.province, o.key, o.valid_from, o.recorded_at desc, o.id desc)
  )
  select s.province, s.key, s.valid_from,
         least(s.valid_until, (lead(s.valid_from) over (partition by s.key order by s.valid_from)) - 1) as valid_until,
         s.value, s.source, s.own or c.confirmed_at is not null as verified, s.read_at_source, s.own, s.file_id,
         coalesce(s.recorded_by, c.confirmed_by) as answered_by, coalesce(s.recorded_at, c.confirmed_at) as answered_at
  from stated s
  left join lateral (
    select c.confirmed_by, c.confirmed_at from registry.parameter_confirmation c
    where c.province = s.province and c.key = s.key and c.valid_from = s.valid_from and c.value = s.value
    order by c.confirmed_at limit 1
  ) c on not s.own;
comment on view registry.published_parameter is 'The numbers of law as they hold in the province, each with whether somebody there answers for it.';
grant select on registry.published_parameter to lienket_server;

-- 3. The head of documents.
create table registry.letterhead (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  above       text not null,
  office      text not null check (length(office) between 2 and 200),
  below       text not null,
  address     text not null,
  place       text not null,
  signer      text not null,
  logo        bytea check (length(logo) between 60 and 400000),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id)
);
alter table registry.letterhead alter column logo set storage external;
comment on table registry.letterhead is 'Name, lines, address, place of signature and logo at the head of every printed document. The latest entry holds; earlier ones stay.';
comment on column registry.letterhead.logo is 'PNG, written anew by the server from what was sent: pixels and nothing else.';
call platform.guard('registry.letterhead', 'select, insert');

-- 4. What rows cannot tell: that somebody has looked, or has chosen to go without.
create table registry.setup_note (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  step        text not null check (step in ('units', 'commodities', 'parameters', 'officers', 'mail', 'letterhead')),
  said        text not null check (said in ('seen', 'without')),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id)
);
comment on table registry.setup_note is 'An administrator has seen a step of the setting up, or goes on without it. Everything else about a step is read from its own rows.';
call platform.guard('registry.setup_note', 'select, insert');

-- 5. What the sheet of the province's own units has changed.
create table registry.unit_entry (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  code        text not null check (code ~ '^\d{5}$'),
  valid_from  date not null,
  was         jsonb,
  becomes     jsonb not null,
  source      text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id)
);
comment on table registry.unit_entry is 'What a sheet of units has added or corrected, with what stood there before.';
call platform.guard('registry.unit_entry', 'select, insert');

-- 6. Importing officers again must not invite them twice; where a letter went is still not kept.
alter table platform.invitation add column email_index bytea check (length(email_index) = 32);
comment on column platform.invitation.email_index is 'HMAC of the address a sheet of officers gave, by a key outside the database: says "the same again", and nothing else.';
create index invitation_by_email on platform.invitation (province, email_index) where email_index is not null;
