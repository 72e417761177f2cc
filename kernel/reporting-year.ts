import type { Day } from './day.ts';

/**
 * The reporting year runs from 15 December of the year before to 14 December: Circular 09/2024/TT-BKHĐT, art. 6, read at its
 * source. Only here: what a page says, a list counts and a card is made of must be of one and the same year.
 */
const first = '12-15';
const last = '12-14';

export interface ReportingDays {
  readonly from: Day;
  readonly until: Day;
}
export const daysOfYear = (year: number): ReportingDays => ({
  from: `${year - 1}-${first}` as Day,
  until: `${year}-${last}` as Day,
});

export const reportingYear = (on: Day): number => Number(on.slice(0, 4)) + (on.slice(5) >= first ? 1 : 0);

/** The newest year that had ended before the day. */
export const closedYear = (on: Day): number => reportingYear(on) - 1;
