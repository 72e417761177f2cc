-- Linkage begins: chains, what is offered and wanted, and the contract that joins the two.
create schema linkage;
grant usage on schema linkage to lienket_server;

create table linkage.counter (
  province smallint not null default platform.current_province() references reference.province,
  kind     text not null check (kind in ('contract', 'settlement')),
  year     smallint not null check (year between 2000 and 2200),
  last     integer not null check (last > 0),

  primary key (province, kind, year)
);
comment on table linkage.counter is 'The last running number of a year, so that each contract and statement has one that people can say.';
call platform.guard('linkage.counter', 'select, insert, update');

create table linkage.chain (
  province     smallint not null default platform.current_province() references reference.province,
  id           uuid not null,
  name         text not null check (length(name) between 3 and 200),
  plain_name   text not null generated always as (platform.plain(name)) stored,
  lead_id      uuid not null,
  state        text not null default 'active' check (state in ('forming', 'active', 'ended')),
  started_on   date,
  ended_on     date,
  product_note text not null default '' check (length(product_note) <= 500),
  note         text not null default '' check (length(note) <= 4000),
  source       text check (length(source) between 1 and 500),
  provenance   text not null default 'entered' check (provenance in ('entered', 'synthetic', 'reported')),
  recorded_at  timestamptz not null default now(),
  changed_at   timestamptz not null default now(),
  version      integer not null default 1,

  primary key (province, id),
  foreign key (province, lead_id) references registry.organisation (province, id),
  constraint chain_days_in_order check (ended_on is null or started_on is null or started_on <= ended_on),
  constraint ended_chains_have_a_day check ((state = 'ended') = (ended_on is not null)),
  constraint reported_chains_name_their_source check (provenance <> 'reported' or source is not null)
);
comment on table linkage.chain is 'A chain (chuỗi liên kết, Decree 98/2018/NĐ-CP): who leads it, for which products. Reported ones are from the source article and read-only.';
create index chain_by_lead on linkage.chain (province, lead_id);
create index chain_by_name on linkage.chain using gin (plain_name gin_trgm_ops);
call platform.guard('linkage.chain', 'select, insert, update');

create table linkage.chain_product (
  province     smallint not null default platform.current_province(),
  chain_id     uuid not null,
  commodity_id uuid not null,
  dropped_at   timestamptz,

  primary key (province, chain_id, commodity_id),
  foreign key (province, chain_id) references linkage.chain (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id)
);
comment on table linkage.chain_product is 'What a chain is about.';
create index chain_product_by_commodity on linkage.chain_product (province, commodity_id) where dropped_at is null;
call platform.guard('linkage.chain_product', 'select, insert, update');

create table linkage.chain_partner (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  chain_id        uuid not null,
  organisation_id uuid not null,
  role            text not null check (role in ('lead', 'supplier', 'producer', 'processor', 'buyer', 'service')),
  stages          text[] not null default '{}',
  subject         text not null default '' check (length(subject) <= 500),
  from_day        date,
  until_day       date,
  provenance      text not null default 'entered' check (provenance in ('entered', 'synthetic', 'reported')),
  recorded_at     timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, chain_id) references linkage.chain (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint stages_are_those_of_decree_98 check (stages <@ array['inputs', 'production', 'harvest', 'preprocess', 'process', 'sale']),
  constraint partner_days_in_order check (until_day is null or from_day is null or from_day <= until_day)
);
comment on table linkage.chain_partner is 'Who takes part in a chain, in which role and at which stages (Decree 98/2018/NĐ-CP, art. 4).';
create unique index chain_partner_once on linkage.chain_partner (province, chain_id, organisation_id, role) where until_day is null;
create index chain_partner_by_organisation on linkage.chain_partner (province, organisation_id) where until_day is null;
call platform.guard('linkage.chain_partner', 'select, insert, update');

