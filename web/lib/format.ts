import type { Day, Instant, Week } from '#kernel/day.ts';
import type { TradeUnit } from '#kernel/quantity.ts';
import { currentLanguage, type Language } from './language.ts';
import { findWord } from './i18n.ts';

/** Thai with the Gregorian year and Latin digits; the default of `th` would be the Buddhist year. */
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB', th: 'th-TH-u-ca-gregory-nu-latn' };
const zone = 'Asia/Ho_Chi_Minh';

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function made<F extends Intl.NumberFormat | Intl.DateTimeFormat>(
  name: string,
  language: Language,
  make: (locale: string) => F,
): F {
  const key = `${language} ${name}`;
  const found = kept.get(key) ?? make(locales[language]);
  kept.set(key, found);
  return found as F;
}
const numbers = (options: Intl.NumberFormatOptions, language: Language): Intl.NumberFormat =>
  made(JSON.stringify(options), language, (locale) => new Intl.NumberFormat(locale, options));
const dates = (options: Intl.DateTimeFormatOptions, language: Language): Intl.DateTimeFormat =>
  made(JSON.stringify(options), language, (locale) => new Intl.DateTimeFormat(locale, options));

/** The sign between whole and fraction as this language writes it. */
export const decimalSign = (language: Language = currentLanguage()): ',' | '.' => (language === 'vi' ? ',' : '.');

export const numberText = (value: number, digits = 0, language: Language = currentLanguage()): string =>
  numbers({ maximumFractionDigits: digits }, language).format(value);

/** A share from 0 to 1. */
export const percentText = (share: number, digits = 1, language: Language = currentLanguage()): string =>
  numbers({ style: 'percent', maximumFractionDigits: digits }, language).format(share);

const dong: Record<Language, string> = { vi: 'đ', en: 'VND', th: 'VND' };

/** Whole đồng, to the last one: 1.234.567 đ. */
export const vndText = (amountVnd: number, language: Language = currentLanguage()): string =>
  `${numberText(amountVnd, 0, language)}\u00a0${dong[language]}`;

/** Rounded for a figure at a glance: 850 triệu đ. The exact amount belongs beside it or behind it. */
export const vndRoundedText = (amountVnd: number, language: Language = currentLanguage()): string =>
  `${numbers({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 }, language).format(amountVnd)}\u00a0${dong[language]}`;

const hectareM2 = 10_000;
/** Square metres below a hectare, hectares from there on. */
export const areaText = (areaM2: number, language: Language = currentLanguage()): string =>
  areaM2 < hectareM2
    ? `${numberText(areaM2, 0, language)}\u00a0m²`
    : `${numberText(areaM2 / hectareM2, 2, language)}\u00a0ha`;

/** A trade unit as pages hold it; names of one and of several where the commodity's own list gives them. */
export type UnitOfTrade = TradeUnit & { readonly name?: string | undefined; readonly many?: string | undefined };
export const unitText = (unit: UnitOfTrade): string => unit.name ?? findWord(`shell:unit.${unit.code}`) ?? unit.code;

/** Base units as an amount of the trade unit, without its name. */
export const quantityNumber = (qty: number, unit: UnitOfTrade, language: Language = currentLanguage()): string =>
  numberText(qty / unit.qty, 3, language);
export const quantityText = (qty: number, unit: UnitOfTrade, language: Language = currentLanguage()): string =>
  `${quantityNumber(qty, unit, language)}\u00a0${(qty === unit.qty ? undefined : unit.many) ?? unitText(unit)}`;

/** Where no commodity's unit is at hand: grams in kg, below a kilogram in g. */
export const massText = (massG: number, language: Language = currentLanguage()): string =>
  massG < 1000 ? `${numberText(massG, 0, language)}\u00a0g` : `${numberText(massG / 1000, 3, language)}\u00a0kg`;

const noon = (day: Day): Date => new Date(`${day}T12:00:00+07:00`);
const dayOptions: Record<Language, Intl.DateTimeFormatOptions> = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
  th: { day: 'numeric', month: 'short', year: 'numeric' },
};
/** Of one piece: a line is never broken between the day and its month. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
export const dayText = (day: Day, language: Language = currentLanguage()): string =>
  unbroken(dates({ ...dayOptions[language], timeZone: zone }, language).format(noon(day)));

/** A span of days, open where an end is missing; a line breaks between the days, never within one. */
export const daysText = (from: Day | null, until: Day | null, language: Language = currentLanguage()): string =>
  [from, until].map((day) => (day === null ? '…' : dayText(day, language))).join('\u00a0– ');

/** An instant, always in Viet Nam's time: 23/11/2026 10:05. */
export function instantText(at: Instant | string, language: Language = currentLanguage()): string {
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }, language).format(
    new Date(at),
  );
  const date = unbroken(dates({ ...dayOptions[language], timeZone: zone }, language).format(new Date(at)));
  return `${date} ${clock}`;
}

const weekWords: Record<Language, string> = { vi: 'Tuần', en: 'Week', th: 'สัปดาห์' };
export const weekText = (week: Week, language: Language = currentLanguage()): string =>
  `${weekWords[language]} ${Number(week.slice(6))}/${week.slice(0, 4)}`;

const byteUnits = ['B', 'kB', 'MB', 'GB'] as const;
export function bytesText(bytes: number, language: Language = currentLanguage()): string {
  const power = Math.min(byteUnits.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return `${numberText(bytes / 1000 ** power, power === 0 ? 0 : 1, language)}\u00a0${byteUnits[power]}`;
}
