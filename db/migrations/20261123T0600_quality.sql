-- Quality begins: lots, samples, laboratory reports and what the markets allow. Substances and limits are national lists.
create schema quality;
grant usage on schema quality to lienket_server;

create table reference.analyte (
  code          text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name          text not null,
  cas           text unique check (cas ~ '^\d{2,7}-\d{2}-\d$'),
  efsa_code     text,
  synthetic     boolean not null default true,
  single_method boolean not null default false,
  source        text not null,
  verified      boolean not null
);
comment on table reference.analyte is 'A substance a laboratory can look for. synthetic: finding it breaches organic practice. single_method: no multi-residue panel sees it.';

create table reference.analyte_synonym (
  name         text primary key check (length(name) between 1 and 200),
  analyte_code text not null references reference.analyte
);
comment on table reference.analyte_synonym is 'Other names of a substance that everybody agrees on; what people of a province decided stands in quality.analyte_synonym.';

create table reference.residue (
  code      text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name      text not null,
  efsa_code text,
  source    text not null,
  verified  boolean not null
);
comment on table reference.residue is 'A residue definition: what a limit speaks of, one substance or a sum.';

create table reference.residue_component (
  residue_code      text not null references reference.residue,
  analyte_code      text not null references reference.analyte,
  factor_millionths bigint not null check (factor_millionths between 1 and 100000000),

  primary key (residue_code, analyte_code)
);
comment on table reference.residue_component is 'What a definition adds up, each times its molar factor to the substance the sum is expressed as.';

create table reference.panel (
  code     text primary key,
  version  text not null,
  name     text not null,
  method   text not null,
  source   text not null,
  verified boolean not null
);
comment on table reference.panel is 'A laboratory''s list of analytes under one method, by version.';

create table reference.panel_analyte (
  panel_code     text not null references reference.panel,
  analyte_code   text not null references reference.analyte,
  position       integer not null check (position > 0),
  loq_ng_per_kg  bigint not null check (loq_ng_per_kg > 0),

  primary key (panel_code, analyte_code),
  unique (panel_code, position)
);
comment on table reference.panel_analyte is 'The analytes of a panel in the order of its sheet, with the limit of quantification the laboratory usually reaches.';

create table reference.market (
  code    text primary key check (code ~ '^[a-z]{2}$'),
  name_vi text not null,
  name_en text not null,
  name_th text not null
);
comment on table reference.market is 'A market with residue limits of its own.';