create table linkage.line (
  province          smallint not null default platform.current_province() references reference.province,
  id                uuid not null,
  side              text not null check (side in ('offer', 'demand')),
  organisation_id   uuid not null,
  commodity_id      uuid not null,
  variety_id        uuid,
  from_day          date not null,
  until_day         date not null,
  per               text not null check (per in ('total', 'week', 'month')),
  period_qty        bigint not null check (period_qty > 0),
  total_qty         bigint not null check (total_qty > 0),
  drawn_qty         bigint not null default 0,
  limit_price_vnd   bigint check (limit_price_vnd between 0 and 1000000000000),
  minimum_order_qty bigint check (minimum_order_qty > 0),
  certificates      text[] not null default '{}',
  quality           text not null default '' check (length(quality) <= 2000),
  place             text not null default '' check (length(place) <= 300),
  state             text not null default 'open' check (state in ('open', 'withdrawn')),
  revision          integer not null default 1 check (revision > 0),
  provenance        text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  recorded_at       timestamptz not null default now(),
  changed_at        timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  foreign key (province, variety_id) references registry.variety (province, id),
  constraint line_days_in_order check (from_day <= until_day),
  constraint promises_never_exceed_the_line check (drawn_qty between 0 and total_qty),
  constraint a_total_is_one_period check (per <> 'total' or total_qty = period_qty),
  constraint certificates_are_known check (certificates <@ array['vietgap', 'globalgap', 'organic', 'ocop', 'haccp', 'iso22000', 'food-safety'])
);
comment on table linkage.line is 'An offer line (what a producer can deliver) or a demand line (what a buyer wants). Its drawn quantity is what contracts have promised of it.';
comment on column linkage.line.limit_price_vnd is 'The floor of an offer or the ceiling of a demand, per trade unit. For its owner''s eyes alone: in no view, no list, no audit row.';
create index line_by_commodity on linkage.line (province, side, commodity_id, from_day) where state = 'open';
create index line_by_organisation on linkage.line (province, organisation_id, side, from_day desc);
create index line_by_day on linkage.line (province, side, state, from_day desc, id);
call platform.guard('linkage.line', 'select, insert, update');

create table linkage.line_revision (
  province        smallint not null default platform.current_province(),
  line_id         uuid not null,
  revision        integer not null,
  content         jsonb not null,
  limit_price_vnd bigint,
  reason          text not null default '' check (length(reason) <= 500),
  recorded_by     text,
  recorded_at     timestamptz not null default now(),

  primary key (province, line_id, revision),
  foreign key (province, line_id) references linkage.line (province, id)
);
comment on table linkage.line_revision is 'Every state an offer or demand line has had. The limit price stands apart, for the owner alone.';
call platform.guard('linkage.line_revision', 'select, insert');

create table linkage.contract (
  province            smallint not null default platform.current_province() references reference.province,
  id                  uuid not null,
  number              text not null,
  verify_token        text not null check (length(verify_token) = 32),
  chain_id            uuid,
  offer_id            uuid,
  demand_id           uuid,
  seller_id           uuid not null,
  buyer_id            uuid not null,
  commodity_id        uuid not null,
  variety_id          uuid,
  version             integer not null check (version > 0),
  content_hash        text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  from_day            date not null,
  until_day           date not null,
  committed_qty       bigint not null check (committed_qty > 0),
  tolerance_bp        integer not null check (tolerance_bp between 0 and 5000),
  unit_code           text not null,
  unit_qty            bigint not null check (unit_qty > 0),
  price_kind          text not null check (price_kind in ('fixed', 'floor-market')),
  price_vnd           bigint not null check (price_vnd between 0 and 1000000000000),
  market_reading      text check (market_reading in ('delivery-day', 'monday', 'first-of-month')),
  payment_due_days    integer not null check (payment_due_days between 0 and 365),
  dispute_window_days integer not null check (dispute_window_days between 1 and 60),
  on_silence          text not null check (on_silence in ('confirmed', 'disputed')),
  vat_bp              integer check (vat_bp between 0 and 10000),
  state               text not null default 'draft' check (state in ('draft', 'offered', 'signed', 'closed', 'terminated', 'withdrawn')),
  signed_on           date,
  ended_on            date,
  provenance          text not null default 'entered' check (provenance in ('entered', 'synthetic')),
  drafted_at          timestamptz not null default now(),
  changed_at          timestamptz not null default now(),

  primary key (province, id),
  constraint contract_number_once unique (province, number),
  constraint contract_token_once unique (province, verify_token),
  foreign key (province, chain_id) references linkage.chain (province, id),
  foreign key (province, offer_id) references linkage.line (province, id),
  foreign key (province, demand_id) references linkage.line (province, id),
  foreign key (province, seller_id) references registry.organisation (province, id),
  foreign key (province, buyer_id) references registry.organisation (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  foreign key (province, variety_id) references registry.variety (province, id),
  constraint contract_has_two_parties check (seller_id <> buyer_id),
  constraint contract_days_in_order check (from_day <= until_day),
  constraint market_prices_have_a_reading_day check (price_kind = 'fixed' or market_reading is not null),
  constraint signed_contracts_have_a_day check ((state in ('signed', 'closed', 'terminated')) = (signed_on is not null)),
  constraint ended_contracts_have_a_day check ((state in ('closed', 'terminated')) = (ended_on is not null))
);
comment on table linkage.contract is 'A linkage contract (hợp đồng liên kết): what one side promised to deliver and the other to buy. The columns repeat the terms of the current version.';
create index contract_by_seller on linkage.contract (province, seller_id, from_day desc);
create index contract_by_buyer on linkage.contract (province, buyer_id, from_day desc);
create index contract_by_chain on linkage.contract (province, chain_id) where chain_id is not null;
create index contract_by_offer on linkage.contract (province, offer_id);
create index contract_by_demand on linkage.contract (province, demand_id);
create index contract_by_day on linkage.contract (province, state, from_day desc, id);
call platform.guard('linkage.contract', 'select, insert, update');

create table linkage.contract_version (
  province        smallint not null default platform.current_province(),
  contract_id     uuid not null,
  version         integer not null check (version > 0),
  content         text not null,
  content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  drafted_side    text not null check (drafted_side in ('seller', 'buyer')),
  drafted_by      text not null,
  note            text not null default '' check (length(note) <= 500),
  drafted_at      timestamptz not null default now(),

  primary key (province, contract_id, version),
  foreign key (province, contract_id) references linkage.contract (province, id)
);
comment on table linkage.contract_version is 'Every wording a contract has had, as canonical JSON (RFC 8785) with its SHA-256. Never changed.';
call platform.guard('linkage.contract_version', 'select, insert');

create table linkage.contract_acceptance (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  contract_id     uuid not null,
  version         integer not null,
  content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  side            text not null check (side in ('seller', 'buyer')),
  organisation_id uuid not null,
  kind            text not null check (kind in ('passkey', 'password', 'demonstration', 'paper')),
  accepted_by     text not null,
  accepted_name   text,
  accepted_at     timestamptz not null default now(),
  proof           jsonb,
  file_id         uuid,
  confirmed_by    text,
  confirmed_at    timestamptz,
  voided_at       timestamptz,

  primary key (province, id),
  foreign key (province, contract_id, version) references linkage.contract_version (province, contract_id, version),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, file_id) references platform.file (province, id),
  constraint paper_has_its_scan check ((kind = 'paper') = (file_id is not null)),
  constraint only_paper_is_confirmed_by_the_other_side check (confirmed_at is null or kind = 'paper'),
  constraint confirmation_is_whole check ((confirmed_by is null) = (confirmed_at is null))
);
comment on table linkage.contract_acceptance is 'Who accepted which wording for which side, and in which way. A changed draft voids what was accepted before.';
comment on column linkage.contract_acceptance.accepted_name is 'The signer''s name as it stood then. Personal; kept as long as the contract may be enforced.';
create unique index contract_acceptance_once on linkage.contract_acceptance (province, contract_id, side) where voided_at is null;
call platform.guard('linkage.contract_acceptance', 'select, insert, update');

