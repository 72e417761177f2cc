import { sql, type RawBuilder } from 'kysely';
import { today, type Day } from '#kernel/day.ts';
import { closedYear } from '#kernel/reporting-year.ts';
import type { Aggregate, FigureKey } from './figure.ts';

/** The scope a figure is asked for: as of a day, of the whole province or of who was seated in a place. */
export interface Scope {
  readonly asOf: Day;
  /** null: the whole province. */
  readonly seated: readonly string[] | null;
}

type Rows = RawBuilder<unknown>;

/** Organisations as they were on the day: the very source the register's list has for it. */
const organisationsOn = (asOf: Day): Rows =>
  asOf >= today()
    ? sql`(select id, survivor_id, kind, status, name, fields, unit_name
        from registry.published_organisation where province = platform.current_province())`
    : sql`(select d.id, d.survivor_id, d.kind, d.status, d.name, d.fields, (
          select coalesce(u.name, f.name) from registry.published_seat s
          left join reference.unit u on u.code = s.unit_code and u.valid_from = s.unit_from
          left join reference.former_unit f on f.id = s.former_unit
          where s.province = d.province and s.organisation_id = d.id and s.valid_from <= ${asOf}::date
            and (s.valid_until is null or s.valid_until >= ${asOf}::date) limit 1) as unit_name
        from registry.published_organisation_on(${asOf}::date) d)`;

