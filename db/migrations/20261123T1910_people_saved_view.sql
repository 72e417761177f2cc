-- What somebody looks at again and again: a list with its filters, under a name of one's own.
create schema if not exists people;
grant usage on schema people to lienket_server;

create table people.saved_view (
  province   smallint not null default platform.current_province(),
  id         uuid not null,
  account_id text not null references auth."user",
  page       text not null check (page ~ '^/[A-Za-z0-9_./-]{1,200}$' and page !~ '^//'),
  name       text not null check (length(name) between 1 and 60),
  search     text not null check (length(search) <= 1000),
  saved_at   timestamptz not null default now(),
  ended_at   timestamptz,

  primary key (province, id)
);
comment on table people.saved_view is 'A list with its filters, kept by one account for itself; ended, not deleted. Saved again under the same name it replaces the one before.';
create unique index saved_view_once on people.saved_view (province, account_id, page, name) where ended_at is null;
call platform.guard('people.saved_view', 'select, insert, update');
