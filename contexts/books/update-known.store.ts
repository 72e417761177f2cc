import { sql } from 'kysely';
import { day, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { sideFigures } from './year-book.ts';
import { yearBookOf } from './year-book.store.ts';
import { fieldsOf, type UpdateField, type UpdateForm, type UpdateValues } from './update-field.ts';
import type { KnownSource, KnownValue } from './update.wire.ts';

interface About {
  readonly organisation: OrganisationId;
  readonly from: Day;
  readonly until: Day;
  /** The last day of the year that has come. */
  readonly on: Day;
}

type Found = Partial<Record<UpdateField, number | null>>;
interface Looked {
  readonly found: Found;
  readonly on: Day;
  /** It may still become another: the year has not ended, or the books are not closed. */
  readonly provisional: boolean;
}
type Look = (db: Db, about: About) => Promise<Looked>;

/** Counted on the last day of the year, or today where that has not come. */
const counted =
  (look: (db: Db, about: About) => Promise<Found>): Look =>
  async (db, about) => ({ found: await look(db, about), on: about.on, provisional: about.on < about.until });

async function rowOf<Row>(db: Db, query: ReturnType<typeof sql<Row>>): Promise<Row> {
  return (await query.execute(db)).rows[0]!;
}

/** With the standing of that day, not of today. A register without a single row was not entered: it says nothing, not nought. */
async function membersKnown(db: Db, { organisation, from, on }: About): Promise<Found> {
  const row = await rowOf(
    db,
    sql<{ entered: number; members: number; official: number; associate: number; joined: number; gone: number }>`
      with m as (
        select standing, joined_on, left_on, joined_on <= ${on} and (left_on is null or left_on > ${on}) as there
        from registry.published_member_on(${organisation}, ${on}::date))
      select count(*) as entered, count(*) filter (where there) as members,
        count(*) filter (where there and standing like 'official-%') as official,
        count(*) filter (where there and standing like 'associate%') as associate,
        count(*) filter (where joined_on between ${from} and ${on}) as joined,
        count(*) filter (where left_on between ${from} and ${on}) as gone
      from m`,
  );
  if (row.entered === 0) return {};
  return {
    members: row.members,
    officialMembers: row.official,
    associateMembers: row.associate,
    joinedMembers: row.joined,
    leftMembers: row.gone,
  };
}

/** Charter capital is what members promised (the ledger of a day is the sum of its lines up to it). */
async function ledgerKnown(db: Db, { organisation, on }: About): Promise<Found> {
  const { lines, vnd } = await rowOf(
    db,
    sql<{ lines: number; vnd: number | null }>`
      select count(*) as lines, sum(subscribed_vnd)::bigint as vnd from registry.published_capital_line
      where organisation_id = ${organisation} and on_day <= ${on}`,
  );
  return lines === 0 ? {} : { charterCapitalVnd: vnd };
}

/** Where no ledger is kept. */
async function contributionsKnown(db: Db, { organisation, on }: About): Promise<Found> {
  const { vnd } = await rowOf(
    db,
    sql<{ vnd: number | null }>`select nullif(sum(contributed_vnd), 0)::bigint as vnd from registry.published_member
      where survivor_id is null and organisation_id = ${organisation} and joined_on <= ${on} and (left_on is null or left_on > ${on})`,
  );
  return { charterCapitalVnd: vnd };
}

async function certificatesKnown(db: Db, { organisation, on }: About): Promise<Found> {
  const { n } = await rowOf(
    db,
    sql<{ n: number }>`select count(*) as n from registry.published_certificate
      where organisation_id = ${organisation} and valid_from <= ${on} and (valid_until is null or valid_until >= ${on})
        and (withdrawn_on is null or withdrawn_on > ${on})`,
  );
  return { certificates: n };
}

async function chainsKnown(db: Db, { organisation, on }: About): Promise<Found> {
  const { n } = await rowOf(
    db,
    sql<{ n: number }>`select count(distinct chain_id) as n from linkage.published_chain_partner
      where organisation_id = ${organisation} and (from_day is null or from_day <= ${on})`,
  );
  return { chains: n };
}

async function contractsKnown(db: Db, { organisation, from, on }: About): Promise<Found> {
  const { n } = await rowOf(
    db,
    sql<{ n: number }>`select count(*) as n from linkage.published_contract
      where seller_id = ${organisation} and signed_on <= ${on} and coalesce(ended_on, until_day) >= ${from}`,
  );
  return { contracts: n };
}

/** Goods of statements both sides agreed on, by the last day of their period. */
async function salesKnown(db: Db, { organisation, from, on }: About): Promise<Found> {
  const { vnd } = await rowOf(
    db,
    sql<{ vnd: number | null }>`select sum(goods_vnd)::bigint as vnd from linkage.published_settlement
      where seller_id = ${organisation} and state in ('agreed', 'paid') and period_until between ${from} and ${on}`,
  );
  return { linkedSalesVnd: vnd };
}

async function aidKnown(db: Db, { organisation, from, on }: About): Promise<Found> {
  const { vnd } = await rowOf(
    db,
    sql<{ vnd: number | null }>`select sum(amount_vnd)::bigint as vnd from support.published_disbursement
      where organisation_id = ${organisation} and confirmed_on between ${from} and ${on}`,
  );
  return { stateAidVnd: vnd };
}

/** Of the calendar year the reporting year ends in, as of the day its books stand; a blank line leaves its sums blank. */
async function booksKnown(db: Db, { organisation, until }: About): Promise<Looked> {
  const year = Number(until.slice(0, 4));
  const { lines, asOn } = await yearBookOf(db, organisation, year);
  const [external, internal] = [sideFigures(lines, 'external'), sideFigures(lines, 'internal')];
  const both = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
  const total = (of: 'assets' | 'undivided-assets' | 'undivided-fund'): number | null =>
    lines.find(({ line }) => line === of)?.totalVnd ?? null;
  const found: Found = {
    externalRevenueVnd: external.revenueVnd,
    internalRevenueVnd: internal.revenueVnd,
    revenueVnd: both(external.revenueVnd, internal.revenueVnd),
    externalCostVnd: external.costVnd,
    internalCostVnd: internal.costVnd,
    costVnd: both(external.costVnd, internal.costVnd),
    externalProfitVnd: external.profitVnd,
    internalProfitVnd: internal.profitVnd,
    profitVnd: both(external.profitVnd, internal.profitVnd),
    totalCapitalVnd: total('assets'),
    undividedAssetsVnd: total('undivided-assets'),
    undividedFundVnd: total('undivided-fund'),
  };
  return { found, on: asOn ?? day(`${year}-12-31`), provisional: asOn !== null };
}

const sources: readonly (readonly [KnownSource, Look])[] = [
  ['member-register', counted(membersKnown)],
  ['capital-ledger', counted(ledgerKnown)],
  ['member-contributions', counted(contributionsKnown)],
  ['yearly-books', booksKnown],
  ['certificates', counted(certificatesKnown)],
  ['chains', counted(chainsKnown)],
  ['contracts', counted(contractsKnown)],
  ['settlements', counted(salesKnown)],
  ['disbursements', counted(aidKnown)],
];

export interface Asking {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly form: UpdateForm;
  readonly today: Day;
}

/** What stands in rows already, each value with where it stands; the better source is asked first. */
export async function knownValues(db: Db, { organisation, year, form, today }: Asking): Promise<KnownValue[]> {
  const { from, until } = daysOfYear(year);
  const on = today < until ? today : until;
  const own = fieldsOf(form);
  const known: KnownValue[] = [];
  for (const [source, look] of sources) {
    const { found, ...stands } = await look(db, { organisation, from, until, on });
    for (const [field, value] of Object.entries(found) as [UpdateField, number | null][])
      if (value !== null && own.includes(field) && !known.some((one) => one.field === field))
        known.push({ field, value, source, ...stands });
  }
  return known;
}

export const asValues = (known: readonly Pick<KnownValue, 'field' | 'value'>[]): UpdateValues =>
  Object.fromEntries(known.map(({ field, value }) => [field, value]));

/**
 * The accepted figures of the year before: the whole accepted update, and where the register has a figure of its own (entered
 * before there were updates, or corrected since), that one.
 */
export async function formerValues(db: Db, organisation: OrganisationId, year: number): Promise<UpdateValues> {
  const { rows } = await sql<{ figures: Record<string, number | null> }>`
    select coalesce((
        select a.content from books.update_act a
        join books.update u on u.province = a.province and u.id = a.update_id
        where u.organisation_id = ${organisation} and u.year = ${year - 1} and a.kind = 'accepted'
        order by a.recorded_at desc, a.id desc limit 1), '{}')
      || coalesce((
        select jsonb_strip_nulls(jsonb_build_object('revenueVnd', y.revenue_vnd, 'profitVnd', y.profit_vnd,
          'externalRevenueVnd', y.external_revenue_vnd, 'internalRevenueVnd', y.internal_revenue_vnd,
          'costVnd', y.cost_vnd, 'externalCostVnd', y.external_cost_vnd, 'internalCostVnd', y.internal_cost_vnd,
          'externalProfitVnd', y.external_profit_vnd, 'internalProfitVnd', y.internal_profit_vnd,
          'charterCapitalVnd', y.charter_capital_vnd, 'totalCapitalVnd', y.total_capital_vnd,
          'undividedAssetsVnd', y.undivided_assets_vnd, 'officialMembers', y.official_members, 'workers', y.workers))
        from registry.published_yearly_account y
        where y.organisation_id = ${organisation} and y.year = ${year - 1}), '{}') as figures`.execute(db);
  return Object.fromEntries(Object.entries(rows[0]!.figures).filter(([, value]) => value !== null)) as UpdateValues;
}
