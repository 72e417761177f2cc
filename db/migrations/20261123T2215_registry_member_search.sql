-- The plan of a search depends on the words. As one statement over a pattern worked out in it the planner could not see them, and
-- read all members where nobody was found as typed: 180 ms among 44,377, where the index needs 2.
create or replace function registry.member_by_words(typed text, words text, at_most integer) returns table (id uuid, likeness real)
  language plpgsql stable security definer rows 40 set search_path = pg_catalog, public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.6
  set plan_cache_mode = force_custom_plan
  as $$
  declare
    as_typed constant text := '%' || regexp_replace(typed, '([\\%_])', '\\\1', 'g') || '%';
    as_plain constant text := '%' || regexp_replace(words, '([\\%_])', '\\\1', 'g') || '%';
    tenant constant smallint := platform.current_province();
    near integer;
  begin
    -- In the order of bytes: thousands share a syllable, and the collation of the language costs more than finding them.
    return query select m.id, case when m.name ilike as_typed then 2 else 1 end::real
      from registry.member m
      where m.province = tenant and m.erased_at is null and m.voided_by is null and m.plain_name like as_plain
      order by 2 desc, m.plain_name, m.id
      limit at_most;
    get diagnostics near = row_count;
    -- Only where hardly anybody is found as typed: to weigh likeness costs several times as much.
    if near >= 5 then
      return;
    end if;
    return query select m.id, word_similarity(words, m.plain_name)
      from registry.member m
      where m.province = tenant and m.erased_at is null and m.voided_by is null
        and words <% m.plain_name and m.plain_name not like as_plain
      order by 2 desc, m.id
      limit at_most;
  end $$;
