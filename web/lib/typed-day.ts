import { Day } from '#kernel/day.ts';

const written = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/;
const solid = /^(\d{2})(\d{2})(\d{4})$/;

/** A day as people here write it, day first: 23/11/2026, 3-9-2026, 23112026; or 2026-11-23. Never month first. */
export function typedDay(text: string): Day | undefined {
  const trimmed = text.trim();
  const [, day, month, year] = written.exec(trimmed) ?? solid.exec(trimmed) ?? [];
  const iso = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : trimmed;
  const parsed = Day.safeParse(iso);
  return parsed.success ? parsed.data : undefined;
}
