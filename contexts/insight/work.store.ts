import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { DataSet } from '#platform/spreadsheet/data-set.ts';
import { waitsForNobody, work, type WorkReach } from './work-parts.store.ts';
import { noUnit, type WorkKind } from './work.ts';
import type { listWork } from './work.wire.ts';

interface Row {
  readonly kind: WorkKind;
  readonly id: string;
  readonly name: string;
  readonly organisation: OrganisationId | null;
  readonly unit_code: UnitCode | null;
  readonly unit_name: string | null;
  readonly since: Day;
  readonly due: Day | null;
  readonly count: number | null;
  readonly subject: 'organisation' | 'member' | null;
  readonly told: { readonly status: string; readonly onDay: Day | null } | null;
}

/** What is told of a standing, beside the rows that wait for it. */
const told = sql`left join intake.published_status_told t
  on w.kind = 'status-told' and t.province = platform.current_province() and t.organisation_id = w.organisation`;

const ofKind = (kind: WorkKind | undefined) => (kind === undefined ? sql`true` : sql`w.kind = ${kind}`);
function ofUnit(unit: string | undefined) {
  if (unit === undefined) return sql`true`;
  return unit === noUnit ? sql`w.unit_code is null` : sql`w.unit_code = ${unit}`;
}

const orders = {
  /** Units and links are for quiet days: they stand behind what people wait for. */
  usual: sql`w.kind = 'link-to-confirm', w.since`,
  since: sql`w.since`,
  name: sql`w.name collate "vi-x-icu"`,
  unit: sql`u.name collate "vi-x-icu"`,
};

export interface WorkCount {
  readonly kind: WorkKind;
  readonly code: UnitCode | null;
  readonly name: string | null;
  readonly count: number;
}

interface Work {
  readonly rows: Row[];
  /** By kind and place, of everything that waits. */
  readonly counts: WorkCount[];
}

/** A page of what waits and how much there is, read in one go: planning nine questions over the views costs more than asking them. */
export async function workPage(db: Db, reach: WorkReach, input: ParsedInputOf<typeof listWork>): Promise<Work> {
  if (waitsForNobody(reach)) return { rows: [], counts: [] };
  const key = (input.sort ?? 'usual').replace(/^-/, '') as keyof typeof orders;
  const { rows } = await sql<Work>`
    with ${work(reach)}, page as (
      select w.*, u.name as unit_name,
        case when t.status is not null then jsonb_build_object('status', t.status, 'onDay', t.on_day) end as told,
        row_number() over (order by ${orders[key]} ${input.sort?.startsWith('-') ? sql`desc` : sql`asc`} nulls last, w.kind, w.id) as place
      from w left join reference.unit u on u.code = w.unit_code and u.valid_until is null ${told}
      where ${ofKind(input.kind)} and ${ofUnit(input.unit)}
      order by place limit ${input.size} offset ${offsetOf(input)}
    ), n as (
      select w.kind, w.unit_code as code, max(u.name) as name, count(*)::int as count from w
      left join reference.unit u on u.code = w.unit_code and u.valid_until is null
      group by w.kind, w.unit_code
    )
    select coalesce((select jsonb_agg(to_jsonb(page) - 'place' order by place) from page), '[]') as rows,
      coalesce((select jsonb_agg(n order by n.name collate "vi-x-icu" nulls last) from n), '[]') as counts`.execute(db);
  return rows[0]!;
}

/** Everything that waits, as a sheet shows it; of nobody's work there are no rows. */
export const workSet = (
  reach: WorkReach,
  { kind, unit }: Pick<ParsedInputOf<typeof listWork>, 'kind' | 'unit'>,
): DataSet =>
  waitsForNobody(reach)
    ? sql`select null where false`
    : sql`with ${work(reach)}
      select w.kind, w.name, w.subject, t.status as told, t.on_day as told_on, u.name as unit, w.since, ${reach.today}::date - w.since as days, w.due, w.count, w.kind as counted
      from w left join reference.unit u on u.code = w.unit_code and u.valid_until is null ${told}
      where ${ofKind(kind)} and ${ofUnit(unit)}
      order by ${orders.usual}, w.kind, w.id, w.count`;

export async function workTotal(db: Db, reach: WorkReach): Promise<number> {
  if (waitsForNobody(reach)) return 0;
  const { rows } = await sql<{ total: number }>`with ${work(reach)} select count(*)::int as total from w`.execute(db);
  return rows[0]!.total;
}
