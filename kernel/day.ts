import { z } from 'zod';

/** A calendar day of Viet Nam as text, 'YYYY-MM-DD'. Days compare as text. */
export type Day = string & { readonly __day: true };
export const Day = z.iso
  .date()
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', 'day.out-of-range') as unknown as z.ZodType<
  Day,
  string
>;

/** An instant as ISO text with an offset. */
export type Instant = string & { readonly __instant: true };
export const Instant = z.iso.datetime({ offset: true }) as unknown as z.ZodType<Instant, string>;

const zone = 'Asia/Ho_Chi_Minh';
const inZone = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The business day of an instant: always Asia/Ho_Chi_Minh, whatever the machine's zone. */
export const dayOf = (instant: Date | string | number): Day => inZone.format(new Date(instant)) as Day;
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Hour and minute of an instant in Viet Nam, "02:51". */
export const timeOf = (instant: Date | string | number): string => clock.format(new Date(instant));
let minute = Number.NaN;
let dayOfMinute: Day;

/** Asked several times by each request: worked out once a minute, and no day begins within one. */
export function today(): Day {
  const now = Math.floor(Date.now() / 60_000);
  if (now !== minute) {
    dayOfMinute = dayOf(now * 60_000);
    minute = now;
  }
  return dayOfMinute;
}
export const day = (text: string): Day => Day.parse(text);

const utc = (of: Day): number => Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5, 7)) - 1, Number(of.slice(8, 10)));
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;
const dayMs = 86_400_000;

export const addDays = (to: Day, days: number): Day => fromUtc(utc(to) + days * dayMs);
/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, until: Day): number => Math.round((utc(until) - utc(from)) / dayMs);

/** The same day some months on; the last day of the month where that day does not exist. */
export function addMonths(to: Day, months: number): Day {
  const year = Number(to.slice(0, 4));
  const month = Number(to.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month, Math.min(Number(to.slice(8, 10)), last)));
}

/** Whole calendar months from the first to the second: one is full on the same day of the next. Negative when the second is earlier. */
export function monthsBetween(from: Day, until: Day): number {
  const [year, month] = [0, 5].map(
    (at) => Number(until.slice(at, at === 0 ? 4 : 7)) - Number(from.slice(at, at === 0 ? 4 : 7)),
  );
  const months = year! * 12 + month!;
  return addMonths(from, months) > until ? months - 1 : months;
}

export const isWithin = (on: Day, from: Day | null, until: Day | null): boolean =>
  (from === null || from <= on) && (until === null || on <= until);

/** ISO 8601 week, Monday first: '2026-W48'. */
export type Week = string & { readonly __week: true };
export const Week = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/) as unknown as z.ZodType<Week, string>;

export function weekOf(on: Day): Week {
  const ms = utc(on);
  const weekday = (new Date(ms).getUTCDay() + 6) % 7;
  const thursday = new Date(ms + (3 - weekday) * dayMs);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = 1 + Math.floor((thursday.getTime() - first) / (7 * dayMs));
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}` as Week;
}

/** The Monday of an ISO week. */
export function mondayOf(week: Week): Day {
  const fourth = Date.UTC(Number(week.slice(0, 4)), 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fromUtc(fourth + ((Number(week.slice(6)) - 1) * 7 - weekday) * dayMs);
}
