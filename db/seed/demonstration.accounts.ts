import { daysOfYear } from '#kernel/reporting-year.ts';
import type { SeedMember } from './demonstration.members.ts';
import { isFarming, type SeedOrganisation } from './demonstration.organisations.ts';
import { storyParts } from './parts.ts';
import type { Prng } from './prng.ts';
import type { Row } from './bulk.ts';

/** The last reporting year that is closed: 15 December 2024 to 14 December 2025. */
export const lastYear = 2025;
const firstYear = 2022;

/** Means of the farming cooperatives' last closed year, as the article gives them, in steps of 100,000 đồng. */
const step = 100_000;
const meanRevenue = 850_000_000 / step;
const meanProfit = 150_000_000 / step;

interface Result {
  revenue: number;
  profit: number;
}

/** Before the story, told or walked: short crops with poor results, a little less every year. */
const storyResults: Readonly<Record<string, Readonly<Record<number, Result>>>> = {
  [storyParts.cooperative]: {
    2022: { revenue: 7_150, profit: 910 },
    2023: { revenue: 6_900, profit: 720 },
    2024: { revenue: 6_580, profit: 590 },
    2025: { revenue: 6_240, profit: 470 },
  },
  [storyParts.yours]: {
    2022: { revenue: 6_020, profit: 740 },
    2023: { revenue: 5_880, profit: 650 },
    2024: { revenue: 5_640, profit: 520 },
    2025: { revenue: 5_310, profit: 430 },
  },
};

/** Scales to an exact sum; what rounding leaves goes to the largest. */
function toSum(values: number[], target: number): number[] {
  const factor = target / values.reduce((sum, value) => sum + value, 0);
  const scaled = values.map((value) => Math.round(value * factor));
  const largest = scaled.indexOf(Math.max(...scaled));
  scaled[largest]! += target - scaled.reduce((sum, value) => sum + value, 0);
  return scaled;
}

/** Revenue and profit of one year whose means are exact to the đồng; a few lose money. */
function resultsWithMeans(prng: Prng, members: readonly number[], fixed: readonly Result[]): Result[] {
  const all = members.length + fixed.length;
  const given = (of: keyof Result): number => fixed.reduce((sum, result) => sum + result[of], 0);
  const revenue = toSum(
    members.map((size) => (40 + size) * prng.skewed(1.1)),
    all * meanRevenue - given('revenue'),
  );
  const margins = members.map(() => (prng.chance(0.06) ? -0.04 : 0.06 + prng.next() * 0.22));
  const losses = revenue.map((value, at) => (margins[at]! < 0 ? Math.round(value * margins[at]!) : 0));
  const lost = losses.reduce((sum, loss) => sum + loss, 0);
  const gains = toSum(
    revenue.map((value, at) => (margins[at]! > 0 ? value * margins[at]! : 0)),
    all * meanProfit - given('profit') - lost,
  );
  return revenue.map((value, at) => ({ revenue: value, profit: losses[at]! + gains[at]! }));
}

function lastResults(
  prng: Prng,
  reporting: readonly SeedOrganisation[],
  members: ReadonlyMap<string, readonly SeedMember[]>,
) {
  const size = ({ id }: SeedOrganisation): number => members.get(id)?.length ?? 0;
  const results = new Map<string, Result>();
  const made = reporting.filter(
    (one) => one.kind === 'cooperative' && isFarming(one) && storyResults[one.id] === undefined,
  );
  const told = Object.values(storyResults).map((years) => years[lastYear]!);
  const exact = resultsWithMeans(prng, made.map(size), told);
  made.forEach(({ id }, at) => results.set(id, exact[at]!));
  for (const one of reporting) {
    if (results.has(one.id) || storyResults[one.id] !== undefined) continue;
    const revenue = Math.round(11_000 * prng.skewed(1.2));
    results.set(one.id, { revenue, profit: Math.round(revenue * (0.03 + prng.next() * 0.12)) });
  }
  return results;
}

/** Results of an earlier year: a little less, with good and bad years. */
const earlier = (prng: Prng, last: Result, years: number): Result => {
  const factor = 0.93 ** years * (0.9 + prng.next() * 0.2);
  return {
    revenue: Math.round(last.revenue * factor),
    profit: Math.round(last.profit * factor * (0.8 + prng.next() * 0.4)),
  };
};

/** What a year's row is made from; `debts` is total capital over charter capital, much the same every year. */
interface Made {
  readonly result: Result;
  readonly members: readonly SeedMember[];
  readonly debts: number;
  readonly undivided: number;
}

/** Internal and external have been told apart since Circular 71/2024: a fifth of the trade is with members, with little profit. */
function sidesOf(year: number, { revenue, profit }: Result): Row {
  const isTold = year >= 2025;
  const internal = { revenue: Math.round(revenue / 5), profit: Math.round(profit / 20) };
  const amounts = {
    external_revenue_vnd: revenue - internal.revenue,
    internal_revenue_vnd: internal.revenue,
    cost_vnd: revenue - profit,
    external_cost_vnd: revenue - internal.revenue - (profit - internal.profit),
    internal_cost_vnd: internal.revenue - internal.profit,
    external_profit_vnd: profit - internal.profit,
    internal_profit_vnd: internal.profit,
  };
  return Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, isTold ? value * step : null]));
}

function row(prng: Prng, id: string, year: number, { result, members, debts, undivided }: Made): Row {
  const present = members.filter(({ joined_on }) => joined_on <= daysOfYear(year).until);
  const charter = present.reduce((sum, { contributed_vnd }) => sum + contributed_vnd, 0);
  return {
    province: 22,
    organisation_id: id,
    year,
    revenue_vnd: result.revenue * step,
    profit_vnd: result.profit * step,
    ...sidesOf(year, result),
    charter_capital_vnd: charter,
    total_capital_vnd: Math.round((charter * (debts + prng.next() * 0.06)) / step) * step,
    undivided_assets_vnd: Math.round((charter * undivided * (1 + (year - firstYear) * 0.1)) / step) * step,
    official_members: present.filter(({ standing }) => standing.startsWith('official')).length,
    workers: Math.max(2, Math.round(present.length * (0.05 + prng.next() * 0.3))),
    source: 'Số liệu minh họa',
    provenance: 'synthetic',
  };
}

/** Yearly accounts of cooperatives and unions that were there for at least half of the year. */
export function accountRows(
  prng: Prng,
  organisations: readonly SeedOrganisation[],
  members: ReadonlyMap<string, readonly SeedMember[]>,
): Row[] {
  const reports = ({ foundedOn }: SeedOrganisation, year: number): boolean =>
    foundedOn !== null && foundedOn <= `${year}-06-15`;
  const reporting = organisations.filter((one) => members.has(one.id) && reports(one, lastYear));
  const last = lastResults(prng, reporting, members);
  return reporting.flatMap((one) => {
    const rows: Row[] = [];
    const debts = 1.1 + prng.next() * 0.7;
    const undivided = prng.next() * 0.1;
    for (let year = firstYear; year <= lastYear; year += 1) {
      if (!reports(one, year)) continue;
      const told = storyResults[one.id]?.[year];
      const result =
        told ?? (year === lastYear ? last.get(one.id)! : earlier(prng, last.get(one.id)!, lastYear - year));
      rows.push(row(prng, one.id, year, { result, members: members.get(one.id)!, debts, undivided }));
    }
    return rows;
  });
}
