import { Day } from '#kernel/day.ts';

const written = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/;
const solid = /^(\d{2})(\d{2})(\d{4})$/;

/** What a form keeps while the text is no day, or one outside what is asked: every schema refuses them, in words. */
export const noDay = '0000-00-00' as Day;
export const farDay = '1899-12-31' as Day;
export const isWrongDay = (value: string): boolean => value === noDay || value === farDay;

/** The text of a day field as its form keeps it: '' where nothing stands, never another day than the one written. */
export function keptDay(text: string, min?: Day, max?: Day): Day | '' {
  if (text.trim() === '') return '';
  const day = typedDay(text);
  if (day === undefined) return noDay;
  return (min !== undefined && day < min) || (max !== undefined && day > max) ? farDay : day;
}

/** A day as people here write it, day first: 23/11/2026, 3-9-2026, 23112026; or 2026-11-23. Never month first. */
export function typedDay(text: string): Day | undefined {
  const trimmed = text.trim();
  const [, day, month, year] = written.exec(trimmed) ?? solid.exec(trimmed) ?? [];
  const iso = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : trimmed;
  const parsed = Day.safeParse(iso);
  return parsed.success ? parsed.data : undefined;
}
