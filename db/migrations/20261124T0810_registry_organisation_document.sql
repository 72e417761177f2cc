-- Papers of an organisation: its charter, certificates, minutes. A wrong one is replaced or taken out by an entry; the file stays.
create table registry.organisation_document (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('charter', 'registration', 'certificate', 'minutes', 'decision', 'plan', 'contract', 'other')),
  number          text not null check (length(number) between 1 and 100),
  document_on     date not null,
  issuer          text not null check (length(issuer) between 2 and 200),
  access          text not null check (access in ('public', 'members', 'keepers')),
  file_id         uuid not null,
  replaces_id     uuid,
  recorded_by     text,
  recorded_at     timestamptz not null default now(),
  ended_at        timestamptz,
  ended_by        text,
  reason          text check (length(reason) between 3 and 300),

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, file_id) references platform.file (province, id),
  foreign key (province, replaces_id) references registry.organisation_document (province, id),
  constraint papers_end_whole check ((ended_at is null) = (reason is null) and (ended_at is null) = (ended_by is null)),
  constraint papers_replace_another check (replaces_id is null or replaces_id <> id)
);
comment on table registry.organisation_document is 'A paper of an organisation as a file, with who may read it. Replaced or taken out, the row and the file stay and say why.';
comment on column registry.organisation_document.access is 'public: everybody; members: its people, officers of its place and auditors; keepers: who runs it and the officers.';
create unique index organisation_document_replaced_once on registry.organisation_document (province, replaces_id) where replaces_id is not null;
create index organisation_document_by_organisation on registry.organisation_document (province, organisation_id, document_on desc);
call platform.guard('registry.organisation_document', 'select, insert, update');
