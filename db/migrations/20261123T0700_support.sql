-- Support begins: policies and their clauses as dated data, measures with tables that decide, applications with the facts they were decided on.
create schema support;
grant usage on schema support to lienket_server;

create table support.policy (
  province        smallint not null default platform.current_province() references reference.province,
  id              uuid not null,
  code            text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  number          text not null,
  title_vi        text not null,
  title_en        text not null,
  title_th        text not null,
  issuer          text not null,
  issued_on       date,
  valid_from      date not null,
  valid_until     date,
  nature          text not null check (nature in ('directions', 'rate-card', 'law')),
  nature_verified boolean not null,
  source          text not null,
  verified        boolean not null,
  provenance      text not null default 'entered' check (provenance in ('entered', 'synthetic')),

  primary key (province, id),
  constraint policy_code_once unique (province, code),
  constraint policy_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table support.policy is 'A resolution, decree or programme under which support is given, with its days, its source and whether its text was read.';
comment on column support.policy.nature is 'A resolution of directions names fields of support, a rate card sets amounts; nature_verified says whether that was read in the act itself.';
call platform.guard('support.policy', 'select, insert, update');

create table support.policy_document (
  province  smallint not null default platform.current_province(),
  id        uuid not null,
  policy_id uuid not null,
  title     text not null,
  reference text not null,
  address   text,
  issued_on date,
  source    text not null,
  verified  boolean not null,

  primary key (province, id),
  foreign key (province, policy_id) references support.policy (province, id)
);
comment on table support.policy_document is 'The acts and papers a policy rests on, each with where it was found.';
create index policy_document_by_policy on support.policy_document (province, policy_id);
call platform.guard('support.policy_document', 'select, insert, update');

create table support.policy_clause (
  province    smallint not null default platform.current_province(),
  policy_id   uuid not null,
  code        text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  article     text not null,
  text_vi     text not null,
  text_en     text not null,
  text_th     text not null,
  remedy_vi   text not null,
  remedy_en   text not null,
  remedy_th   text not null,
  position    smallint not null,
  valid_from  date not null,
  valid_until date,
  source      text not null,
  verified    boolean not null,

  primary key (province, policy_id, code, valid_from),
  foreign key (province, policy_id) references support.policy (province, id),
  constraint clause_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table support.policy_clause is 'What a policy asks for, clause by clause, in time; the remedy says what would change a no.';
call platform.guard('support.policy_clause', 'select, insert, update');

create table support.measure (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  policy_id   uuid not null,
  code        text not null check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  name_vi     text not null,
  name_en     text not null,
  name_th     text not null,
  summary_vi  text not null,
  summary_en  text not null,
  summary_th  text not null,
  budget_vnd  bigint not null check (budget_vnd >= 0),
  fund_id     uuid,
  open_from   date not null,
  open_until  date,
  source      text not null,
  verified    boolean not null,
  provenance  text not null default 'entered' check (provenance in ('entered', 'synthetic')),

  primary key (province, id),
  foreign key (province, policy_id) references support.policy (province, id),
  foreign key (province, fund_id) references registry.organisation (province, id),
  constraint measure_code_once unique (province, code),
  constraint measure_days_in_order check (open_until is null or open_from <= open_until)
);
comment on table support.measure is 'One kind of support under a policy, with its budget and the days on which it may be asked for. What is approved never exceeds the budget: the row is locked while a decision is taken.';
call platform.guard('support.measure', 'select, insert, update');

create table support.measure_part (
  province   smallint not null default platform.current_province(),
  measure_id uuid not null,
  code       text not null check (code ~ '^[a-z]+$'),
  kind       text not null check (kind in ('money', 'in-kind')),
  name_vi    text not null,
  name_en    text not null,
  name_th    text not null,
  unit_vi    text,
  unit_en    text,
  unit_th    text,
  position   smallint not null,

  primary key (province, measure_id, code),
  foreign key (province, measure_id) references support.measure (province, id),
  constraint what_comes_in_kind_is_counted check ((kind = 'in-kind') = (num_nonnulls(unit_vi, unit_en, unit_th) = 3))
);
comment on table support.measure_part is 'What a measure gives: money, or things that are counted and valued.';
call platform.guard('support.measure_part', 'select, insert, update');

create table support.decision_table (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  measure_id  uuid not null,
  purpose     text not null check (purpose in ('eligibility', 'grant')),
  version     integer not null check (version > 0),
  body        jsonb not null,
  valid_from  date not null,
  valid_until date,
  source      text not null,
  verified    boolean not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, measure_id) references support.measure (province, id),
  constraint decision_table_version_once unique (province, measure_id, purpose, version),
  constraint decision_table_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table support.decision_table is 'The rules of a measure as data (DMN, FEEL unary tests). A version is never changed: an application names the versions that decided it.';
call platform.guard('support.decision_table', 'select, insert');

create table support.application (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  measure_id      uuid not null,
  policy_id       uuid not null,
  organisation_id uuid not null,
  number          text,
  state           text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'examined', 'approved',
                    'refused', 'withdrawn', 'closed')),
  version         integer not null default 0 check (version >= 0),
  area_m2         bigint check (area_m2 > 0),
  commodity_id    uuid,
  plan            text not null default '' check (length(plan) <= 4000),
  amount_vnd      bigint check (amount_vnd >= 0),
  submitted_on    date,
  decided_on      date,
  closed_on       date,
  created_by      text not null,
  created_at      timestamptz not null default now(),
  changed_at      timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, measure_id) references support.measure (province, id),
  foreign key (province, policy_id) references support.policy (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, commodity_id) references registry.commodity (province, id),
  constraint application_number_once unique (province, number),
  constraint what_was_submitted_has_a_number check ((version = 0) = (number is null)),
  constraint what_was_approved_has_an_amount check (state <> 'approved' or (amount_vnd is not null and decided_on is not null)),
  constraint what_was_decided_has_a_day check (state <> 'refused' or decided_on is not null)
);
comment on table support.application is 'An organisation asks for a measure. The columns area_m2, commodity_id and plan are the current draft; what was submitted stands in application_version.';
create unique index application_once_at_a_time on support.application (province, organisation_id, measure_id)
  where state in ('draft', 'submitted', 'returned', 'examined', 'approved');
