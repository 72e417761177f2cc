-- Registry begins: who exists, where, with whom, and what is grown. Later migrations deepen these tables.
create schema registry;
grant usage on schema registry to lienket_server;

create table registry.organisation (
  province            smallint not null default platform.current_province() references reference.province,
  id                  uuid not null,
  kind                text not null check (kind in ('cooperative-group', 'cooperative', 'union', 'farm', 'enterprise',
                        'household-business', 'agency', 'bank', 'support-fund', 'laboratory')),
  name                text not null check (length(name) between 2 and 300),
  plain_name          text not null generated always as (platform.plain(name)) stored,
  short_name          text,
  tax_number          text,
  registration_number text,
  certificate_on      date,
  founded_on          date,
  status              text not null default 'operating'
                        check (status in ('operating', 'suspended', 'dissolving', 'dissolved', 'revoked')),
  fields              text[] not null default '{}',
  seat_province       smallint references reference.province,
  phone               text,
  email               text,
  website             text,
  gln                 text check (gln ~ '^\d{13}$'),
  provenance          text not null default 'entered' check (provenance in ('entered', 'synthetic', 'reported')),
  recorded_at         timestamptz not null default now(),
  changed_at          timestamptz not null default now(),
  version             integer not null default 1,

  primary key (province, id),
  constraint tax_number_has_10_12_or_13_digits check (tax_number ~ '^(\d{10}|\d{12}|\d{13})$'),
  constraint cooperatives_have_company_numbers check (kind in ('farm', 'household-business', 'cooperative-group') or length(tax_number) <> 12),
  constraint organisation_tax_number_once unique (province, tax_number)
);
comment on table registry.organisation is 'An organisation of the collective economy or one it works with. An outside buyer is recorded by the province that keeps the record; its seat is seat_province.';
comment on column registry.organisation.provenance is 'entered by people, synthetic (made up for demonstration), or reported (from the source article, read-only).';
create index organisation_by_kind on registry.organisation (province, kind, status);
create index organisation_by_name on registry.organisation using gin (plain_name gin_trgm_ops);
call platform.guard('registry.organisation', 'select, insert, update');

create table registry.organisation_place (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  valid_from      date not null,
  valid_until     date,
  unit_code       text,
  unit_from       date,
  address         text,
  lon             double precision check (lon between -180 and 180),
  lat             double precision check (lat between -90 and 90),

  primary key (province, organisation_id, valid_from),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (unit_code, unit_from) references reference.unit (code, valid_from),
  constraint place_days_in_order check (valid_until is null or valid_from <= valid_until),
  constraint place_has_unit_or_address check (unit_code is not null or address is not null)
);
comment on table registry.organisation_place is 'Where an organisation has its seat, in time. The address stays as it was written.';
create unique index organisation_place_now on registry.organisation_place (province, organisation_id) where valid_until is null;
create index organisation_place_by_unit on registry.organisation_place (province, unit_code) where valid_until is null;
call platform.guard('registry.organisation_place', 'select, insert, update');

create table registry.organisation_act (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('founded', 'registered', 'changed', 'crop-changed', 'converted', 'merged',
                    'split', 'suspended', 'resumed', 'dissolving', 'dissolved', 'revoked')),
  on_day          date not null,
  document        text,
  legal_basis     text,
  note            text,
  recorded_at     timestamptz not null default now(),
  recorded_by     text,

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table registry.organisation_act is 'What happened to an organisation: each act with its day, document and legal basis.';
create index organisation_act_by_day on registry.organisation_act (province, organisation_id, on_day);
call platform.guard('registry.organisation_act', 'select, insert');

create table registry.representative (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  name            text,
  title           text not null,
  phone           text,
  valid_from      date not null,
  valid_until     date,
  erased_at       timestamptz,

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint representative_has_name_or_was_erased check (name is not null or erased_at is not null)
);
comment on table registry.representative is 'Who stands for an organisation, in time. Name and phone are personal.';
create index representative_by_organisation on registry.representative (province, organisation_id, valid_from desc);
call platform.guard('registry.representative', 'select, insert, update');

