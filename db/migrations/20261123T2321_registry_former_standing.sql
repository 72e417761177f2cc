-- A standing, or the mark of a foreign investor, that somebody says has held since a day: what was before it stays known,
-- as it did already where an act of the organisation gave another standing.
alter table registry.member_former_standing
  drop constraint member_former_standing_pkey,
  add column id uuid not null default gen_random_uuid(),
  add column foreign_investor boolean,
  add column superseded_at timestamptz,
  add column recorded_by text,
  add column recorded_at timestamptz,
  alter column recorded_at set default now(),
  alter column act_id drop not null,
  alter column standing drop not null,
  add primary key (province, id),
  add constraint member_former_standing_once_an_act unique (province, member_id, act_id),
  add constraint member_former_standing_tells_one_thing check (num_nonnulls(standing, foreign_investor) = 1),
  add constraint member_former_standing_told_by_somebody check (num_nonnulls(act_id, recorded_by) = 1);
comment on table registry.member_former_standing is 'The standing, or the mark of a foreign investor, that a member had until (not on) a day; what holds now stands in registry.member.';
comment on column registry.member_former_standing.superseded_at is 'A later entry told another day: this one does not count.';
comment on column registry.member_former_standing.recorded_at is 'Null: the act tells when.';
