-- Members and yearly figures change by entries that say what, why and by whom; looks at personal fields are kept.
alter table registry.member add column version integer not null default 1;
alter table registry.yearly_account add column version integer not null default 1;

create table registry.member_entry (
  province        smallint not null default platform.current_province(),
  id              uuid not null,
  member_id       uuid not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('recorded', 'corrected', 'left', 'erased')),
  on_day          date not null,
  fields          text[] not null default '{}',
  reason          text check (length(reason) between 1 and 500),
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, id),
  foreign key (province, member_id) references registry.member (province, id),
  foreign key (province, organisation_id) references registry.organisation (province, id),
  constraint corrections_and_erasures_have_a_reason check (kind in ('recorded', 'left') or reason is not null)
);
comment on table registry.member_entry is 'What was done to a member''s row: which fields, on which day, why, by whom. The values themselves are not repeated: they are personal.';
create index member_entry_by_member on registry.member_entry (province, member_id, recorded_at);
call platform.guard('registry.member_entry', 'select, insert');

create table registry.personal_look (
  province  smallint not null default platform.current_province(),
  id        uuid not null,
  member_id uuid not null,
  field     text not null check (field in ('national-id')),
  way       text not null check (way in ('shown', 'found-by')),
  purpose   text not null check (length(purpose) between 3 and 300),
  looked_by text not null,
  looked_at timestamptz not null default now(),

  primary key (province, id),
  foreign key (province, member_id) references registry.member (province, id)
);
comment on table registry.personal_look is 'Who saw a national id in clear, or found a member by it, when and what for. The member may read this. Never changed.';
create index personal_look_by_member on registry.personal_look (province, member_id, looked_at desc);
call platform.guard('registry.personal_look', 'select, insert');

create table registry.yearly_account_entry (
  province        smallint not null default platform.current_province(),
  organisation_id uuid not null,
  year            smallint not null,
  version         integer not null check (version > 0),
  content         jsonb not null,
  reason          text check (length(reason) between 1 and 500),
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,

  primary key (province, organisation_id, year, version),
  foreign key (province, organisation_id, year) references registry.yearly_account (province, organisation_id, year),
  constraint later_versions_have_a_reason check (version = 1 or reason is not null)
);
comment on table registry.yearly_account_entry is 'Every state the figures of a year have had, with the reason of each correction.';
call platform.guard('registry.yearly_account_entry', 'select, insert');

/*
 * Members by name, in the province of the transaction. The operators of pg_trgm are not leakproof, so under row-level security the
 * planner may not use the index; this function runs as its owner and filters by the province itself.
 */
create function registry.member_by_words(typed text, words text, at_most integer) returns table (id uuid, likeness real)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.6
  as $$
    with pattern as (
      select '%' || regexp_replace(typed, '([\\%_])', '\\\1', 'g') || '%' as as_typed,
             '%' || regexp_replace(words, '([\\%_])', '\\\1', 'g') || '%' as plain
    ),
    near as materialized (
      select m.id, case when m.name ilike as_typed then 2 else 1 end::real as likeness
      from registry.member m, pattern
      where m.province = platform.current_province() and m.erased_at is null and m.plain_name like plain
      order by 2 desc, m.name collate "vi-x-icu", m.id
      limit at_most
    )
    select * from near
    union all
    -- Only where hardly anybody is found as typed: to weigh likeness costs five times as much.
    (select m.id, word_similarity(words, m.plain_name)
     from registry.member m, pattern
     where (select count(*) from near) < 5
       and m.province = platform.current_province() and m.erased_at is null
       and words <% m.plain_name and m.plain_name not like plain
     order by 2 desc, m.id
     limit at_most)
  $$;
comment on function registry.member_by_words is 'Members of the transaction''s province whose name holds these words (2 with the marks typed, 1 without), or nearly. Without a province it finds nobody.';
revoke execute on function registry.member_by_words from public;
grant execute on function registry.member_by_words to lienket_server;