create table linkage.line_draw (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  line_id     uuid not null,
  contract_id uuid not null,
  qty         bigint not null check (qty <> 0),
  why         text not null check (why in ('accepted', 'voided', 'withdrawn', 'ended')),
  recorded_at timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, line_id) references linkage.line (province, id),
  foreign key (province, contract_id) references linkage.contract (province, id)
);
comment on table linkage.line_draw is 'What contracts draw on a line and give back: the entries add up to the line''s drawn quantity.';
create index line_draw_by_line on linkage.line_draw (province, line_id, recorded_at);
create index line_draw_by_contract on linkage.line_draw (province, contract_id);
call platform.guard('linkage.line_draw', 'select, insert');

create table linkage.contract_ending (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  contract_id  uuid not null,
  kind         text not null check (kind in ('fulfilled', 'mutual', 'replacement', 'breach')),
  on_day       date not null,
  reason       text not null check (length(reason) between 3 and 2000),
  side         text not null check (side in ('seller', 'buyer')),
  submitted_by text not null,
  submitted_at timestamptz not null default now(),
  state        text not null check (state in ('open', 'agreed', 'refused', 'declared')),
  answered_by  text,
  answered_at  timestamptz,

  primary key (province, id),
  foreign key (province, contract_id) references linkage.contract (province, id),
  constraint answer_is_whole check ((state in ('agreed', 'refused')) = (answered_at is not null) and (answered_by is null) = (answered_at is null)),
  constraint only_fulfilment_and_breach_are_declared check (state <> 'declared' or kind in ('fulfilled', 'breach'))
);
comment on table linkage.contract_ending is 'How a contract ends. Asking to end it is not a breach; a breach is what one side declares of the other.';
create unique index contract_ending_open on linkage.contract_ending (province, contract_id) where state = 'open';
create index contract_ending_by_contract on linkage.contract_ending (province, contract_id, submitted_at);
call platform.guard('linkage.contract_ending', 'select, insert, update');