create table reference.limit_set (
  id                   text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  market               text not null references reference.market,
  version              text not null,
  name                 text not null,
  default_rule         text not null check (default_rule in ('value', 'none', 'not-allowed')),
  default_ng_per_kg    bigint check (default_ng_per_kg >= 0),
  default_source       text not null,
  default_verified     boolean not null,
  valid_from           date not null,
  valid_until          date,
  source               text not null,
  verified             boolean not null,

  constraint limit_set_version_once unique (market, version),
  constraint only_a_value_has_a_default check ((default_rule = 'value') = (default_ng_per_kg is not null)),
  constraint limit_set_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table reference.limit_set is 'A market''s list of limits in one version, with what holds for a residue it does not list.';

create table reference.residue_limit (
  limit_set_id   text not null references reference.limit_set,
  residue_code   text not null references reference.residue,
  commodity_code text not null,
  rule           text not null check (rule in ('limit', 'default', 'exempt')),
  ng_per_kg      bigint check (ng_per_kg >= 0),
  source         text not null,
  verified       boolean not null,

  primary key (limit_set_id, residue_code, commodity_code),
  constraint only_a_limit_has_a_value check ((rule = 'limit') = (ng_per_kg is not null))
);
comment on table reference.residue_limit is 'A limit in ng/kg (10^-6 mg/kg) of a residue in a commodity. commodity_code * means any; rule default: the definition is in use and the set''s default holds.';
create index residue_limit_by_commodity on reference.residue_limit (limit_set_id, commodity_code);

grant select on reference.analyte, reference.analyte_synonym, reference.residue, reference.residue_component, reference.panel,
  reference.panel_analyte, reference.market, reference.limit_set, reference.residue_limit to lienket_server;

create table quality.lot (
  province        smallint not null default platform.current_province() references reference.province,
  id              uuid not null,
  code            text not null check (length(code) between 1 and 20),
  organisation_id uuid not null,
  commodity_id    uuid not null,
  variety_id      uuid,
  gtin            text check (gtin ~ '^\d{14}$'),
  qty             bigint not null check (qty > 0),
  claim           text not null check (claim in ('none', 'organic-practice', 'organic-certified')),
  certificate_id  uuid,
  state           text not null default 'open' check (state in ('open', 'sampled', 'released', 'blocked')),
  packed_on       date not null,
  best_before_on  date,
  token           text not null check (token ~ '^[0-9A-Za-z_-]{22}$'),
  short_code      text not null check (short_code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  provenance      text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  drafted_by      text not null,
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  foreign key (province, variety_id) references registry.variety (province, id),
  foreign key (province, certificate_id) references registry.certificate (province, id),
  constraint lot_code_once unique (province, code),
  constraint lot_token_once unique (province, token),
  constraint lot_short_code_once unique (province, short_code),
  constraint certified_lots_name_their_certificate check ((claim = 'organic-certified') = (certificate_id is not null)),
  constraint lot_days_in_order check (best_before_on is null or packed_on <= best_before_on)
);
comment on table quality.lot is 'A batch (GS1 AI 10) of one commodity of one organisation, made of harvests. qty in the commodity''s base unit.';
comment on column quality.lot.token is '128 random bits: who holds the printed code may see the public trace, nobody can guess it.';
comment on column quality.lot.claim is 'What is said of the practice. A practice is no certificate.';
create index lot_by_organisation on quality.lot (province, organisation_id, packed_on desc);
create index lot_by_state on quality.lot (province, state, packed_on desc);
call platform.guard('quality.lot', 'select, insert, update');

create table quality.harvest_stock (
  province      smallint not null default platform.current_province(),
  harvest_id    uuid not null,
  harvested_qty bigint not null check (harvested_qty >= 0),
  assigned_qty  bigint not null default 0,

  primary key (province, harvest_id),
  foreign key (province, harvest_id) references production.harvest (province, id),
  constraint no_kilogram_in_two_lots check (assigned_qty between 0 and harvested_qty)
);
comment on table quality.harvest_stock is 'How much of a harvest is in lots already. Its row is locked while a lot is drafted.';
call platform.guard('quality.harvest_stock', 'select, insert, update');

create table quality.lot_harvest (
  province   smallint not null default platform.current_province(),
  lot_id     uuid not null,
  harvest_id uuid not null,
  qty        bigint not null check (qty > 0),

  primary key (province, lot_id, harvest_id),
  foreign key (province, lot_id) references quality.lot (province, id),
  foreign key (province, harvest_id) references production.harvest (province, id)
);
comment on table quality.lot_harvest is 'Which harvests a lot is made of, and how much of each.';
create index lot_harvest_by_harvest on quality.lot_harvest (province, harvest_id);
call platform.guard('quality.lot_harvest', 'select, insert');

create table quality.sample (
  province      smallint not null default platform.current_province(),
  id            uuid not null,
  lot_id        uuid not null,
  code          text not null check (length(code) between 1 and 40),
  taken_on      date not null,
  taken_by      text check (length(taken_by) between 1 and 200),
  place         text not null check (length(place) between 1 and 300),
  method        text not null check (length(method) between 1 and 200),
  seal_number   text not null check (length(seal_number) between 1 and 60),
  laboratory_id uuid not null,
  state         text not null default 'sent' check (state in ('sent', 'reported')),
  recorded_by   text not null,
  recorded_at   timestamptz not null default now(),
  erased_at     timestamptz,

  primary key (province, id),
  foreign key (province, lot_id) references quality.lot (province, id),
  foreign key (province, laboratory_id) references registry.organisation (province, id),
  constraint sample_code_once unique (province, code),
  constraint sample_names_its_taker_or_was_erased check (taken_by is not null or erased_at is not null)
);
comment on table quality.sample is 'A sample of a lot, sealed and sent to a laboratory. taken_by is personal.';
create index sample_by_lot on quality.sample (province, lot_id, taken_on desc);
create index sample_by_laboratory on quality.sample (province, laboratory_id, state);
call platform.guard('quality.sample', 'select, insert, update');

create table quality.report (
  province      smallint not null default platform.current_province(),
  id            uuid not null,
  sample_id     uuid not null,
  lot_id        uuid not null,
  version       integer not null check (version > 0),
  number        text not null check (length(number) between 1 and 60),
  laboratory_id uuid not null,
  accreditation text not null check (length(accreditation) <= 100),
  method        text not null check (length(method) between 1 and 300),
  panel_code    text not null references reference.panel,
  panel_version text not null,
  sampled_on    date not null,
  received_on   date not null,
  analysed_on   date not null,
  issued_on     date not null,
  analyte_count integer not null check (analyte_count > 0),
  file_id       uuid not null,
  recorded_by   text not null,
  recorded_at   timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, sample_id) references quality.sample (province, id),
  foreign key (province, lot_id) references quality.lot (province, id),
  foreign key (province, laboratory_id) references registry.organisation (province, id),
  foreign key (province, file_id) references platform.file (province, id),
  constraint report_version_once unique (province, sample_id, version),
  constraint report_days_in_order check (sampled_on <= received_on and received_on <= analysed_on and analysed_on <= issued_on)
);
comment on table quality.report is 'What the laboratory reported on a sample. Importing again is a new version; the old ones stay.';
create index report_by_lot on quality.report (province, lot_id, recorded_at desc);
call platform.guard('quality.report', 'select, insert');

create table quality.report_result (
  province              smallint not null default platform.current_province(),
  report_id             uuid not null,
  analyte_code          text not null references reference.analyte,
  kind                  text not null check (kind in ('nd', 'below-loq', 'value')),
  value_ng_per_kg       bigint check (value_ng_per_kg > 0),
  uncertainty_ng_per_kg bigint check (uncertainty_ng_per_kg >= 0),
  lod_ng_per_kg         bigint check (lod_ng_per_kg > 0),
  loq_ng_per_kg         bigint not null check (loq_ng_per_kg > 0),
  printed_name          text not null,
  printed_result        text not null,
  row_number            integer not null,

  primary key (province, report_id, analyte_code),
  foreign key (province, report_id) references quality.report (province, id),
  constraint only_values_have_a_number check ((kind = 'value') = (value_ng_per_kg is not null)),
  constraint uncertainty_belongs_to_a_value check (uncertainty_ng_per_kg is null or kind = 'value'),
  constraint lod_is_below_loq check (lod_ng_per_kg is null or lod_ng_per_kg <= loq_ng_per_kg)
);
comment on table quality.report_result is 'One analyte of a report, in ng/kg (10^-6 mg/kg) exactly as printed. Not detected is not zero.';
call platform.guard('quality.report_result', 'select, insert');

create table quality.analyte_synonym (
  province     smallint not null default platform.current_province() references reference.province,
  name_key     text not null check (length(name_key) between 1 and 200),
  printed_name text not null,
  analyte_code text references reference.analyte,
  decided_by   text not null,
  decided_at   timestamptz not null default now(),

  primary key (province, name_key)
);
comment on table quality.analyte_synonym is 'What a person said a printed name means, asked once. Without analyte_code: it is no residue, its row is passed over.';
call platform.guard('quality.analyte_synonym', 'select, insert, update');

create table quality.lot_decision (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  lot_id       uuid not null,
  kind         text not null check (kind in ('released', 'blocked')),
  market       text references reference.market,
  limit_set_id text references reference.limit_set,
  report_id    uuid,
  decided_on   date not null,
  decided_by   text not null,
  decided_as   text not null,
  reason       text check (length(reason) between 1 and 1000),
  snapshot     jsonb not null,
  at           timestamptz not null default clock_timestamp(),

  primary key (province, id),
  foreign key (province, lot_id) references quality.lot (province, id),
  foreign key (province, report_id) references quality.report (province, id),
  constraint releases_name_market_limits_and_report check
    (kind = 'blocked' or (market is not null and limit_set_id is not null and report_id is not null)),
  constraint blocks_say_why check (kind = 'released' or reason is not null)
);
comment on table quality.lot_decision is 'A lot released for a market or blocked, with the verdict as it stood at that moment.';
create index lot_decision_by_lot on quality.lot_decision (province, lot_id, at);
call platform.guard('quality.lot_decision', 'select, insert');

create table quality.delivery_load (
  province    smallint not null default platform.current_province(),
  delivery_id uuid not null,
  loaded_qty  bigint not null default 0 check (loaded_qty >= 0),

  primary key (province, delivery_id),
  foreign key (province, delivery_id) references linkage.delivery (province, id)
);
comment on table quality.delivery_load is 'How much of a delivery is accounted for by lots. Its row is locked while a lot is dispatched.';
call platform.guard('quality.delivery_load', 'select, insert, update');

create table quality.dispatch (
  province      smallint not null default platform.current_province(),
  id            uuid not null,
  lot_id        uuid not null,
  delivery_id   uuid not null,
  market        text not null references reference.market,
  qty           bigint not null check (qty > 0),
  dispatched_on date not null,
  recorded_by   text not null,
  recorded_at   timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, lot_id) references quality.lot (province, id),
  foreign key (province, delivery_id) references linkage.delivery (province, id)
);
comment on table quality.dispatch is 'A part of a released lot leaving with a delivery: how a lot splits.';
create index dispatch_by_lot on quality.dispatch (province, lot_id);
create index dispatch_by_delivery on quality.dispatch (province, delivery_id);
call platform.guard('quality.dispatch', 'select, insert');

-- What the other contexts may read. No person, no token.
create view quality.published_lot with (security_invoker = true) as
  select l.province, l.id, l.code, l.organisation_id, l.commodity_id, l.variety_id, l.qty, l.claim, l.state, l.packed_on, l.provenance,
         (select array_agg(h.harvest_id order by h.harvest_id) from quality.lot_harvest h
          where h.province = l.province and h.lot_id = l.id) as harvest_ids,
         (select min(d.decided_on) from quality.lot_decision d
          where d.province = l.province and d.lot_id = l.id and d.kind = 'released') as released_on
  from quality.lot l;

create view quality.published_report with (security_invoker = true) as
  select r.province, r.id, r.lot_id, r.sample_id, r.version, r.laboratory_id, r.issued_on, r.analyte_count,
         not exists (select from quality.report later
                     where later.province = r.province and later.sample_id = r.sample_id and later.version > r.version) as newest
  from quality.report r;

create view quality.published_dispatch with (security_invoker = true) as
  select province, id, lot_id, delivery_id, market, qty, dispatched_on from quality.dispatch;

grant select on quality.published_lot, quality.published_report, quality.published_dispatch to lienket_server;
