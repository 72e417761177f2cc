-- On which days a stage was worked at: by the log, and picking by its harvests, which belong to the stage that asks for them.
create view production.published_stage_day with (security_invoker = true) as
  select province, season_id, stage, done_on from production.standing_entry where stage is not null
  union all
  select h.province, h.season_id, s.stage->>'code', h.harvested_on
  from production.standing_harvest h
  join production.season n on n.province = h.province and n.id = h.season_id
  join production.protocol_version v
    on v.province = n.province and v.protocol_id = n.protocol_id and v.version = n.protocol_version
  cross join lateral jsonb_array_elements(v.content->'stages') as s (stage)
  where jsonb_path_exists(s.stage, '$.steps[*] ? (@.byHarvest == true)');
comment on view production.published_stage_day is 'The days on which something was done in a stage of a season.';
grant select on production.published_stage_day to lienket_server;
