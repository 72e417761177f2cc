-- The whole life of an organisation: what it was on any past day, which acts have effects, who came from whom.
alter table registry.organisation drop constraint organisation_status_check,
  add constraint organisation_status_check check (status in ('founding', 'operating', 'suspended', 'dissolving', 'dissolved',
    'revoked', 'merged', 'divided', 'void'));
comment on column registry.organisation.status is 'founding: decided, not yet registered. merged, divided: gone into its successors. void: entered in error, and undone.';

alter table registry.organisation_act drop constraint organisation_act_kind_check,
  add constraint organisation_act_kind_check check (kind in ('founded', 'registered', 'changed', 'crop-changed', 'converted', 'merged',
    'split', 'joined-union', 'suspended', 'resumed', 'dissolving', 'dissolution-notice', 'debts-settled', 'capital-returned',
    'assets-handed', 'dissolved', 'revoked', 'undone')),
  add column ground text check (ground in ('general-meeting', 'court', 'certificate-revoked', 'inactive', 'too-few-members',
    'no-meeting', 'other')),
  add column basis_verified boolean,
  add column undoes uuid,
  add foreign key (province, undoes) references registry.organisation_act (province, id),
  add constraint only_an_undoing_names_what_it_undoes check ((kind = 'undone') = (undoes is not null));
comment on column registry.organisation_act.basis_verified is 'Was the legal basis read in a source on the day of recording? Null where it was written by hand.';
comment on column registry.organisation_act.ground is 'Why it is dissolved, or the certificate revoked.';
create unique index organisation_act_undone_once on registry.organisation_act (province, organisation_id, undoes) where undoes is not null;

create table registry.organisation_state (
  province            smallint not null default platform.current_province(),
  organisation_id     uuid not null,
  seq                 integer not null check (seq > 0),
  valid_from          date not null,
  told                text[] not null check (cardinality(told) > 0),
  kind                text,
  legal_form          text,
  name                text,
  short_name          text,
  tax_number          text check (tax_number ~ '^(\d{10}|\d{13})$'),
  registration_number text,
  certificate_on      date,
  founded_on          date,
  gln                 text,
  status              text,
  fields              text[],
  seat_province       smallint,
  start_known         boolean not null default true,
  act_id              uuid,
  undone_by           uuid,
  recorded_at         timestamptz not null default now(),

  primary key (province, organisation_id, seq),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, act_id) references registry.organisation_act (province, id),
  foreign key (province, undone_by) references registry.organisation_act (province, id)
);
comment on table registry.organisation_state is 'What became so on which day. The state on a day is, column by column, what was last told of it up to that day; the row of the organisation is the state of today.';
comment on column registry.organisation_state.told is 'Which columns this entry speaks of; the others are blank here and stay as they were.';
comment on column registry.organisation_state.start_known is 'False on an opening entry whose first day is only one on which the organisation is known to have been there.';
comment on column registry.organisation_state.tax_number is 'Numbers of 10 and 13 digits. A person''s number of 12 has no history.';
create index organisation_state_by_day on registry.organisation_state (province, organisation_id, valid_from, seq);
call platform.guard('registry.organisation_state', 'select, insert, update');

create table registry.organisation_link (
  province       smallint not null default platform.current_province(),
  id             uuid not null,
  predecessor_id uuid not null,
  successor_id   uuid not null,
  way            text not null check (way in ('merged', 'absorbed', 'divided', 'separated', 'founded-union')),
  act_id         uuid not null,
  on_day         date not null,
  undone_by      uuid,

  primary key (province, id),
  foreign key (province, predecessor_id) references registry.organisation (province, id),
  foreign key (province, successor_id) references registry.organisation (province, id),
  foreign key (province, act_id) references registry.organisation_act (province, id),
  foreign key (province, undone_by) references registry.organisation_act (province, id),
  constraint nobody_succeeds_itself check (predecessor_id <> successor_id)
);
comment on table registry.organisation_link is 'Which organisation came out of which, and how: merged into a new one, absorbed by an existing one, divided, separated, or founded as a union by members that go on.';
create index organisation_link_by_predecessor on registry.organisation_link (province, predecessor_id);
create index organisation_link_by_successor on registry.organisation_link (province, successor_id);
call platform.guard('registry.organisation_link', 'select, insert, update');

create table registry.act_effect (
  province smallint not null default platform.current_province(),
  act_id   uuid not null,
  seq      integer not null check (seq > 0),
  relation text not null check (relation in ('organisation', 'member')),
  row_id   uuid not null,
  before   jsonb,

  primary key (province, act_id, seq),
  foreign key (province, act_id) references registry.organisation_act (province, id)
);
comment on table registry.act_effect is 'Which rows an act changed and what stood in the changed columns before; blank where it made the row. By this an act entered in error is undone to the byte.';
call platform.guard('registry.act_effect', 'select, insert');

alter table registry.member add column voided_by uuid,
  add foreign key (province, voided_by) references registry.organisation_act (province, id);
comment on column registry.member.voided_by is 'The undoing of the act that had made this row: it never counted, and its personal fields are overwritten.';

