import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { daysOfYear, reportingYear } from '#kernel/reporting-year.ts';

export interface WorkReach {
  readonly account: AccountId | null;
  /** Officer of the whole province. */
  readonly province: boolean;
  /** Keeps the administrative units: an officer of the province, or an administrator. */
  readonly keepsUnits: boolean;
  readonly units: readonly UnitCode[];
  /** Run by the one who asks. */
  readonly organisations: readonly OrganisationId[];
  readonly today: Day;
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
  where (u.state = 'submitted' and ${inPlace(reach, 'o.unit_code')}) or (u.state = 'returned' and ${isOwn(reach, 'u.organisation_id')})
  union all
  select 'update-differs', o.id::text, o.name, o.id, o.unit_code, u.differs_since, null, u.year::int, null
  from books.published_update u
  join o on o.id = u.organisation_id
  where u.state = 'accepted' and u.differs_since is not null
    and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'u.organisation_id')})`;

/** The years whose day may have passed within a year. */
const lastYears = (today: Day) => {
  const year = reportingYear(today);
  return sql.join([year - 1, year].map((one) => sql`(${one}::int, ${daysOfYear(one).until}::date)`));
};

/**
 * Of the newest year whose day has passed, who reported on that day (`not in`, so that the years are read once and not once for
 * each): until the update is submitted, whatever figures were entered otherwise. Where no parameter names a day, nothing is overdue.
 */
const overdue: Part = (reach) => sql`
  select 'update-overdue', o.id::text, o.name, o.id, o.unit_code, d.due + 1, d.due, d.year, null
  from (
    select y.year, make_date(y.year, split_part(p.value #>> '{}', '-', 1)::int, split_part(p.value #>> '{}', '-', 2)::int) as due,
      y.until
    from (values ${lastYears(reach.today)}) y (year, until)
    join registry.published_parameter p on p.key = 'report.deadline' and p.valid_from <= y.until
      and (p.valid_until is null or p.valid_until >= y.until)
  ) d
  join o on o.survivor_id is null and o.provenance <> 'reported' and (o.founded_on is null or o.founded_on <= d.until)
  join lateral registry.published_character(d.due) k on k.province = platform.current_province() and k.organisation_id = o.id
    and k.kind in ('cooperative-group', 'cooperative', 'union') and k.status in ('operating', 'suspended', 'dissolving')
  where d.due < ${reach.today}::date and d.due >= ${reach.today}::date - interval '1 year'
    and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
    and (o.id, d.year) not in (select u.organisation_id, u.year::int from books.published_update u
      where u.province = platform.current_province() and u.state in ('submitted', 'accepted'))`;

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

/**
 * Whose members nobody has entered is not short of them. A group counts members of every standing. Counting stops at the
 * least number; only where it is not reached are persons counted, by all records of theirs (`offset 0`: in this order).
 */
const minimums: Part = (reach) => sql`
  select 'minimum-lacking', c.id::text, c.name, c.id, c.unit_code, coalesce(m.changed_on, c.founded_on, ${reach.today}::date), null, m.present, null
  from (
    select o.*, (p.value #>> '{}')::int as least, case o.kind when 'cooperative-group' then '%' else 'official%' end as counted
    from o
    join registry.published_parameter p on p.key = case o.kind when 'cooperative' then 'htx.minOfficialMembers'
        when 'union' then 'lhhtx.minOfficialMembers' else 'tht.minMembers' end
      and p.valid_from <= ${reach.today}::date and (p.valid_until is null or p.valid_until >= ${reach.today}::date)
    where o.survivor_id is null and o.provenance <> 'reported'
      and o.kind in ('cooperative-group', 'cooperative', 'union') and o.status in ('operating', 'suspended')
      and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
      and (select count(*) from (
        select from registry.published_present x where x.province = platform.current_province() and x.recorded_in = o.id
          and (o.kind = 'cooperative-group' or x.standing like 'official%')
        limit (p.value #>> '{}')::int) enough) < (p.value #>> '{}')::int
    offset 0
  ) c
  cross join lateral (
    select count(*) as known, max(x.left_on) filter (where x.left_on <= ${reach.today}::date) as changed_on,
      (count(distinct x.person_id) filter (where x.standing like c.counted and (x.left_on is null or x.left_on > ${reach.today}::date)))::int as present
    from registry.published_presence x where x.province = platform.current_province()
      and x.recorded_in = any(array(select c.id union all select a.also_id from registry.published_alias a where a.id = c.id))
  ) m
  where m.known > 0 and m.present < c.least`;

/** Above a cap of capital by an act that law allows it to, until it is back under; the first term of several. Founders entered one by one were not asked why. */
const excesses: Part = (reach) => sql`
  select case when bool_or(e.reason is null) then 'cap-reason-missing' else 'capital-above-cap' end, o.id::text, o.name, o.id, o.unit_code, min(e.on_day), min(e.until_day), count(*)::int, null
  from registry.published_excess(${reach.today}::date) e
  join o on o.id = e.organisation_id and o.survivor_id is null
  where (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
  group by o.id, o.name, o.unit_code`;

/** A member organisation was divided: who of those it went into takes its place, with what of its capital. */
const unpassed: Part = (reach) => sql`
  select 'membership-to-pass', u.member_id::text, o.name || ' · ' || p.name, o.id, o.unit_code, u.ended_on, null, null, null
  from registry.published_unpassed u
  join o on o.id = u.organisation_id
  join o p on p.id = u.party_organisation_id
  where ${inPlace(reach, 'o.unit_code')}`;

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

/** What a sheet tells of a standing, until its act is entered or the officer finds the sheet wrong. */
const statusesTold: Part = (reach) => sql`
  select 'status-told', o.id::text, o.name, o.id, o.unit_code, t.told_on, null, null, null
  from intake.published_status_told t
  join o on o.id = t.organisation_id and o.survivor_id is null and o.provenance <> 'reported' and o.status <> 'void'
  where t.province = platform.current_province() and t.is_open and ${inPlace(reach, 'o.unit_code')}`;

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

/** Requests about one's own data, by organisation: who asked, and what, stands on its page. */
const personalRequests: Part = (reach) => sql`
  select 'personal-request', o.id::text, o.name, o.id, o.unit_code, min(r.asked_on), null, count(*)::int, null
  from registry.published_personal_request r
  join o on o.id = r.organisation_id
  where r.province = platform.current_province() and r.outcome is null and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
  group by o.id, o.name, o.unit_code`;

/**
 * Members with a promise past its day. What is given up comes off the newest promise and the oldest is paid first: unpaid is
 * the first promise from which on there has always been more promised than is paid. Without a known time to pay nothing is late.
 */
const lateCapital: Part = (reach) => sql`
  select 'capital-late', o.id::text, o.name, o.id, o.unit_code, min(l.due) + 1, min(l.due), count(*)::int, null
  from late l
  join o on o.id = l.organisation_id and o.survivor_id is null
  where l.due < ${reach.today}::date and (${inPlace(reach, 'o.unit_code')} or ${isOwn(reach, 'o.id')})
  group by o.id, o.name, o.unit_code`;

/** Of those who keep the units: acts drafted and not done, and officers to be given the units that came of one. */
const unitActs: Part = () => sql`
  select 'unit-act-draft' as kind, a.id::text as id, a.document as name, ${none('uuid')} as organisation, ${none('text')} as unit_code,
    a.drafted_on as since, a.on_day as due, ${none('int')} as count, ${none('text')} as subject
  from places.published_unit_act a
  where a.province = platform.current_province() and a.state = 'draft'
  union all
  select 'officer-to-approve', a.id::text, a.document, null, null, coalesce(a.done_on, a.on_day), null, count(*)::int, null
  from places.published_officer_proposal p
  join places.published_unit_act a on a.province = p.province and a.id = p.act_id
  where p.province = platform.current_province() and p.state = 'proposed'
  group by a.id, a.document, a.done_on, a.on_day`;

/** Plots in a unit that has ended, by organisation: the province says where they lie now. */
const plots: Part = (reach) => sql`
  select 'plot-to-place', o.id::text, o.name, o.id, o.unit_code, min(u.valid_until) + 1, null, count(*)::int, null
  from production.published_plot p
  join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from and u.valid_until < ${reach.today}::date
  join o on o.id = p.organisation_id
  where p.province = platform.current_province() and p.valid_until is null
  group by o.id, o.name, o.unit_code`;

const isOfficer = ({ province, units }: WorkReach): boolean => province || units.length > 0;

const hasPlace = (reach: WorkReach): boolean => isOfficer(reach) || reach.organisations.length > 0;

const parts: readonly { readonly part: Part; readonly isFor: (reach: WorkReach) => boolean }[] = [
  ...[requests, updates, overdue, pairs, sheets, minimums, excesses, certificates, personalRequests, lateCapital].map(
    (part) => ({
      part,
      isFor: hasPlace,
    }),
  ),
  { part: dissolutions, isFor: isOfficer },
  { part: unpassed, isFor: isOfficer },
  { part: statusesTold, isFor: isOfficer },
  { part: places, isFor: ({ province }) => province },
  { part: plots, isFor: ({ province }) => province },
  { part: unitActs, isFor: ({ keepsUnits }) => keepsUnits },
];

/** What the parts rest on is read once: the register, the members of pairs that are open, and who owes capital since when. */
const sources = ({ today }: WorkReach) => sql`
  o as materialized (
    select id, name, kind, unit_code, status, provenance, founded_on, survivor_id from registry.published_organisation
    where province = platform.current_province()
  ), side as materialized (
    select i.id, i.organisation_id from registry.published_member_identity i
    where i.province = platform.current_province() and i.id = any(array(
      select unnest(array[p.first_id, p.second_id]) from duplicates.published_pair p
      where p.province = platform.current_province() and p.subject = 'member' and p.state = 'open'))
  ), late as materialized (
    select s.organisation_id, (min(s.on_day) filter (where s.least > s.paid) + s.months)::date as due
    from (
      select r.*, min(r.promised) over (partition by r.member_id order by r.on_day desc, r.number desc) as least
      from (
        select u.organisation_id, u.member_id, u.on_day, u.number, make_interval(months => (p.value #>> '{}')::int) as months,
          sum(u.subscribed_vnd) over (partition by u.member_id order by u.on_day, u.number) as promised,
          sum(u.paid_vnd) over (partition by u.member_id) as paid
        from registry.published_unpaid_promise u
        join registry.published_parameter p on p.key = 'capital.payInMonths' and jsonb_typeof(p.value) = 'number'
          and p.valid_from <= ${today}::date and (p.valid_until is null or p.valid_until >= ${today}::date)
        where u.province = platform.current_province() and u.on_day <= ${today}::date
      ) r
    ) s
    group by s.organisation_id, s.member_id, s.months
  )`;

export const waitsForNobody = (reach: WorkReach): boolean => parts.every(({ isFor }) => !isFor(reach));

export const work = (reach: WorkReach) =>
  sql`${sources(reach)}, w as materialized (${sql.join(
    parts.filter(({ isFor }) => isFor(reach)).map(({ part }) => part(reach)),
    sql` union all `,
  )})`;
