import { day, type Day } from '#kernel/day.ts';

/** The reporting year runs from 15 December to 14 December (Circular 09/2024/TT-BKHĐT, art. 6). */
export const reportingYear = (on: Day): number => Number(on.slice(0, 4)) + (on.slice(5) >= '12-15' ? 1 : 0);

export interface ReportingDays {
  readonly from: Day;
  readonly until: Day;
}
export const daysOfYear = (year: number): ReportingDays => ({
  from: day(`${year - 1}-12-15`),
  until: day(`${year}-12-14`),
});
