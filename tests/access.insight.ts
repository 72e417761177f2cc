import { units, type Cases } from './access.world.ts';

/** Rows that show accounts: the ones that are not open to all. */
const key = 'meanRevenueVnd';

export const insightCases: Cases = {
  'insight.figure.list': (side) => ({ unit: units[side] }),
  'insight.figure.get': (side) => ({ key, unit: units[side] }),
  'insight.figure.rows': (side) => ({ key, unit: units[side] }),
  'insight.figure-unit.list': () => ({ key }),
  'insight.figure.export': (side) => ({ key, unit: units[side], format: 'csv' }),
  'insight.story.list': () => ({}),
  'insight.work.list': () => ({}),
  'insight.work.export': () => ({ format: 'csv' }),
  'insight.work-count.get': () => ({}),
};
