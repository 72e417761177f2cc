-- Sheets that officers and directors hand in: read, mapped, checked, taken over, and withdrawn if need be.
create schema intake;
grant usage on schema intake to lienket_server;

create table intake.batch (
  province        smallint not null default platform.current_province() references reference.province,
  id              uuid not null,
  kind            text check (kind in ('organisations', 'members', 'accounts')),
  organisation_id uuid,
  scope_units     text[],
  file_name       text not null check (length(file_name) between 1 and 200),
  file_sha256     bytea not null,
  format          text not null check (format in ('xlsx', 'csv')),
  sheets          jsonb not null,
  sheet           smallint check (sheet >= 0),
  mapping         jsonb,
  round           integer not null default 0,
  state           text not null default 'read'
                    check (state in ('read', 'checking', 'checked', 'importing', 'imported', 'withdrawing', 'withdrawn', 'closed')),
  part            boolean not null default false,
  counts          jsonb,
  progress_done   integer not null default 0 check (progress_done >= 0),
  progress_total  integer not null default 0 check (progress_total >= 0),
  trouble         text,
  reason          text,
  made_by         text not null,
  made_at         timestamptz not null default now(),
  imported_by     text,
  imported_at     timestamptz,
  withdrawn_by    text,
  withdrawn_at    timestamptz,
  purged_at       timestamptz,
  version         integer not null default 1,

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint batch_is_mapped_before_it_is_checked check (state in ('read', 'closed') or (kind is not null and sheet is not null and mapping is not null)),
  constraint batch_of_organisations_belongs_to_none check (kind is distinct from 'organisations' or organisation_id is null)
);
comment on table intake.batch is 'A sheet somebody handed in, from reading to taking over, and its withdrawal.';
comment on column intake.batch.scope_units is 'The units whose organisations it may touch, as its maker oversees them; null for the whole province or one organisation.';
comment on column intake.batch.counts is 'Rows by what becomes of them, and wrong cells by their code. No value of a cell.';
create index batch_by_day on intake.batch (province, made_at desc);
create index batch_by_organisation on intake.batch (province, organisation_id);
create index batch_to_purge on intake.batch (province, made_at) where purged_at is null;
call platform.guard('intake.batch', 'select, insert, update');

create table intake.batch_file (
  province smallint not null default platform.current_province(),
  batch_id uuid not null,
  body     bytea,

  primary key (province, batch_id),
  foreign key (province, batch_id) references intake.batch (province, id)
);
alter table intake.batch_file alter column body set storage external;
comment on table intake.batch_file is 'The file as it was handed in, encrypted with the key outside the database; null once its time is over.';
call platform.guard('intake.batch_file', 'select, insert, update');

create table intake.chunk (
  province  smallint not null default platform.current_province(),
  batch_id  uuid not null,
  sheet     smallint not null,
  number    integer not null,
  first_row integer not null,
  last_row  integer not null,
  body      bytea,

  primary key (province, batch_id, sheet, number),
  foreign key (province, batch_id) references intake.batch (province, id),
  constraint chunk_rows_in_order check (first_row <= last_row)
);
alter table intake.chunk alter column body set storage external;
comment on table intake.chunk is 'Some rows of a sheet as they stand in the file, packed and encrypted with the key outside the database; null once their time is over.';
call platform.guard('intake.chunk', 'select, insert, update');

create table intake.row (
  province  smallint not null default platform.current_province(),
  batch_id  uuid not null,
  number    integer not null,
  round     integer not null,
  outcome   text not null check (outcome in ('new', 'update', 'same', 'question', 'refused')),
  troubles  jsonb not null default '[]',
  target_id uuid,

  primary key (province, batch_id, number),
  foreign key (province, batch_id) references intake.batch (province, id)
);
comment on table intake.row is 'What becomes of each row of a sheet, and which of its cells are wrong and why. No value of a cell stands here.';
create index row_by_outcome on intake.row (province, batch_id, outcome, number);
call platform.guard('intake.row', 'select, insert, update');

create table intake.answer (
  province    smallint not null default platform.current_province(),
  batch_id    uuid not null,
  row_number  integer not null,
  field       text not null,
  choice      text not null,
  answered_by text not null,
  answered_at timestamptz not null default now(),

  primary key (province, batch_id, row_number, field),
  foreign key (province, batch_id) references intake.batch (province, id)
);
comment on table intake.answer is 'What a person said to a question about a row: who is meant, or which unit. Ids and codes only.';
call platform.guard('intake.answer', 'select, insert, update');

create table intake.mapping (
  province    smallint not null default platform.current_province(),
  owner       text not null,
  kind        text not null check (kind in ('organisations', 'members', 'accounts')),
  fingerprint bytea not null,
  mapping     jsonb not null,
  saved_by    text not null,
  saved_at    timestamptz not null default now(),

  primary key (province, owner, kind, fingerprint)
);
comment on table intake.mapping is 'Which column means which field, for sheets with these headings: proposed the next time. The owner is an organisation, or officers of the province.';
call platform.guard('intake.mapping', 'select, insert, update');

create table intake.change (
  province   smallint not null default platform.current_province(),
  batch_id   uuid not null,
  target_id  uuid not null,
  year       smallint not null default 0,
  row_number integer not null,
  is_new     boolean not null,
  version    integer not null,
  before     bytea,

  primary key (province, batch_id, target_id, year),
  foreign key (province, batch_id) references intake.batch (province, id)
);
comment on table intake.change is 'Which rows of the registry a sheet made or changed, and what they were before, encrypted; blanked when the person is erased or the time is over.';
comment on column intake.change.year is 'Of yearly figures; 0 for organisations and members.';
comment on column intake.change.version is 'The version the row had after the sheet was taken over: a later one means that somebody changed it since.';
create index change_by_target on intake.change (province, target_id);
call platform.guard('intake.change', 'select, insert, update');
