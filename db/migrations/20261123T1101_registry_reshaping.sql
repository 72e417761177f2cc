-- Conversion, merger and split, and the way back from what was entered in error.
alter table registry.organisation_act
  add column part_of uuid,
  add foreign key (province, part_of) references registry.organisation_act (province, id);
comment on column registry.organisation_act.part_of is 'The act of which this is the other side: of a merger each predecessor has its own line, and they are undone together.';
create index organisation_act_by_part on registry.organisation_act (province, part_of) where part_of is not null;

alter table registry.act_effect add column after_version integer;
comment on column registry.act_effect.after_version is 'The version of the row once the act was done: a later one tells that something has come after it.';
create index act_effect_by_row on registry.act_effect (province, row_id);
create index organisation_state_by_act on registry.organisation_state (province, act_id) where act_id is not null;
create index capital_act_by_cause on registry.capital_act (province, cause_id) where cause_id is not null;
