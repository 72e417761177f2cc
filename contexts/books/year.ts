import { day, type Day } from '#kernel/day.ts';

export interface ReportingDays {
  readonly from: Day;
  readonly until: Day;
}
export const daysOfYear = (year: number): ReportingDays => ({
  from: day(`${year - 1}-12-15`),
  until: day(`${year}-12-14`),
});
