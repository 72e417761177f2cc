import type pg from 'pg';
import { lastYear } from './demonstration.accounts.ts';
import { seedId } from './ids.ts';
import { storyParts } from './parts.ts';

type Owner = Pick<pg.Client, 'query'>;

const source = 'Số liệu minh họa';

/** Groups keep no members' register here, and tell figures by their update alone. */
const groupAccounts = `
  insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, total_capital_vnd, workers, source, provenance)
  select province, id, $2, (220 + n * 37 % 410) * 1000000, (18 + n * 13 % 45) * 1000000, (60 + n * 29 % 190) * 1000000, 3 + n % 9, $3, 'synthetic'
  from (
    select province, id, row_number() over (order by id) as n from registry.organisation
    where province = $1 and kind = 'cooperative-group' and provenance = 'synthetic' and (founded_on is null or founded_on <= make_date($2, 6, 15))
  ) g`;

/** Whose figures are known has told them, but every fortieth and the two cooperatives of the story, whose people have it to do. */
const updates = `
  with there as materialized (
    select organisation_id, count(*) filter (where standing like 'associate%') as associate from registry.member
    where province = $1 and joined_on <= make_date($2, 12, 14) and (left_on is null or left_on > make_date($2, 12, 14)) group by organisation_id
  ), listed as (
    select a.*, k.kind, coalesce(t.associate, 0) as associate, row_number() over (order by a.organisation_id) as n
    from registry.yearly_account a
    join registry.published_character(make_date($2, 12, 14)) k on k.province = a.province and k.organisation_id = a.organisation_id
    left join there t on t.organisation_id = a.organisation_id
    where a.province = $1 and a.year = $2 and a.organisation_id <> all($4::uuid[]) and k.kind in ('cooperative-group', 'cooperative', 'union')
  ), told as materialized (
    select province, organisation_id, n, ($5 || lpad(to_hex(n), 12, '0'))::uuid as id,
      case kind when 'cooperative-group' then 'VII-1' when 'cooperative' then 'VII-2' else 'VII-3' end as form,
      make_timestamptz($2, 12, 15, 9, 0, 0, 'Asia/Ho_Chi_Minh') + greatest(0, n * 7 % 60 - 40) * interval '1 day' + n % 400 * interval '1 minute' as at,
      jsonb_strip_nulls(jsonb_build_object('members', coalesce(official_members + associate, 5 + n % 20), 'officialMembers', official_members,
        'associateMembers', case when official_members is not null then associate end, 'workers', workers, 'charterCapitalVnd', charter_capital_vnd,
        'totalCapitalVnd', total_capital_vnd, 'undividedAssetsVnd', undivided_assets_vnd, 'revenueVnd', revenue_vnd,
        'costVnd', revenue_vnd - profit_vnd, 'profitVnd', profit_vnd)) as content
    from listed where n % 40 <> 0
  ), made as (
    insert into books.update (province, id, organisation_id, year, form, state, version, drafted_at, changed_at)
    select province, id, organisation_id, $2, form, 'accepted', 3, at, at + interval '7 days' from told
  ), entered as (
    insert into books.update_entry (province, update_id, field, version, edition, value, way, note, recorded_at, recorded_by)
    select province, id, e.key, 1, 1, e.value::bigint, 'typed', $3, at, 'demonstration' from told, jsonb_each_text(content) e
  )
  insert into books.update_act (province, id, update_id, edition, kind, content, recorded_at, recorded_by)
  select province, ($6 || lpad(to_hex(n * 3 + s.step), 12, '0'))::uuid, id, 1, s.kind, case when s.step > 0 then content end,
    at + s.later * interval '1 hour', 'demonstration'
  from told, (values (0, 'drafted', 0), (1, 'submitted', 1), (2, 'accepted', 168)) s (step, kind, later)`;

/** Of all ids of a range what stands before the number. */
const before = (range: 'update' | 'update-act'): string => seedId(range, 0).slice(0, -12);

/** The updates of the last closed year, handed in and accepted: until then every organisation stands in the queue as late. */
export async function seedUpdates(owner: Owner, province: number): Promise<void> {
  const told = [storyParts.cooperative, storyParts.yours];
  await owner.query(groupAccounts, [province, lastYear, source]);
  await owner.query(updates, [province, lastYear, source, told, before('update'), before('update-act')]);
}
