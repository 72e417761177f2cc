import { sql } from 'kysely';
import type { DataSet } from '#platform/spreadsheet/data-set.ts';
import type { ClassReach } from './organisation.access.ts';

const within = ({ everything, units, organisations }: ClassReach) =>
  sql<boolean>`(${everything} or o.unit_code = any(${[...units]}::text[]) or o.id = any(${[...organisations]}::uuid[]))`;

export const yearlySet = (reach: ClassReach): DataSet => sql`
  select o.name as organisation, o.tax_number as "taxNumber", o.unit_name as unit, y.year::int as year, y.revenue_vnd as "revenueVnd",
    y.profit_vnd as "profitVnd", y.charter_capital_vnd as "charterCapitalVnd", y.total_capital_vnd as "totalCapitalVnd",
    y.external_revenue_vnd as "externalRevenueVnd", y.internal_revenue_vnd as "internalRevenueVnd",
    y.cost_vnd as "costVnd", y.external_cost_vnd as "externalCostVnd", y.internal_cost_vnd as "internalCostVnd",
    y.external_profit_vnd as "externalProfitVnd", y.internal_profit_vnd as "internalProfitVnd",
    y.undivided_assets_vnd as "undividedAssetsVnd", y.official_members as "officialMembers", y.workers, y.source
  from registry.published_yearly_account y
  join registry.published_organisation o on o.province = y.province and o.id = y.organisation_id and o.survivor_id is null
  where y.province = platform.current_province() and ${within(reach)}
  order by o.name collate "vi-x-icu", o.id, y.year`;

export const actSet: DataSet = sql`
  select o.name as organisation, o.tax_number as "taxNumber", o.unit_name as unit, a.kind, a.on_day as "onDay", a.document,
    a.legal_basis as "legalBasis"
  from registry.published_act a
  join registry.published_organisation o on o.province = a.province and o.id = a.organisation_id and o.survivor_id is null
  where a.province = platform.current_province()
  order by a.on_day, o.name collate "vi-x-icu", a.id`;

export const requestSet = (reach: ClassReach): DataSet => sql`
  select o.name as organisation, o.unit_name as unit, r.state, r.round, r.submitted_on as "submittedOn", r.answered_on as "answeredOn",
    r.document, (select count(*)::int from jsonb_object_keys(r.wanted)) as fields
  from registry.change_request r
  join registry.published_organisation o on o.province = r.province and o.id = r.organisation_id
  where r.province = platform.current_province() and ${within(reach)}
  order by r.submitted_on, r.id`;

export const parameterSet: DataSet = sql`
  select p.key, p.value #>> '{}' as value, p.valid_from as "from", p.valid_until as until, p.source, p.verified::text as verified, p.own::text as own
  from registry.published_parameter p
  order by p.key, p.valid_from`;

export const unitSet: DataSet = sql`
  select u.code, u.name, u.kind, u.former_district as district, u.valid_from as "from", u.valid_until as until, u.source, u.verified::text as verified
  from reference.unit u
  where u.province = platform.current_province() and (u.valid_until is null or u.valid_until >= u.valid_from)
  order by u.code, u.valid_from`;

export const linkSet: DataSet = sql`
  select coalesce(l.from_code, f.code) as "formerCode", coalesce(w.name, f.name) as former, u.code, u.name, l.on_day as "onDay", l.part, l.source,
    (l.verified or l.confirmed_on is not null)::text as verified
  from reference.unit_link l
  join reference.unit u on u.code = l.to_code and u.valid_from = l.to_from
  left join reference.unit w on w.code = l.from_code and w.valid_from = l.from_from
  left join reference.former_unit f on f.id = l.former_unit
  where l.province = platform.current_province() and l.withdrawn_at is null
  order by u.code, u.valid_from, former, l.id`;

export const classSet: DataSet = sql`
  select c.unit_code as code, u.name, c.class, c.valid_from as "from", c.valid_until as until, c.source, c.verified::text as verified
  from registry.unit_class c
  left join reference.unit u on u.code = c.unit_code and u.valid_until is null
  where c.province = platform.current_province()
  order by c.unit_code, c.valid_from, c.class`;
