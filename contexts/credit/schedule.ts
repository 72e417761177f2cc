import { addMonths, daysBetween, type Day } from '#kernel/day.ts';

/** A number kept exact: rates and day counts never pass through binary floats. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** actual-365: days that pass, over 365 (how interest is counted in Viet Nam); 30-360: twelve equal months. */
export const dayCounts = ['actual-365', 'actual-360', '30-360'] as const;
export type DayCount = (typeof dayCounts)[number];

/** The share of a year between two days. */
export function yearShare({ from, until }: Period, count: DayCount): Ratio {
  const days = daysBetween(from, until);
  if (count === 'actual-365') return { numerator: days, denominator: 365 };
  if (count === 'actual-360') return { numerator: days, denominator: 360 };
  const part = (day: Day, at: number, length: number): number => Number(day.slice(at, at + length));
  const months = (part(until, 0, 4) - part(from, 0, 4)) * 12 + part(until, 5, 2) - part(from, 5, 2);
  const monthDays = Math.min(part(until, 8, 2), 30) - Math.min(part(from, 8, 2), 30);
  return { numerator: months * 30 + monthDays, denominator: 360 };
}

export interface Instalment {
  readonly number: number;
  readonly dueOn: Day;
  readonly days: number;
  readonly payment: number;
  readonly interest: number;
  readonly principal: number;
  readonly balance: number;
}

export interface Loan {
  readonly principal: number;
  /** Interest a year: 6.5 % is 650 / 10,000. */
  readonly rate: Ratio;
  readonly periods: readonly Period[];
  readonly dayCount: DayCount;
}

const rounded = (numerator: bigint, denominator: bigint): bigint => (numerator * 2n + denominator) / (denominator * 2n);

/** Interest of one unit in each period, over one common denominator. */
function factorsOf({ rate, periods, dayCount }: Loan): { factors: bigint[]; over: bigint } {
  const shares = periods.map((period) => yearShare(period, dayCount));
  const over = BigInt(rate.denominator) * BigInt(shares[0]?.denominator ?? 1);
  return { factors: shares.map(({ numerator }) => BigInt(rate.numerator) * BigInt(numerator)), over };
}

/** The equal payment that brings the balance to nothing: principal × Π(1+r) ÷ Σ of what each payment grows to. */
function equalPayment(principal: bigint, factors: readonly bigint[], over: bigint): bigint {
  let grown = 1n;
  let sum = 0n;
  let scale = 1n;
  for (const factor of factors) {
    // After period k: grown = Π(over + factor), sum = Σ of the k payments' growth, both times over^k.
    grown *= over + factor;
    scale *= over;
    sum = sum * (over + factor) + scale;
  }
  return rounded(principal * grown, sum);
}

/**
 * Equal payments in whole units (đồng); interest of each period on what is still owed, rounded to the unit. The last
 * payment takes what rounding left, so that principal paid equals principal lent.
 */
export function annuity(loan: Loan): Instalment[] {
  const { factors, over } = factorsOf(loan);
  const payment = equalPayment(BigInt(loan.principal), factors, over);
  let balance = BigInt(loan.principal);
  return loan.periods.map((period, at) => {
    const interest = rounded(balance * factors[at]!, over);
    const isLast = at === loan.periods.length - 1;
    const due = isLast || payment - interest > balance ? balance : payment - interest;
    balance -= due;
    return {
      number: at + 1,
      dueOn: period.until,
      days: daysBetween(period.from, period.until),
      payment: Number(due + interest),
      interest: Number(interest),
      principal: Number(due),
      balance: Number(balance),
    };
  });
}

/** Monthly periods from the day of payment; the last day of a month stays the last day. */
export const monthlyPeriods = (paidOutOn: Day, months: number): Period[] =>
  Array.from({ length: months }, (_, at) => ({
    from: addMonths(paidOutOn, at),
    until: addMonths(paidOutOn, at + 1),
  }));

/** The schedule of an offer: rate in basis points a year, monthly, actual days over 365. */
export const offerSchedule = (offer: {
  readonly amountVnd: number;
  readonly rateBp: number;
  readonly months: number;
  readonly paidOutOn: Day;
}): Instalment[] =>
  annuity({
    principal: offer.amountVnd,
    rate: { numerator: offer.rateBp, denominator: 10_000 },
    periods: monthlyPeriods(offer.paidOutOn, offer.months),
    dayCount: 'actual-365',
  });

export const totalInterest = (instalments: readonly Instalment[]): number =>
  instalments.reduce((sum, { interest }) => sum + interest, 0);
