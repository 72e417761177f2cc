-- Books begin: the yearly update of an organisation, field by field, with who wrote what.
create schema books;
grant usage on schema books to lienket_server;

create table books.update (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  form            text not null check (form in ('VII-1', 'VII-2', 'VII-3')),
  state           text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  edition         integer not null default 1 check (edition > 0),
  version         integer not null default 1 check (version > 0),
  drafted_at      timestamptz not null default now(),
  changed_at      timestamptz not null default now(),

  primary key (province, id),
  constraint one_update_a_year unique (province, organisation_id, year),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table books.update is 'What an organisation tells the register of one reporting year, 15 December to 14 December (Circular 09/2024/TT-BKHĐT, art. 6). A correction of an accepted one is its next edition.';
comment on column books.update.form is 'The form of the circular; its layout has not been verified.';
create index update_by_year on books.update (province, year, state, changed_at);
call platform.guard('books.update', 'select, insert, update');

create table books.update_entry (
  province    smallint not null default platform.current_province(),
  update_id   uuid not null,
  field       text not null check (length(field) between 2 and 40),
  version     integer not null check (version > 0),
  edition     integer not null check (edition > 0),
  value       bigint,
  way         text not null check (way in ('typed', 'known')),
  source      text,
  source_on   date,
  note        text check (length(note) between 1 and 500),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,

  primary key (province, update_id, field, version),
  foreign key (province, update_id) references books.update (province, id),
  constraint what_is_known_names_its_source check (way = 'typed' or (source is not null and value is not null))
);
comment on table books.update_entry is 'One field as one person wrote it. The newest version counts; the others stay, with who wrote them.';
call platform.guard('books.update_entry', 'select, insert');

create table books.update_act (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  update_id   uuid not null,
  edition     integer not null check (edition > 0),
  kind        text not null check (kind in ('drafted', 'submitted', 'returned', 'accepted', 'corrected')),
  reason      text check (length(reason) between 1 and 1000),
  content     jsonb,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,

  primary key (province, id),
  foreign key (province, update_id) references books.update (province, id),
  constraint corrections_of_updates_say_why check (kind <> 'corrected' or reason is not null),
  constraint what_was_handed_in_is_kept check ((kind in ('submitted', 'accepted')) = (content is not null))
);
comment on table books.update_act is 'Steps of a yearly update, with the whole content as it was handed in and as it was accepted.';
create index update_act_by_update on books.update_act (province, update_id, recorded_at);
call platform.guard('books.update_act', 'select, insert');

create table books.update_remark (
  province  smallint not null default platform.current_province(),
  id        uuid not null,
  update_id uuid not null,
  act_id    uuid not null,
  field     text check (length(field) between 2 and 40),
  text      text not null check (length(text) between 2 and 1000),

  primary key (province, id),
  foreign key (province, update_id) references books.update (province, id),
  foreign key (province, act_id) references books.update_act (province, id)
);
comment on table books.update_remark is 'What the officer remarked when the update was returned: on a field, or on the whole.';
create index update_remark_by_update on books.update_remark (province, update_id);
call platform.guard('books.update_remark', 'select, insert');

create table books.reminder (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  reminded_on     date not null,
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, id),
  constraint reminded_once_a_day unique (province, organisation_id, year, reminded_on),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table books.reminder is 'An organisation was reminded of its yearly update.';
call platform.guard('books.reminder', 'select, insert');

-- Whether an update is there, and in which state: never what stands in it before it was accepted.
create view books.published_update with (security_invoker = true) as
  select province, id, organisation_id, year, form, state, edition, changed_at from books.update;
grant select on books.published_update to lienket_server;
