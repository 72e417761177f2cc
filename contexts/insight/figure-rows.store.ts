import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Aggregate, FigureKey } from './figure.ts';

/** The scope a figure is asked for: up to a day, in a unit or the whole province. */
export interface Scope {
  readonly asOf: Day;
  readonly unit: UnitCode | null;
}

type Rows = RawBuilder<unknown>;

const inUnit = ({ unit }: Scope): Rows => (unit === null ? sql`` : sql`and o.unit_code = ${unit}`);

const organisations = (kind: string, scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from registry.published_organisation o
  where o.survivor_id is null and o.kind = ${kind} and o.status = 'operating' and (o.founded_on is null or o.founded_on <= ${scope.asOf}::date) ${inUnit(scope)}`;

/** Memberships, told per cooperative: a member's name is nobody's business here. */
const members = (scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, count(*)::bigint as value
  from registry.published_member m
  join registry.published_organisation o on o.id = m.organisation_id
  where m.survivor_id is null and o.kind in ('cooperative', 'union') and o.status = 'operating'
    and m.joined_on <= ${scope.asOf}::date and (m.left_on is null or m.left_on > ${scope.asOf}::date) ${inUnit(scope)}
  group by o.id, o.name, o.unit_name`;

/** The reporting year runs to 14 December (Circular 09/2024/TT-BKHĐT, art. 6). */
const closedYear = (asOf: Day): number =>
  asOf.slice(5) >= '12-15' ? Number(asOf.slice(0, 4)) : Number(asOf.slice(0, 4)) - 1;

const accounts = (column: 'revenue_vnd' | 'profit_vnd', scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, a.${sql.ref(column)} as value, o.id as owner
  from registry.published_yearly_account a
  join registry.published_organisation o on o.id = a.organisation_id
  where o.kind = 'cooperative' and o.status = 'operating' and o.fields && array['crops', 'livestock', 'fishery', 'forestry']
    and a.year = ${closedYear(scope.asOf)} and a.${sql.ref(column)} is not null ${inUnit(scope)}`;

const chains = (scope: Scope): Rows => sql`
  select 'chain' as kind, c.id, c.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from linkage.published_chain c
  join registry.published_organisation o on o.id = c.lead_id
  where c.state = 'active' and (c.started_on is null or c.started_on <= ${scope.asOf}::date) ${inUnit(scope)}`;

const cooperativesInChains = (scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from registry.published_organisation o
  where o.survivor_id is null and o.kind = 'cooperative' and o.status = 'operating' ${inUnit(scope)}
    and exists (select from linkage.published_chain_partner p
      join linkage.published_chain c on c.id = p.chain_id and c.state = 'active'
      join registry.published_identity i on i.id = p.organisation_id
      where i.stands_as_id = o.id and (p.from_day is null or p.from_day <= ${scope.asOf}::date))`;

const contracts = (scope: Scope): Rows => sql`
  select 'contract' as kind, k.id, k.number as label, o.unit_name, o.id as seated, 1::bigint as value
  from linkage.published_contract k
  join registry.published_organisation o on o.id = k.seller_id
  where k.signed_on <= ${scope.asOf}::date ${inUnit(scope)}`;

const cooperativesInFirmContracts = (scope: Scope): Rows => sql`
  select 'organisation' as kind, o.id, o.name as label, o.unit_name, o.id as seated, 1::bigint as value
  from registry.published_organisation o
  where o.survivor_id is null and o.kind = 'cooperative' ${inUnit(scope)}
    and exists (select from linkage.published_contract k
      join registry.published_identity i on i.id = k.seller_id
      where i.stands_as_id = o.id and k.signed_on <= ${scope.asOf}::date)`;

const settlements = (column: 'goods_vnd' | 'paid_vnd', scope: Scope): Rows => sql`
  select 'settlement' as kind, s.id, o.name || ' · ' || s.period_from || ' – ' || s.period_until as label, o.unit_name, o.id as seated,
    s.${sql.ref(column)} as value, coalesce(o.survivor_id, o.id) as owner
  from linkage.published_settlement s
  join registry.published_organisation o on o.id = s.seller_id
  where s.period_until <= ${scope.asOf}::date and s.${sql.ref(column)} > 0 ${inUnit(scope)}`;

const lots = (scope: Scope): Rows => sql`
  select 'lot' as kind, l.id, l.code as label, o.unit_name, o.id as seated, 1::bigint as value
  from quality.published_lot l
  join registry.published_organisation o on o.id = l.organisation_id
  where l.released_on <= ${scope.asOf}::date ${inUnit(scope)}`;

const support = (scope: Scope): Rows => sql`
  select 'application' as kind, d.application_id as id, o.name as label, o.unit_name, o.id as seated, sum(d.amount_vnd)::bigint as value,
    coalesce(o.survivor_id, o.id) as owner
  from support.published_disbursement d
  join registry.published_organisation o on o.id = d.organisation_id
  where d.confirmed_on <= ${scope.asOf}::date ${inUnit(scope)}
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
export const figureRows = (key: FigureKey, scope: Scope): Rows => rowsByKey[key](scope);

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
