-- Insight begins: every published figure keeps its definition, day, scope and source, and opens to its rows.
create schema insight;
grant usage on schema insight to lienket_server;

create table insight.figure_value (
  province           smallint not null default platform.current_province() references reference.province,
  id                 uuid not null,
  key                text not null check (key ~ '^[a-z][A-Za-z]+$'),
  definition_version integer not null check (definition_version > 0),
  unit_code          text,
  as_of              date not null,
  value              bigint not null,
  row_count          bigint not null check (row_count >= 0),
  computed_at        timestamptz not null default now(),

  primary key (province, id)
);
comment on table insight.figure_value is 'What a figure was, each time it was found to have moved. Never changed: a restatement is a new row.';
create index figure_value_by_key on insight.figure_value (province, key, unit_code, computed_at desc);
call platform.guard('insight.figure_value', 'select, insert');

create table insight.reported_figure (
  province   smallint not null default platform.current_province() references reference.province,
  id         uuid not null,
  key        text not null,
  value      bigint not null,
  as_of      date,
  source     text not null,
  doubt_vi   text,
  doubt_en   text,
  doubt_th   text,

  primary key (province, id)
);
comment on table insight.reported_figure is 'What others have published for the same thing: two official figures for one thing are normal, so both are shown.';
create index reported_figure_by_key on insight.reported_figure (province, key);
call platform.guard('insight.reported_figure', 'select, insert');

create table insight.story (
  province       smallint not null default platform.current_province() references reference.province,
  id             uuid not null,
  key            text not null check (key in ('told', 'yours')),
  cooperative_id uuid not null,
  accounts       jsonb not null,

  primary key (province, id),
  foreign key (province, cooperative_id) references registry.organisation (province, id),
  constraint story_key_once unique (province, key)
);
comment on table insight.story is 'The cooperatives of a demonstration province whose way can be followed: one whose story has been told, one to walk oneself.';
comment on column insight.story.accounts is 'Role of the story to demonstration account.';
call platform.guard('insight.story', 'select, insert');
