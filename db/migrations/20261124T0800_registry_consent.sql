-- What no law demands of a member is kept by consent: who gave it, how, when, to which words; and that it was taken back.
create table registry.member_consent (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  member_id    uuid not null,
  field        text not null check (field in ('sex', 'phone', 'hamlet', 'representativePhone')),
  way          text not null check (way in ('paper', 'spoken')),
  given_on     date not null,
  document     text check (length(document) between 2 and 200),
  text_version text not null check (length(text_version) between 1 and 20),
  recorded_by  text,
  recorded_at  timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_at timestamptz,
  withdrawn_by text,

  primary key (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint consent_withdrawn_whole check ((withdrawn_on is null) = (withdrawn_at is null) and (withdrawn_at is null) = (withdrawn_by is null)),
  constraint consent_on_paper_names_its_paper check (way <> 'paper' or document is not null)
);
comment on table registry.member_consent is 'A member''s consent to one field no law demands. Withdrawn, the field is erased and the row stays: it says what was agreed, and until when.';
comment on column registry.member_consent.text_version is 'Which wording the member agreed to; the wordings stand in contexts/registry/consent.ts and are never changed.';
create unique index member_consent_now on registry.member_consent (province, member_id, field) where withdrawn_at is null;
call platform.guard('registry.member_consent', 'select, insert, update');

alter table registry.member_entry
  drop constraint member_entry_kind_check,
  add constraint member_entry_kind_check check (kind in ('recorded', 'corrected', 'left', 'erased', 'carried', 'undone', 'represented', 'guarded',
    'account-linked', 'account-parted', 'sensitive-recorded', 'sensitive-erased', 'consented', 'consent-withdrawn'));
