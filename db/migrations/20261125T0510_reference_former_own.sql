-- Former units of any province: entered by the province itself, from its own documents. No list of districts comes with them.
alter table reference.former_unit alter column former_district_code drop not null;
alter table reference.former_unit drop constraint former_unit_once;
alter table reference.former_unit add constraint former_unit_once unique (province, former_district, kind, name);
alter table reference.former_unit add column recorded_by text, add column corrected_at timestamptz;
comment on column reference.former_unit.former_district_code is 'The code of the former district where a source gives it; a province that enters its own need not know it.';
comment on column reference.former_unit.corrected_at is 'Since when the province has it otherwise than the list that came along: a new edition leaves it as it is.';

alter table reference.former_unit enable row level security;
create policy former_read on reference.former_unit for select using (true);
create policy former_own on reference.former_unit for insert with check (province = platform.current_province());
create policy former_corrected on reference.former_unit for update using (province = platform.current_province()) with check (province = platform.current_province());
grant insert on reference.former_unit to lienket_server;
grant update (name, kind, former_district, abolished_on, source, verified, corrected_at) on reference.former_unit to lienket_server;

create table registry.former_unit_entry (
  province    smallint not null default platform.current_province(),
  id          uuid not null,
  former_unit text not null references reference.former_unit,
  was         jsonb,
  becomes     jsonb not null,
  source      text not null check (length(source) between 1 and 300),
  recorded_by text,
  recorded_at timestamptz not null default now(),

  primary key (province, id)
);
comment on table registry.former_unit_entry is 'What was entered or corrected of a former unit, with what stood there before and the document that says so.';
comment on column registry.former_unit_entry.recorded_by is 'Blank where it came with the opening of the province at the console.';
call platform.guard('registry.former_unit_entry', 'select, insert');
