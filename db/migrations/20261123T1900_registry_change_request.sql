-- What an organisation asks its officer to change in its record, and what became of it.
create table registry.change_request (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  organisation_id uuid not null,
  unit_code       text,
  state           text not null default 'submitted' check (state in ('submitted', 'returned', 'accepted', 'withdrawn')),
  round           integer not null default 1 check (round > 0),
  wanted          jsonb not null,
  before          jsonb not null,
  document        text not null check (length(document) between 1 and 200),
  note            text check (length(note) between 1 and 500),
  submitted_on    date not null,
  submitted_at    timestamptz not null default now(),
  submitted_by    text not null,
  answered_on     date,
  answered_at     timestamptz,
  answered_by     text,
  remarks         text check (length(remarks) between 1 and 1000),
  flags           text[] not null default '{}',

  primary key (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint answered_requests_say_by_whom check ((state in ('returned', 'accepted')) = (answered_by is not null)),
  constraint returned_requests_have_remarks check (state <> 'returned' or remarks is not null)
);
comment on table registry.change_request is 'What an organisation asks to be changed in its record; the officer of the unit in which it had its seat on that day answers. No personal fields are asked for here.';
comment on column registry.change_request.before is 'The same fields as they stood when it was asked: what has changed since is no longer what was asked about.';
comment on column registry.change_request.flags is 'officer-moved: answered by who was officer of the unit on the day of the answer and is no longer.';
create unique index change_request_open on registry.change_request (province, organisation_id) where state in ('submitted', 'returned');
create index change_request_by_unit on registry.change_request (province, unit_code, state, submitted_on);
call platform.guard('registry.change_request', 'select, insert, update');

create table registry.change_request_entry (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  request_id  uuid not null,
  kind        text not null check (kind in ('submitted', 'returned', 'accepted', 'withdrawn')),
  round       integer not null,
  on_day      date not null,
  wanted      jsonb,
  remarks     text,
  flags       text[] not null default '{}',
  recorded_at timestamptz not null default now(),
  recorded_by text not null,

  primary key (province, id),
  foreign key (province, request_id) references registry.change_request (province, id)
);
comment on table registry.change_request_entry is 'Every step of a request, with what was asked for in each round.';
create index change_request_entry_by_request on registry.change_request_entry (province, request_id, recorded_at);
call platform.guard('registry.change_request_entry', 'select, insert');
