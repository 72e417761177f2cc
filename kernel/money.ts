import { z } from 'zod';

/** Whole đồng. At most 9 × 10^15, so that every sum stays exact in a JavaScript number. */
export const mostVnd = 9_000_000_000_000_000;
export const Vnd = z.int().min(0).max(mostVnd);
export const SignedVnd = z.int().min(-mostVnd).max(mostVnd);
/** One line of a book, as somebody enters it: a hundred thousand billion, of which ninety still sum to what Vnd holds. */
export const mostLineVnd = 100_000_000_000_000;
export const LineVnd = z.int().min(0).max(mostLineVnd);
export const SignedLineVnd = z.int().min(-mostLineVnd).max(mostLineVnd);
/** Đồng for one trade unit (a kilogram, say), whole. */
export const PriceVnd = z.int().min(0).max(1_000_000_000_000);

/** numerator × factor ÷ divisor in exact integers, halves rounded away from zero. */
export function scaled(amount: number, factor: number, divisor: number): number {
  if (divisor <= 0) throw new RangeError('divisor must be positive');
  const product = BigInt(amount) * BigInt(factor);
  const by = BigInt(divisor);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + by) / (by * 2n);
  const result = Number(product < 0n ? -rounded : rounded);
  if (!Number.isSafeInteger(result)) throw new RangeError('amount too large');
  return result;
}

/** What a quantity in base units costs at a price per trade unit of `unitQty` base units. */
export const priceOf = (qty: number, priceVnd: number, unitQty: number): number => scaled(qty, priceVnd, unitQty);

/** A share in basis points (1 % = 100) of an amount. */
export const shareOf = (amountVnd: number, basisPoints: number): number => scaled(amountVnd, basisPoints, 10_000);
