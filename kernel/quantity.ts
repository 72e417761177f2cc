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

/** Typed text such as '1.234,5' or '1,234.5' of a trade unit as base units; undefined unless it is exact and its groups are groups. */
export function qtyFromText(text: string, unitQty: number, decimal: ',' | '.' = ','): number | undefined {
  const group = decimal === ',' ? '\\.' : ',';
  const mark = decimal === ',' ? ',' : '\\.';
  const shape = new RegExp(`^(\\d+|\\d{1,3}(?:${group}\\d{3})+)(?:${mark}(\\d+))?$`);
  const match = shape.exec(text.trim().replaceAll(/[\s\u00a0\u202f]/g, ''));
  if (match === null) return undefined;
  const whole = match[1]!.replaceAll(/\D/g, '');
  const fraction = match[2] ?? '';
  const scale = 10n ** BigInt(fraction.length);
  const total = BigInt(whole + fraction) * BigInt(unitQty);
  if (total % scale !== 0n) return undefined;
  const qty = Number(total / scale);
  return Number.isSafeInteger(qty) ? qty : undefined;
}