create index application_by_state on support.application (province, state, submitted_on);
create index application_by_organisation on support.application (province, organisation_id, created_at desc);
create index application_by_measure on support.application (province, measure_id, state);
call platform.guard('support.application', 'select, insert, update');

create table support.application_version (
  province       smallint not null default platform.current_province(),
  application_id uuid not null,
  version        integer not null check (version > 0),
  area_m2        bigint not null check (area_m2 > 0),
  commodity_id   uuid,
  plan           text not null,
  facts          jsonb not null,
  facts_hash     text not null check (facts_hash ~ '^[0-9a-f]{64}$'),
  eligibility_id uuid not null,
  grant_id       uuid not null,
  judgement      jsonb not null,
  outcome        text not null check (outcome in ('yes', 'no', 'unknown')),
  submitted_by   text not null,
  submitted_at   timestamptz not null default now(),

  primary key (province, application_id, version),
  foreign key (province, application_id) references support.application (province, id),
  foreign key (province, eligibility_id) references support.decision_table (province, id),
  foreign key (province, grant_id) references support.decision_table (province, id)
);
comment on table support.application_version is 'What was submitted, with the facts frozen at that moment, their SHA-256 over canonical JSON, the versions of the rules and what they said. A resubmission is a new row.';
call platform.guard('support.application_version', 'select, insert');

