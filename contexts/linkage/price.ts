import { mondayOf, weekOf, type Day } from '#kernel/day.ts';
import { priceOf } from '#kernel/money.ts';

export const priceKinds = ['fixed', 'floor-market'] as const;
export type PriceKind = (typeof priceKinds)[number];

/** On which day the market is read for a delivery. */
export const marketReadings = ['delivery-day', 'monday', 'first-of-month'] as const;
export type MarketReading = (typeof marketReadings)[number];

export interface PriceRule {
  readonly priceKind: PriceKind;
  readonly priceVnd: number;
  readonly marketReading: MarketReading | null;
}

export function readingDay(deliveredOn: Day, reading: MarketReading | null): Day {
  if (reading === 'monday') return mondayOf(weekOf(deliveredOn));
  if (reading === 'first-of-month') return `${deliveredOn.slice(0, 8)}01` as Day;
  return deliveredOn;
}

/** A market price both sides stand by. */
export interface ConfirmedPrice {
  readonly id: string;
  readonly on: Day;
  readonly priceVnd: number;
}

export interface PricedBy {
  readonly priceVnd: number;
  /** The market price that was looked at, whether or not it decided. */
  readonly priceId: string | null;
}

const readOn = (prices: readonly ConfirmedPrice[], on: Day): ConfirmedPrice | undefined =>
  prices.find((price) => price.on === on);

/**
 * The price of what was delivered on a day, per trade unit: the fixed one, or the market's but never below the floor.
 * undefined: the market price of the reading day is not confirmed yet.
 */
export function contractPrice(
  rule: PriceRule,
  deliveredOn: Day,
  prices: readonly ConfirmedPrice[],
): PricedBy | undefined {
  if (rule.priceKind === 'fixed') return { priceVnd: rule.priceVnd, priceId: null };
  const market = readOn(prices, readingDay(deliveredOn, rule.marketReading));
  if (market === undefined) return undefined;
  return { priceVnd: Math.max(rule.priceVnd, market.priceVnd), priceId: market.id };
}

/** The market's price itself, for surplus that both agreed to trade at market. */
export function marketPrice(
  rule: PriceRule,
  deliveredOn: Day,
  prices: readonly ConfirmedPrice[],
): PricedBy | undefined {
  const market = readOn(prices, readingDay(deliveredOn, rule.marketReading));
  return market === undefined ? undefined : { priceVnd: market.priceVnd, priceId: market.id };
}

const mostVnd = 9_000_000_000_000_000n;

/** A quantity at a price per trade unit, to the đồng; undefined when it is more than any amount may be. */
export const amountOf = (qty: number, priceVnd: number, unitQty: number): number | undefined =>
  (BigInt(qty) * BigInt(priceVnd)) / BigInt(unitQty) >= mostVnd ? undefined : priceOf(qty, priceVnd, unitQty);