create table registry.member_link (
  province       smallint not null default platform.current_province(),
  predecessor_id uuid not null,
  successor_id   uuid not null,
  act_id         uuid not null,
  undone_by      uuid,

  primary key (province, act_id, predecessor_id, successor_id),
  foreign key (province, predecessor_id) references registry.member (province, id),
  foreign key (province, successor_id) references registry.member (province, id),
  foreign key (province, act_id) references registry.organisation_act (province, id),
  foreign key (province, undone_by) references registry.organisation_act (province, id)
);
comment on table registry.member_link is 'Which membership was carried on by which, when organisations merged or were split.';
create index member_link_by_predecessor on registry.member_link (province, predecessor_id);
create index member_link_by_successor on registry.member_link (province, successor_id);
call platform.guard('registry.member_link', 'select, insert, update');

create table registry.member_former_standing (
  province  smallint not null default platform.current_province(),
  member_id uuid not null,
  act_id    uuid not null,
  until_day date not null,
  standing  text not null check (standing in ('official-use', 'official-labour', 'official-both', 'associate-capital', 'associate')),
  undone_by uuid,

  primary key (province, member_id, act_id),
  foreign key (province, member_id) references registry.member (province, id),
  foreign key (province, act_id) references registry.organisation_act (province, id),
  foreign key (province, undone_by) references registry.organisation_act (province, id)
);
comment on table registry.member_former_standing is 'The standing a member had until (not on) the day an act gave another.';
call platform.guard('registry.member_former_standing', 'select, insert, update');

alter table registry.member_entry drop constraint member_entry_kind_check,
  add constraint member_entry_kind_check check (kind in ('recorded', 'corrected', 'left', 'erased', 'carried', 'undone')),
  drop constraint corrections_and_erasures_have_a_reason,
  add constraint corrections_and_erasures_have_a_reason check (kind in ('recorded', 'left', 'carried') or reason is not null);

create or replace view registry.published_member with (security_invoker = true) as
  select province, id, organisation_id, party, party_organisation_id, standing, joined_on, left_on, contributed_vnd, provenance
  from registry.member where voided_by is null;

-- What was undone never happened, and is not told.
create or replace view registry.published_act with (security_invoker = true) as
  select a.province, a.id, a.organisation_id, a.kind, a.on_day, a.document, a.legal_basis
  from registry.organisation_act a
  where a.kind <> 'undone' and not exists (select from registry.organisation_act u
    where u.province = a.province and u.organisation_id = a.organisation_id and u.undoes = a.id);

create or replace function registry.member_by_words(typed text, words text, at_most integer) returns table (id uuid, likeness real)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.6
  as $$
    with pattern as (
      select '%' || regexp_replace(typed, '([\\%_])', '\\\1', 'g') || '%' as as_typed,
             '%' || regexp_replace(words, '([\\%_])', '\\\1', 'g') || '%' as plain
    ),
    near as materialized (
      select m.id, case when m.name ilike as_typed then 2 else 1 end::real as likeness
      from registry.member m, pattern
      where m.province = platform.current_province() and m.erased_at is null and m.voided_by is null and m.plain_name like plain
      order by 2 desc, m.name collate "vi-x-icu", m.id
      limit at_most
    )
    select * from near
    union all
    -- Only where hardly anybody is found as typed: to weigh likeness costs five times as much.
    (select m.id, word_similarity(words, m.plain_name)
     from registry.member m, pattern
     where (select count(*) from near) < 5
       and m.province = platform.current_province() and m.erased_at is null and m.voided_by is null
       and words <% m.plain_name and m.plain_name not like plain
     order by 2 desc, m.id
     limit at_most)
  $$;

-- What is there gets its opening state, and every change of status that was recorded.
do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    insert into registry.organisation_state (province, organisation_id, seq, valid_from, told, kind, legal_form, name, short_name, tax_number,
        registration_number, certificate_on, founded_on, gln, status, fields, seat_province, start_known)
      select o.province, o.id, 1,
        coalesce(o.founded_on, o.certificate_on, least((o.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date,
          (select min(p.valid_from) from registry.organisation_place p where p.province = o.province and p.organisation_id = o.id),
          (select min(a.on_day) from registry.organisation_act a where a.province = o.province and a.organisation_id = o.id))),
        '{kind,legal_form,name,short_name,tax_number,registration_number,certificate_on,founded_on,gln,status,fields,seat_province}',
        o.kind, o.legal_form, o.name, o.short_name, case when length(o.tax_number) <> 12 then o.tax_number end,
        case when o.registration_number !~ '^\d{12}$' then o.registration_number end, o.certificate_on, o.founded_on, o.gln,
        case when exists (select from registry.organisation_act a where a.province = o.province and a.organisation_id = o.id
          and a.kind in ('suspended', 'dissolving', 'revoked')) then 'operating' else o.status end,
        o.fields, o.seat_province, o.founded_on is not null or o.certificate_on is not null
      from registry.organisation o where o.province = tenant;
    insert into registry.organisation_state (province, organisation_id, seq, valid_from, told, status, act_id)
      select a.province, a.organisation_id, 1 + row_number() over (partition by a.organisation_id order by a.on_day, a.recorded_at, a.id),
        a.on_day, '{status}', case a.kind when 'resumed' then 'operating' else a.kind end, a.id
      from registry.organisation_act a
      where a.province = tenant and a.kind in ('suspended', 'resumed', 'dissolving', 'dissolved', 'revoked');
  end loop;
  perform set_config('lienket.province', '', true);
end $$;