create table registry.member (
  province              smallint not null default platform.current_province(),
  id                    uuid not null,
  organisation_id       uuid not null,
  party                 text not null check (party in ('person', 'household', 'group', 'legal-person')),
  party_organisation_id uuid,
  standing              text not null check (standing in ('official-use', 'official-labour', 'official-both', 'associate-capital', 'associate')),
  name                  text,
  plain_name            text generated always as (platform.plain(name)) stored,
  sex                   text check (sex in ('female', 'male')),
  birth_year            smallint check (birth_year between 1900 and 2100),
  phone                 text,
  national_id_cipher    bytea,
  national_id_hmac      bytea,
  hamlet                text,
  account_id            text,
  joined_on             date not null,
  left_on               date,
  contributed_vnd       bigint not null default 0 check (contributed_vnd >= 0),
  provenance            text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  erased_at             timestamptz,
  recorded_at           timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, party_organisation_id) references registry.organisation (province, id),
  constraint member_days_in_order check (left_on is null or joined_on <= left_on),
  constraint member_has_name_or_was_erased check (name is not null or erased_at is not null),
  constraint member_without_capital_contributes_none check (standing <> 'associate' or contributed_vnd = 0)
);
comment on table registry.member is 'A member of a group, cooperative or union: a person, a household, a group or a legal person (Law 17/2023/QH15, art. 4 and 30).';
create index member_by_organisation on registry.member (province, organisation_id, left_on, joined_on);
create index member_by_name on registry.member using gin (plain_name gin_trgm_ops);
create index member_by_national_id on registry.member (province, national_id_hmac);
create index member_by_account on registry.member (province, account_id);
call platform.guard('registry.member', 'select, insert, update');

