import { z } from 'zod';

/** A quantity is an integer in the commodity's base unit: gram, piece or millilitre. */
export const baseUnits = ['g', 'piece', 'ml'] as const;
export type BaseUnit = (typeof baseUnits)[number];
export const BaseUnit = z.enum(baseUnits);

export const Qty = z.int().min(0).max(9_000_000_000_000_000);
export const PositiveQty = z.int().min(1).max(9_000_000_000_000_000);

/** A unit of trade and how many base units it holds: tạ = 100,000 g, vỉ = 10 pieces. */
export interface TradeUnit {
  readonly code: string;
  readonly qty: number;
}

/** Area in whole square metres. */
export const AreaM2 = z.int().min(1).max(10_000_000_000);

/** Typed text such as '1.234,5' or '1,234.5' of a trade unit as base units; undefined unless it is exact. */
export function qtyFromText(text: string, unitQty: number, decimal: ',' | '.' = ','): number | undefined {
  const group = decimal === ',' ? '.' : ',';
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  const [whole = '0', fraction = ''] = plain.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const total = BigInt(whole + fraction) * BigInt(unitQty);
  if (total % scale !== 0n) return undefined;
  const qty = Number(total / scale);
  return Number.isSafeInteger(qty) ? qty : undefined;
}
