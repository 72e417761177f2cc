-- Duplicates begin: which records may be one, what was decided of them, and by which clauses they are looked for.
create schema duplicates;
grant usage on schema duplicates to lienket_server;

create table duplicates.clause_set (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  subject     text not null check (subject in ('organisation', 'member')),
  clauses     jsonb not null,
  reason      text check (length(reason) between 3 and 500),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,

  primary key (province, id)
);
comment on table duplicates.clause_set is 'By which clauses records are compared, from the moment it was recorded; the one recorded last holds. Without any, those the program comes with.';
create index clause_set_by_subject on duplicates.clause_set (province, subject, recorded_at desc);
call platform.guard('duplicates.clause_set', 'select, insert');

create table duplicates.run (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  subject     text not null check (subject in ('organisation', 'member')),
  way         text not null check (way in ('search', 'preview')),
  state       text not null default 'waiting' check (state in ('waiting', 'reading', 'comparing', 'writing', 'done', 'failed')),
  clauses     jsonb not null,
  asked_by    text,
  asked_at    timestamptz not null default now(),
  started_at  timestamptz,
  finished_at timestamptz,
  records     integer check (records >= 0),
  candidates  integer check (candidates >= 0),
  passed_over jsonb,
  pairs       integer check (pairs >= 0),
  written     integer check (written >= 0),
  opened      integer check (opened >= 0),
  reopened    integer check (reopened >= 0),
  lapsed      integer check (lapsed >= 0),
  trouble     text,

  primary key (province, id),
  constraint a_run_that_failed_says_why check ((state = 'failed') = (trouble is not null)),
  constraint a_run_that_ended_has_its_end check ((state in ('done', 'failed')) = (finished_at is not null))
);
comment on table duplicates.run is 'One look through all records of a kind: how far it is, and what came of it. A preview counts and keeps no pairs.';
comment on column duplicates.run.asked_by is 'Blank where the night asked.';
create index run_by_day on duplicates.run (province, subject, asked_at desc);
create index run_waiting on duplicates.run (province, asked_at) where state in ('waiting', 'reading', 'comparing', 'writing');
call platform.guard('duplicates.run', 'select, insert, update');

-- No foreign keys to the records: a pair is an opinion about them and shall not keep one from being withdrawn.
create table duplicates.pair (
  province     smallint not null default platform.current_province(),
  id           uuid not null,
  subject      text not null check (subject in ('organisation', 'member')),
  first_id     uuid not null,
  second_id    uuid not null,
  likelihood   real not null check (likelihood between 0 and 1),
  clauses      text[] not null,
  evidence     jsonb not null,
  first_print  bytea not null check (length(first_print) = 32),
  second_print bytea not null check (length(second_print) = 32),
  run_id       uuid not null,
  state        text not null default 'open' check (state in ('open', 'two', 'merged', 'one-person', 'lapsed')),
  reopened_at  timestamptz,
  merger_id    uuid,
  found_at     timestamptz not null default now(),
  decided_at   timestamptz,

  primary key (province, id),
  foreign key (province, run_id) references duplicates.run (province, id),
  foreign key (province, merger_id) references registry.record_merger (province, id),
  constraint pair_is_told_once unique (province, subject, first_id, second_id),
  constraint pair_is_of_two_records_in_order check (first_id < second_id),
  constraint only_members_are_one_person_twice check (state <> 'one-person' or subject = 'member'),
  constraint a_merged_pair_names_its_merger check ((state = 'merged') = (merger_id is not null)),
  constraint a_decided_pair_has_its_day check ((state in ('two', 'merged', 'one-person')) = (decided_at is not null))
);
comment on table duplicates.pair is 'Two records that may be one. Open until decided; lapsed when their facts no longer speak for it. A decision stands until the facts of one side change.';
comment on column duplicates.pair.evidence is 'How each field agrees and how many bits that adds; never what stands in it.';
comment on column duplicates.pair.first_print is 'HMAC of the compared facts, good only to see that they changed. Of a decided pair: as they were when it was decided.';
create index pair_by_likelihood on duplicates.pair (province, subject, state, likelihood desc, id);
create index pair_by_second on duplicates.pair (province, subject, second_id);
call platform.guard('duplicates.pair', 'select, insert, update');

create table duplicates.pair_entry (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  pair_id     uuid not null,
  kind        text not null check (kind in ('two', 'one-person', 'merged', 'undone', 'reopened', 'opened')),
  reason      text check (length(reason) between 3 and 500),
  recorded_at timestamptz not null default now(),
  recorded_by text,

  primary key (province, id),
  foreign key (province, pair_id) references duplicates.pair (province, id),
  constraint decisions_about_pairs_say_why check (kind = 'reopened' or (reason is not null and recorded_by is not null))
);
comment on table duplicates.pair_entry is 'What was decided of a pair, taken back, or reopened because the facts of one side changed.';
create index pair_entry_by_pair on duplicates.pair_entry (province, pair_id, recorded_at);
call platform.guard('duplicates.pair_entry', 'select, insert');
