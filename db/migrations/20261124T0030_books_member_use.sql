-- What a member used of the cooperative's products and services in a year, and the labour given, as the cooperative tells it:
-- where sales go through Lienket the statements tell it too; the two stand side by side and are never added.
create table books.member_use (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  member_id       uuid not null,
  version         integer not null check (version > 0),
  use_vnd         bigint check (use_vnd >= 0),
  labour_day_tenths integer check (labour_day_tenths >= 0),
  labour_vnd      bigint check (labour_vnd >= 0),
  source          text not null check (length(source) between 2 and 200),
  reason          text check (length(reason) between 3 and 500),
  recorded_by     text not null,
  recorded_at     timestamptz not null default now(),

  primary key (province, organisation_id, year, member_id, version),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  constraint correction_of_use_has_a_reason check (version = 1 or reason is not null)
);
comment on table books.member_use is 'Use of products and services and labour of a member in a year, as entered; a correction is the next version.';
comment on column books.member_use.labour_day_tenths is 'Days of labour in tenths of a day.';
create index member_use_by_member on books.member_use (province, member_id);
call platform.guard('books.member_use', 'select, insert');

alter table books.surplus add column use_basis text not null default 'linkage'
  check (use_basis in ('linkage', 'use', 'labour', 'use-and-labour'));
comment on column books.surplus.use_basis is 'By what the members'' use was measured: by statements of linkage, or by what the organisation entered. Never both.';
