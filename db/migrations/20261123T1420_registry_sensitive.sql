-- What is sensitive stands apart from the member's row: no ordinary question reads it, and nothing shows it without a purpose on record.
create table registry.member_sensitive (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  member_id    uuid not null,
  field        text not null check (field in ('ethnicity', 'poverty')),
  value_cipher bytea,
  group_hmac   bytea,
  basis        text not null check (basis in ('consent', 'statute')),
  document     text not null check (length(document) between 2 and 200),
  purpose      text not null check (length(purpose) between 3 and 300),
  recorded_by  text not null,
  recorded_at  timestamptz not null default now(),
  withdrawn_on date,
  erased_at    timestamptz,

  primary key (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint sensitive_value_is_there_or_erased check ((value_cipher is null) = (erased_at is not null) and (group_hmac is null) = (erased_at is not null)),
  constraint withdrawn_consent_is_erased check (withdrawn_on is null or (basis = 'consent' and erased_at is not null))
);
comment on table registry.member_sensitive is 'Ethnicity and poor or near-poor status of a member, encrypted; on what ground, by which paper and what for it is kept. Erased when consent is withdrawn.';
comment on column registry.member_sensitive.group_hmac is 'The group (people, poor or near-poor) as a keyed fingerprint: counted without opening anybody''s value.';
create unique index member_sensitive_now on registry.member_sensitive (province, member_id, field) where erased_at is null;
create index member_sensitive_by_group on registry.member_sensitive (province, field, group_hmac) where erased_at is null;
call platform.guard('registry.member_sensitive', 'select, insert, update');

alter table registry.personal_look
  drop constraint personal_look_field_check,
  drop constraint a_look_is_at_a_member_or_at_a_list,
  add constraint personal_look_field_check check (field in ('national-id', 'member-list', 'ethnicity', 'poverty', 'personal-copy')),
  add constraint a_look_is_at_a_member_or_at_a_list check (
    case when field = 'member-list'
      then way = 'exported' and member_id is null and filter is not null and row_count is not null
      else member_id is not null and organisation_id is null and filter is null and row_count is null
        and (way = 'exported') = (field = 'personal-copy')
    end);

create table registry.unit_class (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  unit_code   text not null,
  class       text not null check (class in ('mountain', 'high-mountain', 'island', 'border', 'difficult-1', 'difficult-2', 'difficult-3')),
  valid_from  date not null,
  valid_until date,
  source      text not null check (length(source) between 3 and 300),
  verified    boolean not null default false,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),

  primary key (province, id),
  constraint unit_class_days_in_order check (valid_until is null or valid_from <= valid_until)
);
comment on table registry.unit_class is 'Mountain, island, border and difficult-area classes of units, by day, each with the decision that says so.';
create index unit_class_by_unit on registry.unit_class (province, unit_code, valid_from);
create unique index unit_class_once on registry.unit_class (province, unit_code, class, valid_from);
call platform.guard('registry.unit_class', 'select, insert, update');
create view registry.published_unit_class with (security_invoker = true) as
  select province, unit_code, class, valid_from, valid_until, source, verified from registry.unit_class;
grant select on registry.published_unit_class to lienket_server;

create table registry.personal_request (
  province   smallint not null default platform.current_province(),
  id         uuid not null,
  member_id  uuid not null,
  kind       text not null check (kind in ('correct', 'erase', 'withdraw-consent', 'other')),
  wish       text not null check (length(wish) between 3 and 1000),
  asked_by   text not null,
  asked_at   timestamptz not null default now(),
  outcome    text check (outcome in ('done', 'refused')),
  answer     text check (length(answer) between 3 and 1000),
  decided_by text,
  decided_at timestamptz,

  primary key (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint decided_request_has_an_answer check ((outcome is null) = (answer is null) and (outcome is null) = (decided_at is null))
);
comment on table registry.personal_request is 'What a member has asked about the own personal data, and what became of it.';
create index personal_request_open on registry.personal_request (province, member_id, asked_at desc);
call platform.guard('registry.personal_request', 'select, insert, update');