create table registry.yearly_account (
  province             smallint not null default platform.current_province(),
  organisation_id      uuid not null,
  year                 smallint not null check (year between 1990 and 2100),
  revenue_vnd          bigint check (revenue_vnd >= 0),
  profit_vnd           bigint,
  charter_capital_vnd  bigint check (charter_capital_vnd >= 0),
  total_capital_vnd    bigint check (total_capital_vnd >= 0),
  undivided_assets_vnd bigint check (undivided_assets_vnd >= 0),
  official_members     integer check (official_members >= 0),
  workers              integer check (workers >= 0),
  source               text not null,
  provenance           text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  recorded_at          timestamptz not null default now(),

  primary key (province, organisation_id, year),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table registry.yearly_account is 'Yearly figures of an organisation; the reporting year runs from 15 December to 14 December (Circular 09/2024/TT-BKHĐT, art. 6).';
call platform.guard('registry.yearly_account', 'select, insert, update');

create table registry.commodity (
  province        smallint not null default platform.current_province() references reference.province,
  id              uuid not null,
  code            text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_vi         text not null,
  name_en         text not null,
  name_th         text not null,
  plain_name      text not null generated always as (platform.plain(name_vi)) stored,
  sector          text not null check (sector in ('crop', 'livestock', 'fishery', 'forestry', 'processed')),
  base_unit       text not null check (base_unit in ('g', 'piece', 'ml')),
  storage         text not null check (storage in ('perishable', 'storable')),
  cycle           text not null check (cycle in ('short', 'long')),
  least_yield     bigint check (least_yield > 0),
  most_yield      bigint check (most_yield > 0),
  yield_source    text,
  yield_verified  boolean not null default false,
  gtin            text check (gtin ~ '^\d{14}$'),

  primary key (province, id),
  constraint commodity_code_once unique (province, code),
  constraint commodity_yields_in_order check (least_yield <= most_yield)
);
comment on table registry.commodity is 'What is grown, raised, caught or made. Quantities everywhere are integers in its base unit.';
comment on column registry.commodity.most_yield is 'Usual yield, base units per hectare and year.';
comment on column registry.commodity.cycle is 'Production cycle shorter than a year, or of a year and longer: an explicit field, never derived (Decree 98/2018).';
call platform.guard('registry.commodity', 'select, insert, update');

create table registry.trade_unit (
  province     smallint not null default platform.current_province(),
  commodity_id uuid not null,
  code         text not null,
  name_vi      text not null,
  name_en      text not null,
  name_th      text not null,
  qty          bigint not null check (qty > 0),
  usual        boolean not null default false,
  valid_from   date not null default '2000-01-01',
  valid_until  date,

  primary key (province, commodity_id, code, valid_from),
  foreign key (province, commodity_id) references registry.commodity (province, id)
);
comment on table registry.trade_unit is 'Units people trade in (kg, tạ, yến, vỉ …) and how many base units each holds. Prices are per the usual one.';
create unique index trade_unit_usual on registry.trade_unit (province, commodity_id) where usual and valid_until is null;
call platform.guard('registry.trade_unit', 'select, insert, update');

create table registry.variety (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  commodity_id uuid not null,
  name_vi      text not null,
  name_en      text not null,
  name_th      text not null,

  primary key (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id)
);
comment on table registry.variety is 'A variety or breed of a commodity.';
call platform.guard('registry.variety', 'select, insert, update');

create table registry.certificate (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  commodity_id    uuid,
  kind            text not null check (kind in ('vietgap', 'globalgap', 'organic', 'ocop', 'haccp', 'iso22000', 'food-safety')),
  grade           text,
  number          text not null,
  issuer          text not null,
  valid_from      date not null,
  valid_until     date,
  withdrawn_on    date,
  provenance      text not null default 'entered' check (provenance in ('entered', 'synthetic')),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  constraint certificate_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table registry.certificate is 'Certificates an organisation holds, with their days. A practice is no certificate.';
create index certificate_by_organisation on registry.certificate (province, organisation_id, kind);
call platform.guard('registry.certificate', 'select, insert, update');

-- What the other contexts may read. A view is a promise: change it as carefully as a method.
create view registry.published_organisation with (security_invoker = true) as
  select o.province, o.id, o.kind, o.name, o.plain_name, o.short_name, o.tax_number, o.status, o.fields, o.seat_province,
         o.founded_on, o.certificate_on, o.provenance, o.gln,
         p.unit_code, p.unit_from, u.name as unit_name, u.kind as unit_kind, u.former_district, p.address,
         coalesce(p.lon, u.lon) as lon, coalesce(p.lat, u.lat) as lat
  from registry.organisation o
  left join registry.organisation_place p on p.province = o.province and p.organisation_id = o.id and p.valid_until is null
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from;

create view registry.published_member with (security_invoker = true) as
  select province, id, organisation_id, party, party_organisation_id, standing, joined_on, left_on, contributed_vnd, provenance
  from registry.member;

create view registry.published_yearly_account with (security_invoker = true) as
  select province, organisation_id, year, revenue_vnd, profit_vnd, charter_capital_vnd, total_capital_vnd, undivided_assets_vnd,
         official_members, workers, source, provenance
  from registry.yearly_account;

create view registry.published_commodity with (security_invoker = true) as
  select c.province, c.id, c.code, c.name_vi, c.name_en, c.name_th, c.sector, c.base_unit, c.storage, c.cycle,
         c.least_yield, c.most_yield, c.gtin, t.code as trade_unit, t.qty as trade_unit_qty
  from registry.commodity c
  left join registry.trade_unit t on t.province = c.province and t.commodity_id = c.id and t.usual and t.valid_until is null;

create view registry.published_certificate with (security_invoker = true) as
  select province, id, organisation_id, commodity_id, kind, grade, number, issuer, valid_from, valid_until, withdrawn_on, provenance
  from registry.certificate;

grant select on registry.published_organisation, registry.published_member, registry.published_yearly_account,
  registry.published_commodity, registry.published_certificate to lienket_server;
