import { qtyFromText } from '#kernel/quantity.ts';
import { decimalSign } from './format.ts';

/** Signs between thousands must stand between thousands: '1.5' typed where the comma is decimal is not 15. */
function isGrouped(text: string, decimal: ',' | '.'): boolean {
  const [whole = '', ...rest] = text.split(decimal);
  if (rest.length > 1) return false;
  return /^\d+$/.test(whole) || /^\d{1,3}([., \u00a0]\d{3})+$/.test(whole);
}

/** What a person typed, as base units; undefined when it is not exactly one amount. */
export function typedQty(text: string, unitQty: number, decimal: ',' | '.' = decimalSign()): number | undefined {
  const trimmed = text.trim();
  return isGrouped(trimmed, decimal) ? qtyFromText(trimmed, unitQty, decimal) : undefined;
}
