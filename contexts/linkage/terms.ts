import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { PriceVnd, Vnd } from '#kernel/money.ts';
import { PositiveQty } from '#kernel/quantity.ts';
import { line, prose } from '#kernel/text.ts';
import { onSilences } from './contract.ts';
import type { LineState } from './line.ts';
import { amountOf, marketReadings, priceKinds } from './price.ts';

export const weighers = ['seller', 'buyer', 'both', 'third-party'] as const;
export const disputeForums = ['negotiation-court', 'negotiation-arbitration', 'mediation-court'] as const;

/** What the parties agree on: everything a person fills in, and nothing the house adds. */
export const Terms = z.object({
  committedQty: PositiveQty.max(1_000_000_000_000_000),
  toleranceBp: z.int().min(0).max(5_000),
  from: Day,
  until: Day,
  deliveryPlace: line(300, 2),
  weighedBy: z.enum(weighers),
  grade: line(200, 0),
  quality: prose(4_000),
  priceKind: z.enum(priceKinds),
  /** The price, or the floor, for one trade unit. */
  priceVnd: PriceVnd,
  marketSource: line(300, 0),
  marketReading: z.enum(marketReadings).nullable(),
  paymentDueDays: z.int().min(0).max(365),
  depositVnd: Vnd.nullable(),
  penaltyBp: z.int().min(0).max(10_000),
  disputeWindowDays: z.int().min(1).max(60),
  onSilence: z.enum(onSilences),
  forceMajeure: prose(4_000),
  disputeForum: z.enum(disputeForums),
  vatBp: z.int().min(0).max(10_000).nullable(),
});
export type Terms = z.output<typeof Terms>;

export type TermsObstacle =
  | 'ends-before-it-begins'
  | 'market-without-source'
  | 'market-without-reading'
  | 'price-is-zero'
  | 'value-too-large'
  | 'deposit-above-value';

/** What the promise is worth at its fixed price or floor; undefined when no đồng amount holds it. */
export const valueOf = (terms: Pick<Terms, 'committedQty' | 'priceVnd'>, unitQty: number): number | undefined =>
  amountOf(terms.committedQty, terms.priceVnd, unitQty);

/** Every reason why terms make no sense, whoever the parties are. */
export function termsObstacles(terms: Terms, valueVnd: number | undefined): TermsObstacle[] {
  const obstacles: TermsObstacle[] = [];
  if (terms.until < terms.from) obstacles.push('ends-before-it-begins');
  if (terms.priceKind === 'floor-market' && terms.marketSource === '') obstacles.push('market-without-source');
  if (terms.priceKind === 'floor-market' && terms.marketReading === null) obstacles.push('market-without-reading');
  if (terms.priceVnd === 0) obstacles.push('price-is-zero');
  if (valueVnd === undefined) obstacles.push('value-too-large');
  if ((terms.depositVnd ?? 0) > (valueVnd ?? Infinity)) obstacles.push('deposit-above-value');
  return obstacles;
}

/** A line as a contract draws on it. */
export interface DrawableLine {
  readonly organisation: string;
  readonly commodity: string;
  readonly variety: string | null;
  readonly from: Day;
  readonly until: Day;
  readonly totalQty: number;
  readonly drawnQty: number;
  readonly minimumOrderQty: number | null;
  readonly state: LineState;
}

export type LinkObstacle =
  | 'seller-is-buyer'
  | 'commodities-differ'
  | 'varieties-differ'
  | 'offer-withdrawn'
  | 'demand-withdrawn'
  | 'offer-exhausted'
  | 'demand-exhausted'
  | 'outside-offer-days'
  | 'outside-demand-days'
  | 'below-minimum-order';

interface Linked {
  readonly offer: DrawableLine;
  readonly demand: DrawableLine;
  readonly terms: Pick<Terms, 'committedQty' | 'from' | 'until'>;
  /** What this very contract has already drawn: it does not stand in its own way. */
  readonly drawn?: { readonly offer: number; readonly demand: number };
}

const runsWithin = (terms: Linked['terms'], line: DrawableLine): boolean =>
  line.from <= terms.from && terms.until <= line.until;

function pairObstacles({ offer, demand }: Linked): LinkObstacle[] {
  const obstacles: LinkObstacle[] = [];
  if (offer.organisation === demand.organisation) obstacles.push('seller-is-buyer');
  if (offer.commodity !== demand.commodity) obstacles.push('commodities-differ');
  if (demand.variety !== null && offer.variety !== demand.variety) obstacles.push('varieties-differ');
  if (offer.state === 'withdrawn') obstacles.push('offer-withdrawn');
  if (demand.state === 'withdrawn') obstacles.push('demand-withdrawn');
  return obstacles;
}

/** Every reason why this offer and this demand do not make this contract. */
export function linkObstacles(linked: Linked): LinkObstacle[] {
  const { offer, demand, terms, drawn = { offer: 0, demand: 0 } } = linked;
  const obstacles = pairObstacles(linked);
  if (terms.committedQty > offer.totalQty - offer.drawnQty + drawn.offer) obstacles.push('offer-exhausted');
  if (terms.committedQty > demand.totalQty - demand.drawnQty + drawn.demand) obstacles.push('demand-exhausted');
  if (!runsWithin(terms, offer)) obstacles.push('outside-offer-days');
  if (!runsWithin(terms, demand)) obstacles.push('outside-demand-days');
  if (terms.committedQty < (demand.minimumOrderQty ?? 0)) obstacles.push('below-minimum-order');
  return obstacles;
}

export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Two wordings, field by field, in the order of the form. */
export const differences = (before: Terms, after: Terms): Difference[] =>
  (Object.keys(Terms.shape) as (keyof Terms)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));

/** What is worth knowing of the terms without being a reason to refuse them. */
export const penaltyIsAboveCap = (terms: Pick<Terms, 'penaltyBp'>, capBp: number | null): boolean =>
  capBp !== null && terms.penaltyBp > capBp;
