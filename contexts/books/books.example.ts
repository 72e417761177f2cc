import type { UpdateValues } from './update-field.ts';
import type { LineAmounts } from './year-book.ts';

/** A cooperative's update that adds up: nothing blocks it. */
export const soundUpdate = {
  members: 60,
  officialMembers: 55,
  associateMembers: 5,
  workers: 8,
  memberWorkers: 6,
  charterCapitalVnd: 900_000_000,
  totalCapitalVnd: 1_400_000_000,
  externalRevenueVnd: 700_000_000,
  internalRevenueVnd: 150_000_000,
  revenueVnd: 850_000_000,
  externalCostVnd: 590_000_000,
  internalCostVnd: 140_000_000,
  costVnd: 730_000_000,
  externalProfitVnd: 110_000_000,
  internalProfitVnd: 10_000_000,
  profitVnd: 120_000_000,
} as const satisfies UpdateValues;

/** Points of two criteria of the rating, of which the second is blank. */
export const ratingParameters = `insert into reference.parameter (key, valid_from, value, source, verified) values
  ('rating.criterion.5', '2020-04-01', '{"whole": 8}', 'test', false), ('rating.criterion.10', '2020-04-01', 'null', 'test', false),
  ('size.agri.large', '2024-11-01', '{"members": 300, "revenueVnd": 50000000000, "capitalVnd": 10000000000}', 'test', true),
  ('size.agri.medium', '2024-11-01', '{"members": 200, "revenueVnd": 10000000000, "capitalVnd": 5000000000}', 'test', true),
  ('size.agri.small', '2024-11-01', '{"members": 50, "revenueVnd": 2000000000, "capitalVnd": 1000000000}', 'test', true),
  ('sector.crops', '2013-07-01', '"agri"', 'test', false), ('sector.trade', '2013-07-01', '"services"', 'test', false),
  ('grade.minMonthsOperating', '2020-04-01', '12', 'test', false)
  on conflict do nothing`;

/** What the parameters say of the yearly update, as a test's database needs it. */
export const reportParameters = `insert into reference.parameter (key, valid_from, value, source, verified) values
  ('report.deadline', '2024-07-01', '"12-15"', 'test', true) on conflict do nothing`;

const line = (name: LineAmounts['line'], externalVnd: number, internalVnd: number): LineAmounts => ({
  line: name,
  externalVnd,
  internalVnd,
  totalVnd: null,
});

/** The same cooperative in the year that runs, four fifths of it gone: every line and so every sum is as much less. */
export const runningBookLines = (): LineAmounts[] =>
  yearBookLines.map(({ externalVnd, internalVnd, ...one }) => ({
    ...one,
    externalVnd: (externalVnd! * 4) / 5,
    internalVnd: (internalVnd! * 4) / 5,
  }));

/** Results of the story's cooperative in the year before the story: a small surplus, both sides adding up. */
export const yearBookLines: LineAmounts[] = [
  line('revenue', 470_000_000, 130_000_000),
  line('other-income', 24_000_000, 0),
  line('cost', 386_000_000, 118_000_000),
  line('management', 61_000_000, 7_000_000),
  line('other-cost', 5_000_000, 0),
  line('tax', 4_000_000, 0),
  line('profit', 38_000_000, 5_000_000),
];
