import { sql } from 'kysely';
import { dayOf, type Day, type Instant } from '#kernel/day.ts';
import type { OrganisationId, PlotId, SeasonId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { Words } from './protocol.ts';
import type { WaitingKind } from './waiting.wire.ts';
import type { UnitCode } from '#kernel/place.ts';

export interface WaitsFor {
  /** Signs off in the whole province. */
  readonly province: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
}

interface Row {
  readonly kind: WaitingKind;
  readonly season: SeasonId;
  readonly organisation_id: OrganisationId;
  readonly organisation_name: string;
  readonly plot_id: PlotId;
  readonly plot_code: string;
  readonly plot_name: string;
  readonly stage: Words | null;
  readonly step: Words | null;
  readonly since: Day | null;
  readonly at: Instant | null;
}

const waiting = ({ province, units, organisations }: WaitsFor, today: Day) => sql`
  select 'stage-to-sign' as kind, t.season_id, t.stage, null::text as step, null::date as since, t.changed_at as at
    from production.season_stage t
    join production.season s on s.province = t.province and s.id = t.season_id
    join production.current_plot p on p.province = t.province and p.id = s.plot_id
    where t.province = platform.current_province() and t.state = 'submitted' and s.state = 'running'
      and (${province} or p.unit_code = any(${units}::text[]))
  union all
  select 'stage-returned', t.season_id, t.stage, null, null, t.changed_at
    from production.season_stage t join production.season s on s.province = t.province and s.id = t.season_id
    where t.province = platform.current_province() and t.state = 'returned' and s.state = 'running'
      and s.organisation_id = any(${organisations}::uuid[])
  union all
  select 'step-overdue', k.season_id, k.stage, k.step, k.due_until, null
    from production.open_step k join production.season s on s.province = k.province and s.id = k.season_id
    where k.province = platform.current_province() and k.due_until < ${today}
      and s.organisation_id = any(${organisations}::uuid[])
  union all
  select 'entry-to-confirm', e.season_id, e.stage, e.step, null, e.recorded_at
    from production.standing_entry e
    where e.province = platform.current_province() and e.entered_as = 'officer'
      and e.organisation_id = any(${organisations}::uuid[])
      and not exists (select from production.log_confirmation n where n.province = e.province and n.entry_id = e.id)`;

export async function waitingRows(db: Db, reach: WaitsFor, today: Day, size: number) {
  const { rows } = await sql<Row>`
    select w.kind, w.season_id as season, s.organisation_id, o.name as organisation_name, p.id as plot_id, p.code as plot_code,
      p.name as plot_name, w.since, w.at,
      jsonb_path_query_first(v.content, '$.stages[*] ? (@.code == $c).name', jsonb_build_object('c', w.stage)) as stage,
      jsonb_path_query_first(v.content, '$.stages[*].steps[*] ? (@.code == $c).name', jsonb_build_object('c', w.step)) as step
    from (${waiting(reach, today)}) w
    join production.season s on s.province = platform.current_province() and s.id = w.season_id
    join production.current_plot p on p.province = s.province and p.id = s.plot_id
    join registry.published_organisation o on o.province = s.province and o.id = s.organisation_id
    join production.protocol_version v on v.province = s.province and v.protocol_id = s.protocol_id and v.version = s.protocol_version
    order by array_position(array['stage-to-sign', 'stage-returned', 'entry-to-confirm', 'step-overdue'], w.kind),
      coalesce(w.since, w.at::date), w.season_id
    limit ${size}`.execute(db);
  return rows.map((row) => ({ ...row, since: row.since ?? dayOf(row.at!) }));
}

export async function waitingCounts(db: Db, reach: WaitsFor, today: Day): Promise<Map<WaitingKind, number>> {
  const { rows } = await sql<{ kind: WaitingKind; count: number }>`
    select w.kind, count(*) as count from (${waiting(reach, today)}) w group by w.kind`.execute(db);
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
