import type { Day } from '#kernel/day.ts';
import { shareOf } from '#kernel/money.ts';
import { amountOf, contractPrice, marketPrice, type ConfirmedPrice, type PricedBy, type PriceRule } from './price.ts';

export const settlementStates = ['draft', 'issued', 'agreed', 'paid', 'withdrawn'] as const;
export type SettlementState = (typeof settlementStates)[number];

export const paymentStates = ['recorded', 'confirmed', 'refused'] as const;
export type PaymentState = (typeof paymentStates)[number];

export const deductionKinds = ['damage', 'quality', 'advance', 'deposit', 'transport', 'penalty', 'other'] as const;
export type DeductionKind = (typeof deductionKinds)[number];

/** Lowers the price of the goods, and so the VAT; the other kinds are set off against what is due. */
export const lowersPrice = (kind: DeductionKind): boolean => kind === 'damage' || kind === 'quality';

export interface Deduction {
  readonly kind: DeductionKind;
  readonly amountVnd: number;
}

/** A confirmed delivery, or its surplus that the buyer accepted. */
export interface Billable {
  readonly delivery: string;
  readonly kind: 'contract' | 'outside';
  readonly deliveredOn: Day;
  readonly qty: number;
  /** Surplus only: at the contract's price or at the market's. */
  readonly pricing: 'contract' | 'market';
}

export interface StatementLine {
  readonly delivery: string;
  readonly kind: 'contract' | 'outside';
  readonly qty: number;
  readonly priceVnd: number;
  readonly priceId: string | null;
  readonly amountVnd: number;
}

export interface Statement {
  readonly goodsVnd: number;
  readonly reductionVnd: number;
  readonly vatVnd: number;
  readonly setOffVnd: number;
  /** What is to be paid. */
  readonly amountVnd: number;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const mostGoodsVnd = 2_000_000_000_000_000;

const priced = (item: Billable, rule: PriceRule, prices: readonly ConfirmedPrice[]): PricedBy | undefined =>
  (item.pricing === 'market' ? marketPrice : contractPrice)(rule, item.deliveredOn, prices);

export interface Priced {
  readonly lines: StatementLine[];
  readonly unpricedOn: Day[];
  readonly tooLarge: boolean;
}

/** Each delivery at its price; the days on which a market price is still missing are named. */
export function statementLines(
  items: readonly Billable[],
  rule: PriceRule & { readonly unitQty: number },
  prices: readonly ConfirmedPrice[],
): Priced {
  const lines: StatementLine[] = [];
  const unpricedOn = new Set<Day>();
  let tooLarge = false;
  for (const { delivery, kind, deliveredOn, qty, pricing } of items) {
    const price = priced({ delivery, kind, deliveredOn, qty, pricing }, rule, prices);
    const amountVnd = price && amountOf(qty, price.priceVnd, rule.unitQty);
    if (price === undefined) unpricedOn.add(deliveredOn);
    else if (amountVnd === undefined) tooLarge = true;
    else lines.push({ delivery, kind, qty, ...price, amountVnd });
  }
  // Beyond this, VAT and sums would leave what a number holds exactly.
  if (sum(lines.map(({ amountVnd }) => amountVnd)) > mostGoodsVnd) tooLarge = true;
  return { lines: tooLarge ? [] : lines, unpricedOn: [...unpricedOn].sort(), tooLarge };
}

/** Goods − what lowers their price + VAT − what is set off, to the đồng. vatBp null: the contract names no VAT, and none is counted. */
export function statementOf(
  lines: readonly { readonly amountVnd: number }[],
  deductions: readonly Deduction[],
  vatBp: number | null,
): Statement {
  const goodsVnd = sum(lines.map(({ amountVnd }) => amountVnd));
  const reductionVnd = sum(deductions.filter(({ kind }) => lowersPrice(kind)).map(({ amountVnd }) => amountVnd));
  const setOffVnd = sum(deductions.filter(({ kind }) => !lowersPrice(kind)).map(({ amountVnd }) => amountVnd));
  const vatVnd = vatBp === null ? 0 : shareOf(Math.max(0, goodsVnd - reductionVnd), vatBp);
  return { goodsVnd, reductionVnd, vatVnd, setOffVnd, amountVnd: goodsVnd - reductionVnd + vatVnd - setOffVnd };
}

export type StatementObstacle =
  | 'ends-before-it-begins'
  | 'contract-never-signed'
  | 'nothing-to-settle'
  | 'period-not-over'
  | 'reductions-exceed-goods'
  | 'deductions-exceed-amount'
  | 'amount-too-large'
  | { readonly code: 'market-price-missing'; readonly days: string };

interface Settling extends Priced {
  readonly from: Day;
  readonly until: Day;
  readonly everSigned: boolean;
  readonly statement: Statement;
}

/** Every reason why a period cannot be settled like this. */
export function statementObstacles(given: Settling, today: Day): StatementObstacle[] {
  const obstacles: StatementObstacle[] = [];
  if (given.until < given.from) obstacles.push('ends-before-it-begins');
  if (given.until > today) obstacles.push('period-not-over');
  if (!given.everSigned) obstacles.push('contract-never-signed');
  if (given.tooLarge) obstacles.push('amount-too-large');
  if (given.lines.length === 0 && given.unpricedOn.length === 0 && !given.tooLarge) obstacles.push('nothing-to-settle');
  if (given.statement.reductionVnd > given.statement.goodsVnd) obstacles.push('reductions-exceed-goods');
  if (given.statement.amountVnd < 0) obstacles.push('deductions-exceed-amount');
  if (given.unpricedOn.length > 0) {
    obstacles.push({ code: 'market-price-missing', days: given.unpricedOn.join(', ') });
  }
  return obstacles;
}

export type PaymentObstacle = 'not-agreed' | 'in-the-future' | 'more-than-due' | 'already-answered';

/** A payment is recorded on an agreed statement, and never beyond what is still open. */
export function paymentObstacles(
  settlement: { readonly state: SettlementState; readonly amountVnd: number },
  given: { readonly amountVnd: number; readonly paidOn: Day; readonly recordedVnd: number },
  today: Day,
): PaymentObstacle[] {
  const obstacles: PaymentObstacle[] = [];
  if (settlement.state !== 'agreed') obstacles.push('not-agreed');
  if (given.paidOn > today) obstacles.push('in-the-future');
  if (given.recordedVnd + given.amountVnd > settlement.amountVnd) obstacles.push('more-than-due');
  return obstacles;
}
