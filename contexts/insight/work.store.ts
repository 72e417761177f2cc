import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { noUnit, type WorkKind } from './work.ts';
import type { listWork } from './work.wire.ts';

export interface WorkReach {
  readonly account: AccountId | null;
  /** Officer of the whole province. */
  readonly province: boolean;
  readonly units: readonly UnitCode[];
  /** Run by the one who asks. */
  readonly organisations: readonly OrganisationId[];
  readonly today: Day;
}

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
}

type Part = (reach: WorkReach) => RawBuilder<unknown>;

const inPlace = ({ province, units }: WorkReach, unit: string) =>
  sql<boolean>`(${province} or ${sql.ref(unit)} = any(${[...units]}::text[]))`;
const isOwn = ({ organisations }: WorkReach, organisation: string) =>
  sql<boolean>`${sql.ref(organisation)} = any(${[...organisations]}::uuid[])`;
const none = (type: string) => sql`null::${sql.raw(type)}`;
const onDay = (instant: string) => sql`(${sql.ref(instant)} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Kind, id, name, organisation, unit, since, due, count, subject: of organisations not merged into another. */
const requests: Part = (reach) => sql`
  select case r.state when 'submitted' then 'request-to-answer' else 'request-returned' end as kind, r.id::text as id, o.name,
    o.id as organisation, r.unit_code, coalesce(r.answered_on, r.submitted_on) as since, ${none('date')} as due, ${none('int')} as count,
    ${none('text')} as subject
  from registry.published_change_request r
  join o on o.id = r.organisation_id
  where (r.state = 'submitted' and ${inPlace(reach, 'r.unit_code')}) or (r.state = 'returned' and ${isOwn(reach, 'r.organisation_id')})`;

const updates: Part = (reach) => sql`
  select case u.state when 'submitted' then 'update-to-answer' else 'update-returned' end, o.id::text, o.name, o.id, o.unit_code,
    ${onDay('u.changed_at')}, null, u.year::int, null
  from books.published_update u
  join o on o.id = u.organisation_id
  where (u.state = 'submitted' and ${inPlace(reach, 'o.unit_code')}) or (u.state = 'returned' and ${isOwn(reach, 'u.organisation_id')})`;

/** Of the newest year whose day has passed (`not in`, so that the years are read once and not once for each); where no parameter names a day, nothing is overdue. */
const overdue: Part = (reach) => sql`
  select 'update-overdue', o.id::text, o.name, o.id, o.unit_code, d.due + 1, d.due, d.year, null
  from (
    select y.year, make_date(y.year, split_part(p.value #>> '{}', '-', 1)::int, split_part(p.value #>> '{}', '-', 2)::int) as due
    from generate_series(extract(year from ${reach.today}::date)::int - 1, extract(year from ${reach.today}::date)::int) y (year)
    join registry.published_parameter p on p.key = 'report.deadline' and p.valid_from <= make_date(y.year, 12, 14)
      and (p.valid_until is null or p.valid_until >= make_date(y.year, 12, 14))
  ) d
  join o on o.survivor_id is null and o.kind in ('cooperative-group', 'cooperative', 'union') and o.provenance <> 'reported'
    and o.status in ('operating', 'suspended', 'dissolving')
    and (o.founded_on is null or o.founded_on <= make_date(d.year, 12, 14))
  where d.due < ${reach.today}::date and d.due >= ${reach.today}::date - interval '1 year'
    and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
    and (o.id, d.year) not in (select u.organisation_id, u.year::int from books.published_update u
      where u.province = platform.current_province() and u.state in ('submitted', 'accepted'))
    and (o.id, d.year) not in (select a.organisation_id, a.year::int from registry.published_yearly_account a
      where a.province = platform.current_province())`;

/** Whoever sees only one of the two records sees no pair. */
const pairs: Part = (reach) => sql`
  select 'duplicate-to-judge', p.id::text, case when a.name = b.name then a.name else a.name || ' · ' || b.name end, a.id, a.unit_code,
    p.since, null, null, p.subject
  from duplicates.published_pair p
  left join side m on m.id = p.first_id
  left join side n on n.id = p.second_id
  join o a on a.id = coalesce(m.organisation_id, p.first_id)
  join o b on b.id = coalesce(n.organisation_id, p.second_id)
  where p.province = platform.current_province() and p.state = 'open' and ((${inPlace(reach, 'a.unit_code')} and ${inPlace(reach, 'b.unit_code')})
    or (p.subject = 'member' and a.id = b.id and ${isOwn(reach, 'a.id')}))`;

/** A sheet holds persons: of a commune's only who handed it in sees it. */
const sheets: Part = (reach) => sql`
  select 'import-with-errors', b.id::text, b.file_name, b.organisation_id, o.unit_code, b.made_on, null, b.refused + b.questions, null
  from intake.published_batch b
  left join o on o.id = b.organisation_id
  where b.state in ('checked', 'imported') and b.refused + b.questions > 0
    and (b.made_by = ${reach.account} or ${reach.province} or ${isOwn(reach, 'b.organisation_id')})`;

/** Whose members nobody has entered is not short of them. A group counts members of every standing. */
const minimums: Part = (reach) => sql`
  select 'minimum-lacking', o.id::text, o.name, o.id, o.unit_code, coalesce(m.changed_on, o.founded_on, ${reach.today}::date), null,
    case o.kind when 'cooperative-group' then m.present else m.official end, null
  from o
  join registry.published_parameter p on p.key = case o.kind when 'cooperative' then 'htx.minOfficialMembers'
      when 'union' then 'lhhtx.minOfficialMembers' else 'tht.minMembers' end
    and p.valid_from <= ${reach.today}::date and (p.valid_until is null or p.valid_until >= ${reach.today}::date)
  join (
    select x.organisation_id, max(x.left_on) as changed_on, (count(*) filter (where x.left_on is null or x.left_on > ${reach.today}::date))::int as present,
      (count(*) filter (where (x.left_on is null or x.left_on > ${reach.today}::date) and x.standing like 'official%'))::int as official
    from registry.published_membership x where x.province = platform.current_province() group by x.organisation_id
  ) m on m.organisation_id = o.id and case o.kind when 'cooperative-group' then m.present else m.official end < (p.value #>> '{}')::int
  where o.survivor_id is null and o.provenance <> 'reported'
    and o.kind in ('cooperative-group', 'cooperative', 'union') and o.status in ('operating', 'suspended')
    and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})`;

/** Above a cap of capital by an act that law allows it to, until it is back under; the first term of several. */
const excesses: Part = (reach) => sql`
  select 'capital-above-cap', o.id::text, o.name, o.id, o.unit_code, min(e.on_day), min(e.until_day), count(*)::int, null
  from registry.published_excess(${reach.today}::date) e
  join o on o.id = e.organisation_id and o.survivor_id is null
  where (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
  group by o.id, o.name, o.unit_code`;

/** Certificates that end within two months, or ended within half a year, with no later one of their kind. */
const certificates: Part = (reach) => sql`
  select 'certificate-ending', o.id::text, o.name || ' · ' || c.number, o.id, o.unit_code, c.valid_until - 60, c.valid_until, null, null
  from registry.published_certificate c
  join o on o.id = c.organisation_id
  where c.withdrawn_on is null and c.valid_until between ${reach.today}::date - 180 and ${reach.today}::date + 60
    and o.status in ('operating', 'suspended') and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
    and not exists (select from registry.published_certificate l where l.province = c.province and l.organisation_id = c.organisation_id
      and l.kind = c.kind and l.commodity_id is not distinct from c.commodity_id and l.withdrawn_on is null
      and (l.valid_until is null or l.valid_until > c.valid_until))`;

/** Dissolution begun and not ended; the page of the organisation says which step is next. */
const dissolutions: Part = (reach) => sql`
  select 'dissolution-open', o.id::text, o.name, o.id, o.unit_code,
    coalesce((select max(a.on_day) from registry.published_act a where a.province = platform.current_province() and a.organisation_id = o.id), ${reach.today}::date),
    null, null, null
  from o
  where o.survivor_id is null and o.provenance <> 'reported'
    and o.status in ('dissolving', 'revoked') and ${inPlace(reach, 'o.unit_code')}`;

/** Seats recorded at a unit that has ended (`offset 0`: the few seats first, then their organisations), and links of units that nobody has confirmed: the province's. */
const places: Part = (reach) => sql`
  select 'seat-to-place', o.id::text, o.name, o.id, null::text, s.ended_on, null, null, null
  from (
    select t.organisation_id, u.valid_until as ended_on from registry.published_seat t
    join reference.unit u on u.code = t.unit_code and u.valid_from = t.unit_from and u.valid_until < ${reach.today}::date
    where t.province = platform.current_province() and t.valid_until is null and ${reach.province} offset 0
  ) s
  join o on o.id = s.organisation_id and o.survivor_id is null
  union all
  select 'link-to-confirm', u.code, u.name, null, u.code, min(l.on_day), null, count(*)::int, null
  from reference.unit_link l join reference.unit u on u.code = l.to_code and u.valid_from = l.to_from
  where l.province = platform.current_province() and not l.verified and l.confirmed_on is null and l.withdrawn_at is null
    and ${reach.province}
  group by u.code, u.name`;

const isOfficer = ({ province, units }: WorkReach): boolean => province || units.length > 0;

const parts: readonly { readonly part: Part; readonly isFor: (reach: WorkReach) => boolean }[] = [
  ...[requests, updates, overdue, pairs, sheets, minimums, excesses, certificates].map((part) => ({
    part,
    isFor: () => true,
  })),
  { part: dissolutions, isFor: isOfficer },
  { part: places, isFor: ({ province }) => province },
];

/** What the parts rest on is read once: the register, and the members of pairs that are open. */
const sources = sql`
  o as materialized (
    select id, name, kind, unit_code, status, provenance, founded_on, survivor_id from registry.published_organisation
    where province = platform.current_province()
  ), side as materialized (
    select i.id, i.organisation_id from registry.published_member_identity i
    where i.province = platform.current_province() and i.id = any(array(
      select unnest(array[p.first_id, p.second_id]) from duplicates.published_pair p
      where p.province = platform.current_province() and p.subject = 'member' and p.state = 'open'))
  )`;

const work = (reach: WorkReach) =>
  sql`${sources}, w as materialized (${sql.join(
    parts.filter(({ isFor }) => isFor(reach)).map(({ part }) => part(reach)),
    sql` union all `,
  )})`;

const waitsForNobody = (reach: WorkReach): boolean => !isOfficer(reach) && reach.organisations.length === 0;

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
        row_number() over (order by ${orders[key]} ${input.sort?.startsWith('-') ? sql`desc` : sql`asc`} nulls last, w.kind, w.id) as place
      from w left join reference.unit u on u.code = w.unit_code and u.valid_until is null
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

export async function workTotal(db: Db, reach: WorkReach): Promise<number> {
  if (waitsForNobody(reach)) return 0;
  const { rows } = await sql<{ total: number }>`with ${work(reach)} select count(*)::int as total from w`.execute(db);
  return rows[0]!.total;
}
