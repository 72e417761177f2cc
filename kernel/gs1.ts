import { z } from 'zod';
import { findAi, isPredefinedLength } from '#kernel/gs1-ai.ts';
import { checkDigit, fitsFormat, hasCheckDigit } from '#kernel/gs1-check.ts';

/** A trade item's number, always in its 14 digits. */
export type Gtin = string & { readonly __gtin: true };
/** A place's or party's number, 13 digits. */
export type Gln = string & { readonly __gln: true };
/** A logistic unit's number, 18 digits. */
export type Sscc = string & { readonly __sscc: true };
/** A batch as its maker wrote it: 1 to 20 characters of set 82. */
export type LotCode = string & { readonly __lot: true };

const numberOf = (length: number, text: string): boolean => text.length === length && hasCheckDigit(text);

/** GTIN-8, -12, -13 or -14 as 14 digits; undefined when length or check digit is wrong. */
export function findGtin14(text: string): Gtin | undefined {
  if (![8, 12, 13, 14].includes(text.length) || !hasCheckDigit(text)) return undefined;
  return text.padStart(14, '0') as Gtin;
}
export const isGln = (text: string): text is Gln => numberOf(13, text);
export const isSscc = (text: string): text is Sscc => numberOf(18, text);
export const isLotCode = (text: string): text is LotCode => fitsFormat('x..20', text);

export const Gtin = z
  .string()
  .refine((text) => findGtin14(text) !== undefined, 'gs1.gtin.invalid')
  .transform((text) => text.padStart(14, '0')) as unknown as z.ZodType<Gtin, string>;
export const Gln = z.string().refine(isGln, 'gs1.gln.invalid') as unknown as z.ZodType<Gln, string>;
export const Sscc = z.string().refine(isSscc, 'gs1.sscc.invalid') as unknown as z.ZodType<Sscc, string>;
export const LotCode = z.string().refine(isLotCode, 'gs1.lot.invalid') as unknown as z.ZodType<LotCode, string>;

/** The digits with their check digit behind them. */
export function withCheckDigit(body: string): string {
  if (!/^\d+$/.test(body)) throw new RangeError('only digits have a check digit');
  return `${body}${checkDigit(body)}`;
}

/** One identifier with its value: (01)09520123456788. */
export interface Element {
  readonly ai: string;
  readonly value: string;
}

/** What a scanner hands over, with ^ for FNC1. */
export function elementString(elements: readonly Element[]): string {
  let text = '^';
  elements.forEach(({ ai, value }, index) => {
    const before = elements[index - 1];
    if (before && !isPredefinedLength(before.ai)) text += '^';
    text += ai + value;
  });
  return text;
}

/** How people read it: (01)09520123456788(10)ABC. */
export const readable = (elements: readonly Element[]): string =>
  elements.map(({ ai, value }) => `(${ai})${value}`).join('');

export interface AssociationTrouble {
  readonly code: 'needs-another' | 'bars-another';
  readonly ai: string;
  /** What is missing (any one of them), or what may not be there. */
  readonly others: readonly string[];
}

const matches = (pattern: string, ai: string): boolean =>
  pattern.length === ai.length && pattern.split('').every((char, at) => char === 'n' || char === ai[at]);

function troublesOf(ai: string, all: readonly string[]): AssociationTrouble[] {
  const rule = findAi(ai);
  if (!rule) return [];
  const others = all.filter((other) => other !== ai);
  const isThere = (group: string): boolean =>
    group.split('+').every((pattern) => others.some((other) => matches(pattern, other)));
  const missing = rule.needs.filter((choice) => choice.length > 0 && !choice.some(isThere));
  const barred = others.filter((other) => rule.bars.some((pattern) => matches(pattern, other)));
  return [
    ...missing.map((choice) => ({ code: 'needs-another' as const, ai, others: choice })),
    ...(barred.length > 0 ? [{ code: 'bars-another' as const, ai, others: barred }] : []),
  ];
}

/**
 * General Specifications 4.13 and 4.14: what must and what may not stand together on one item. All troubles.
 * They hold for everything marked on the item, so a single code alone may lack what another carries.
 */
export function associationTroubles(elements: readonly Element[]): AssociationTrouble[] {
  const all = elements.map(({ ai }) => ai);
  return [...new Set(all)].flatMap((ai) => troublesOf(ai, all));
}
