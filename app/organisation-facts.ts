import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { FactSheet } from '#kernel/fact.ts';
import { sameOrganisation, standingId } from '#registry';
import { factsFrom, monthsFrom, rowOf, type About } from './fact-rows.ts';

interface OrganisationRow {
  kind: string;
  status: string;
  fields: string[];
  unit_kind: string | null;
  is_here: boolean;
  began_on: Day | null;
}

async function registered({ db, organisation, today }: About): Promise<FactSheet> {
  const row = await rowOf(
    db,
    sql<OrganisationRow>`select kind, status, fields, unit_kind, coalesce(founded_on, certificate_on) as began_on,
        unit_code is not null and coalesce(seat_province, province) = province as is_here
      from registry.published_organisation where id = ${organisation}`,
  );
  const source = { view: 'registry.published_organisation', rows: row === undefined ? 0 : 1 };
  return factsFrom(today, source, [
    ['legalKind', 'code', row?.kind],
    ['status', 'code', row?.status],
    ['fields', 'codes', row?.fields],
    ['unitKind', 'code', row?.unit_kind],
    ['seatInProvince', 'flag', row?.is_here],
    ['monthsOperating', 'months', monthsFrom(row?.began_on, today)],
  ]);
}

/** Mountain and difficult-area classes of the unit the seat lies in, on the day. */
async function classes({ db, organisation, today }: About): Promise<FactSheet> {
  const row = await rowOf(
    db,
    sql<{ classes: string[]; rows: number; verified: boolean | null }>`select
        coalesce(array_agg(c.class order by c.class), '{}') as classes, count(*) as rows, bool_and(c.verified) as verified
      from registry.published_organisation o
      join registry.published_unit_class c on c.unit_code = o.unit_code and c.valid_from <= ${today}::date
        and (c.valid_until is null or c.valid_until >= ${today}::date)
      where o.id = ${organisation}`,
  );
  const rows = row?.rows ?? 0;
  // A unit of which nothing is on record is not one without a class: nobody has said.
  const source = { view: 'registry.published_unit_class', rows, verified: row?.verified ?? false };
  return factsFrom(today, source, [['unitClasses', 'codes', rows === 0 ? null : row!.classes]]);
}

async function membership({ db, organisation, today }: About): Promise<FactSheet> {
  const row = await rowOf(
    db,
    sql<{ members: number; official: number }>`select count(*) as members,
        count(*) filter (where standing like 'official%') as official
      from registry.published_member
      where survivor_id is null and organisation_id = ${standingId(organisation)} and joined_on <= ${today}::date and (left_on is null or left_on > ${today}::date)`,
  );
  const rows = row?.members ?? 0;
  // A register without a single row is a register that was not entered, not an organisation without members.
  return factsFrom(today, { view: 'registry.published_member', rows }, [
    ['members', 'count', rows === 0 ? null : rows],
    ['officialMembers', 'count', rows === 0 ? null : row!.official],
  ]);
}

interface AccountRow {
  year: number;
  years: number;
  revenue_vnd: number | null;
  profit_vnd: number | null;
  total_capital_vnd: number | null;
}

async function yearlyAccounts({ db, organisation, today }: About): Promise<FactSheet> {
  const row = await rowOf(
    db,
    sql<AccountRow>`select year, revenue_vnd, profit_vnd, total_capital_vnd, count(*) over () as years
      from registry.published_yearly_account where organisation_id = ${standingId(organisation)} order by year desc limit 1`,
  );
  return factsFrom(today, { view: 'registry.published_yearly_account', rows: row?.years ?? 0 }, [
    ['accountYear', 'year', row?.year],
    ['accountYears', 'count', row?.years ?? 0],
    ['revenueVnd', 'vnd', row?.revenue_vnd],
    ['profitVnd', 'vnd', row?.profit_vnd],
    ['totalCapitalVnd', 'vnd', row?.total_capital_vnd],
  ]);
}

async function land({ db, organisation, today }: About): Promise<FactSheet> {
  const plots = await rowOf(
    db,
    sql<{ plots: number; area: number | null }>`select count(*) as plots, sum(area_m2)::bigint as area
      from production.published_plot
      where organisation_id in ${sameOrganisation(organisation)} and valid_from <= ${today}::date and (valid_until is null or valid_until >= ${today}::date)`,
  );
  const seasons = await rowOf(
    db,
    sql<{ seasons: number }>`select count(*) as seasons from production.published_season
      where organisation_id in ${sameOrganisation(organisation)} and protocol like 'organic-%' and started_on <= ${today}::date`,
  );
  return [
    ...factsFrom(today, { view: 'production.published_plot', rows: plots?.plots ?? 0 }, [
      ['plotAreaM2', 'area', plots?.area ?? null],
    ]),
    ...factsFrom(today, { view: 'production.published_season', rows: seasons?.seasons ?? 0 }, [
      ['organicSeasons', 'count', seasons?.seasons ?? 0],
    ]),
  ];
}

/** What the other rooms have published of an organisation, each fact with its rows and its day. */
export async function organisationFacts(about: About): Promise<FactSheet> {
  return [
    ...(await registered(about)),
    ...(await classes(about)),
    ...(await membership(about)),
    ...(await yearlyAccounts(about)),
    ...(await land(about)),
  ];
}