create table support.application_act (
  province       smallint not null default platform.current_province(),
  id             uuid not null,
  application_id uuid not null,
  version        integer not null,
  kind           text not null check (kind in ('started', 'submitted', 'recommended', 'advised-against', 'returned', 'approved',
                   'refused', 'withdrawn', 'closed')),
  remarks        text not null default '' check (length(remarks) <= 4000),
  clauses        text[] not null default '{}',
  by_account     text not null,
  acted_as       text not null check (acted_as in ('organisation', 'commune-officer', 'provincial-officer', 'fund', 'system')),
  at             timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, application_id) references support.application (province, id),
  constraint a_no_gives_its_reason check (kind not in ('advised-against', 'returned', 'refused') or length(remarks) > 0)
);
comment on table support.application_act is 'Each step of an application: who, as what, when, with which remarks and on which clauses.';
create index application_act_by_application on support.application_act (province, application_id, at);
call platform.guard('support.application_act', 'select, insert');

create table support.granted_part (
  province       smallint not null default platform.current_province(),
  application_id uuid not null,
  part           text not null,
  kind           text not null check (kind in ('money', 'in-kind')),
  count          bigint check (count > 0),
  amount_vnd     bigint not null check (amount_vnd >= 0),

  primary key (province, application_id, part),
  foreign key (province, application_id) references support.application (province, id),
  constraint what_is_granted_in_kind_is_counted check ((kind = 'in-kind') = (count is not null))
);
comment on table support.granted_part is 'What was approved, part by part.';
call platform.guard('support.granted_part', 'select, insert');

create table support.disbursement (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  application_id  uuid not null,
  organisation_id uuid not null,
  part            text not null,
  kind            text not null check (kind in ('money', 'in-kind')),
  count           bigint check (count > 0),
  amount_vnd      bigint not null check (amount_vnd >= 0),
  given_on        date not null,
  reference       text not null check (length(reference) between 1 and 200),
  note            text not null default '' check (length(note) <= 1000),
  state           text not null default 'recorded' check (state in ('recorded', 'confirmed', 'disputed', 'withdrawn')),
  recorded_by     text not null,
  recorded_as     text not null check (recorded_as in ('commune-officer', 'provincial-officer', 'fund')),
  recorded_on     date not null,
  recorded_at     timestamptz not null default now(),
  confirmed_by    text,
  confirmed_on    date,
  dispute         text check (length(dispute) between 1 and 1000),
  settled_note    text check (length(settled_note) between 1 and 1000),

  primary key (province, id),
  foreign key (province, application_id, part) references support.granted_part (province, application_id, part),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint disbursement_in_kind_is_counted check ((kind = 'in-kind') = (count is not null)),
  constraint receipt_is_whole check ((state = 'confirmed') = (confirmed_on is not null) and (confirmed_on is null) = (confirmed_by is null)),
  constraint a_dispute_has_its_reason check (state <> 'disputed' or dispute is not null),
  constraint a_reference_is_used_once unique (province, application_id, part, reference)
);
comment on table support.disbursement is 'What was handed over or paid, line by line, and whether the organisation confirmed that it came. A wrong line is withdrawn with a note and entered again.';
create index disbursement_by_application on support.disbursement (province, application_id, recorded_at);
create index disbursement_unconfirmed on support.disbursement (province, organisation_id) where state = 'recorded';
call platform.guard('support.disbursement', 'select, insert, update');

-- What the other contexts may read.
create view support.published_policy with (security_invoker = true) as
  select province, id, code, number, title_vi, title_en, title_th, issued_on, valid_from, valid_until, verified
  from support.policy;

create view support.published_measure with (security_invoker = true) as
  select province, id, policy_id, code, name_vi, name_en, name_th, budget_vnd, open_from, open_until, verified, provenance
  from support.measure;

create view support.published_application with (security_invoker = true) as
  select province, id, organisation_id, policy_id, measure_id, number, state, submitted_on, decided_on, amount_vnd
  from support.application where state <> 'draft';

create view support.published_disbursement with (security_invoker = true) as
  select province, id, application_id, organisation_id, part, kind, count, amount_vnd, recorded_on, confirmed_on
  from support.disbursement where state <> 'withdrawn';

grant select on support.published_policy, support.published_measure, support.published_application,
  support.published_disbursement to lienket_server;
