-- Scorecards: the points of a rating as they were given and checked, and every result with what it was made from.
create table books.rating_score (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  criterion       smallint not null check (criterion between 1 and 15),
  part            text not null check (length(part) between 2 and 30),
  kind            text not null check (kind in ('self', 'checked')),
  version         integer not null check (version > 0),
  points          smallint check (points between 0 and 100),
  evidence        text check (length(evidence) between 1 and 500),
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, organisation_id, year, criterion, part, kind, version),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table books.rating_score is 'Points an organisation gives itself for one part of a criterion, and those the officer found (Circular 01/2020/TT-BKHĐT; its force after 2024 is uncertain). The newest version counts.';
call platform.guard('books.rating_score', 'select, insert');

create table books.scorecard (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  year            smallint not null check (year between 1990 and 2100),
  card            text not null check (card in ('size', 'rating')),
  number          integer not null check (number > 0),
  class           text check (class in ('micro', 'small', 'medium', 'large', 'good', 'fair', 'average', 'weak')),
  rules           jsonb not null,
  inputs          jsonb not null,
  result          jsonb not null,
  made_at         timestamptz not null default now(),

  primary key (province, id),
  constraint scorecard_number_once unique (province, organisation_id, year, card, number),
  foreign key (province, organisation_id) references registry.organisation (province, id)
);
comment on table books.scorecard is 'A result with the rules and the inputs it was made from, so that it can be made again; a new one whenever either has changed.';
comment on column books.scorecard.class is 'Null: not computed, because something it rests on is blank. The result says what.';
call platform.guard('books.scorecard', 'select, insert');

create view books.published_scorecard with (security_invoker = true) as
  select s.province, s.organisation_id, s.year, s.card, s.class, s.made_at
  from books.scorecard s
  where not exists (select from books.scorecard later
                    where later.province = s.province and later.organisation_id = s.organisation_id and later.year = s.year
                      and later.card = s.card and later.number > s.number);
grant select on books.published_scorecard to lienket_server;
