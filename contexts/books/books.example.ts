import type { UpdateValues } from './update-field.ts';

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

/** What the parameters say of the yearly update, as a test's database needs it. */
export const reportParameters = `insert into reference.parameter (key, valid_from, value, source, verified) values
  ('report.deadline', '2024-07-01', '"12-15"', 'test', true) on conflict do nothing`;
