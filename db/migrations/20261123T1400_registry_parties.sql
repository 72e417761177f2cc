-- Who stands for a household, a group or a legal person that is a member, in time; and who answers for a member under age.
alter table registry.member
  add column birth_day date,
  add constraint birth_day_is_in_the_birth_year check (birth_day is null or birth_year = extract(year from birth_day)::smallint);
comment on column registry.member.birth_day is 'The exact day, where it is known; the year stands in birth_year either way.';

create table registry.member_representative (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  member_id   uuid not null,
  name        text,
  relation    text check (length(relation) between 1 and 100),
  phone       text,
  valid_from  date not null,
  valid_until date,
  erased_at   timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by text,

  primary key (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint member_representative_days_in_order check (valid_until is null or valid_from <= valid_until),
  constraint member_representative_has_name_or_was_erased check (name is not null or erased_at is not null)
);
comment on table registry.member_representative is 'The one person by whom a household, a group or a legal person is a member (Law 17/2023/QH15, art. 30.1), in time. Name and phone are personal.';
create unique index member_representative_now on registry.member_representative (province, member_id) where valid_until is null;
create index member_representative_by_member on registry.member_representative (province, member_id, valid_from desc);
call platform.guard('registry.member_representative', 'select, insert, update');

create table registry.guardian (
  province     smallint not null default platform.current_province(),
  member_id    uuid not null,
  name         text,
  relation     text,
  phone        text,
  document     text,
  consented_on date not null,
  erased_at    timestamptz,
  recorded_at  timestamptz not null default now(),
  recorded_by  text,

  primary key (province, member_id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint guardian_is_told_or_was_erased check ((name is not null and relation is not null and document is not null) or erased_at is not null)
);
comment on table registry.guardian is 'Who agreed that a person of 15 to 17 becomes an associate without capital (Law 17/2023/QH15, art. 30.2). All of it is personal.';
call platform.guard('registry.guardian', 'select, insert, update');

alter table registry.member_entry
  drop constraint member_entry_kind_check,
  drop constraint corrections_and_erasures_have_a_reason,
  add constraint member_entry_kind_check check (kind in ('recorded', 'corrected', 'left', 'erased', 'carried', 'undone', 'represented', 'guarded',
    'account-linked', 'account-parted', 'sensitive-recorded', 'sensitive-erased')),
  add constraint corrections_and_erasures_have_a_reason check (kind not in ('corrected', 'erased', 'sensitive-erased') or reason is not null);

-- Until now the name of a household or group was to be its representative's: the form said so.
do $$
declare tenant smallint;
begin
  for tenant in select province from platform.tenant loop
    perform set_config('lienket.province', tenant::text, true);
    insert into registry.member_representative (province, id, member_id, name, phone, valid_from)
    select tenant, gen_random_uuid(), id, name, phone, joined_on
    from registry.member where province = tenant and party in ('household', 'group') and name is not null;
  end loop;
  perform set_config('lienket.province', '', true);
end $$;