const organisations = (kind: string, { asOf }: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from ${organisationsOn(asOf)} o where o.survivor_id is null and o.kind = ${kind} and o.status = 'operating'`;

/** Memberships, told per cooperative: a member's name is nobody's business here. */
const members = ({ asOf, seated }: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, m.value
  from (select organisation_id, count(*)::bigint as value from registry.published_member
    where province = platform.current_province() and survivor_id is null and joined_on <= ${asOf}::date
      and (left_on is null or left_on > ${asOf}::date)
      ${seated === null ? sql`` : sql`and organisation_id = any(${[...seated]}::uuid[])`} group by organisation_id) m
  join ${organisationsOn(asOf)} o on o.id = m.organisation_id
  where o.kind in ('cooperative', 'union') and o.status = 'operating'`;

const accounts = (column: 'revenue_vnd' | 'profit_vnd', scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, a.${sql.ref(column)} as value, o.id as owner
  from registry.published_yearly_account a
  join ${organisationsOn(scope.asOf)} o on o.id = a.organisation_id
  where o.kind = 'cooperative' and o.status = 'operating' and o.fields && array['crops', 'livestock', 'fishery', 'forestry']
    and a.year = ${closedYear(scope.asOf)} and a.${sql.ref(column)} is not null`;

const chains = (scope: Scope): Rows => sql`
  select 'chain' as kind, c.id, c.name as label, o.unit_name, coalesce(o.survivor_id, o.id) as seated, 1::bigint as value
  from linkage.published_chain c
  join registry.published_organisation o on o.id = c.lead_id
  where c.state = 'active' and (c.started_on is null or c.started_on <= ${scope.asOf}::date)`;

/** Who takes part is asked once, not for each organisation of the day: that took most of a second. */
const cooperativesInChains = (scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from ${organisationsOn(scope.asOf)} o
  where o.survivor_id is null and o.kind = 'cooperative' and o.status = 'operating'
    and o.id = any(array(select i.stands_as_id from linkage.published_chain_partner p
      join linkage.published_chain c on c.id = p.chain_id and c.state = 'active'
      join registry.published_identity i on i.id = p.organisation_id
      where p.from_day is null or p.from_day <= ${scope.asOf}::date))`;

const contracts = (scope: Scope): Rows => sql`
  select 'contract' as kind, k.id, k.number as label, o.unit_name, coalesce(o.survivor_id, o.id) as seated, 1::bigint as value
  from linkage.published_contract k
  join registry.published_organisation o on o.id = k.seller_id
  where k.signed_on <= ${scope.asOf}::date`;

const cooperativesInFirmContracts = (scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from ${organisationsOn(scope.asOf)} o
  where o.survivor_id is null and o.kind = 'cooperative'
    and o.id = any(array(select i.stands_as_id from linkage.published_contract k
      join registry.published_identity i on i.id = k.seller_id
      where k.signed_on <= ${scope.asOf}::date))`;

const settlements = (column: 'goods_vnd' | 'paid_vnd', scope: Scope): Rows => sql`
  select 'settlement' as kind, s.id, o.name || ' · ' || s.period_from || ' – ' || s.period_until as label, o.unit_name,
    coalesce(o.survivor_id, o.id) as seated,
    s.${sql.ref(column)} as value, coalesce(o.survivor_id, o.id) as owner
  from linkage.published_settlement s
  join registry.published_organisation o on o.id = s.seller_id
  where s.period_until <= ${scope.asOf}::date and s.${sql.ref(column)} > 0`;

const lots = (scope: Scope): Rows => sql`
  select 'lot' as kind, l.id, l.code as label, o.unit_name, coalesce(o.survivor_id, o.id) as seated, 1::bigint as value
  from quality.published_lot l
  join registry.published_organisation o on o.id = l.organisation_id
  where l.released_on <= ${scope.asOf}::date`;

const support = (scope: Scope): Rows => sql`
  select 'application' as kind, d.application_id as id, o.name as label, o.unit_name, coalesce(o.survivor_id, o.id) as seated,
    sum(d.amount_vnd)::bigint as value, coalesce(o.survivor_id, o.id) as owner
  from support.published_disbursement d
  join registry.published_organisation o on o.id = d.organisation_id
  where d.confirmed_on <= ${scope.asOf}::date
  group by d.application_id, o.id, o.survivor_id, o.name, o.unit_name`;

const rowsByKey: Readonly<Record<FigureKey, (scope: Scope) => Rows>> = {
  cooperatives: (scope) => organisations('cooperative', scope),
  unions: (scope) => organisations('union', scope),
  members,
  cooperativeGroups: (scope) => organisations('cooperative-group', scope),
  farms: (scope) => organisations('farm', scope),
  chains,
  cooperativesInChains,
  meanRevenueVnd: (scope) => accounts('revenue_vnd', scope),
  meanProfitVnd: (scope) => accounts('profit_vnd', scope),
  firmContracts: contracts,
  cooperativesInFirmContracts,
  contractedValueVnd: (scope) => settlements('goods_vnd', scope),
  releasedLots: lots,
  supportPaidVnd: support,
  paidToSellersVnd: (scope) => settlements('paid_vnd', scope),
};

/** The rows of a figure: kind, id, label, unit_name, value, whose seat places it in seated; where they show accounts, whose in owner. */
export const figureRows = (key: FigureKey, scope: Scope): Rows =>
  scope.seated === null
    ? rowsByKey[key](scope)
    : sql`select * from (${rowsByKey[key](scope)}) whole where seated = any(${[...scope.seated]}::uuid[])`;

const aggregates: Readonly<Record<Aggregate, Rows>> = {
  count: sql`count(*)::bigint`,
  // No more than an amount may be: two who settle absurd sums must not take the figures from everybody.
  sum: sql`least(coalesce(sum(value), 0), 9000000000000000)::bigint`,
  mean: sql`coalesce(round(avg(value)), 0)::bigint`,
};

/** The figure is an aggregate over those very rows, so the two cannot differ. */
export const figureOver = (aggregate: Aggregate, rows: Rows): RawBuilder<{ value: number; row_count: number }> =>
  sql`select ${aggregates[aggregate]} as value, count(*)::bigint as row_count from (${rows}) r`;

/** Whose accounts a figure is made of. */
export const ownersIn = (rows: Rows): RawBuilder<{ owners: number }> =>
  sql`select count(distinct owner) as owners from (${rows}) r`;
