import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { plotChangeObstacles, versionOn, type PlotVersion } from './plot.ts';

describe('what is known of a plot', () => {
  const versions: PlotVersion[] = [
    { version: 1, kind: 'recorded', validFrom: day('2024-01-01'), validUntil: null },
    { version: 2, kind: 'changed', validFrom: day('2026-01-01'), validUntil: null },
    { version: 3, kind: 'corrected', validFrom: day('2026-01-01'), validUntil: null },
  ];

  test('a correction takes the place of what it corrects; what was before stays', () => {
    expect(versionOn(versions, day('2025-06-01'))?.version).toBe(1);
    expect(versionOn(versions, day('2026-06-01'))?.version).toBe(3);
    expect(versionOn(versions, day('2023-06-01'))).toBeUndefined();
  });

  test('all reasons against a change are named', () => {
    const current: PlotVersion = {
      version: 3,
      kind: 'closed',
      validFrom: day('2026-01-01'),
      validUntil: day('2026-02-01'),
    };
    const change = {
      kind: 'closed' as const,
      seenVersion: 2,
      on: day('2025-01-01'),
      runningSeasons: 1,
      today: day('2024-01-01'),
    };
    expect(plotChangeObstacles(current, change)).toEqual([
      'changed-meanwhile',
      'closed',
      'before-the-last-change',
      'in-the-future',
      'season-running',
    ]);
  });
});
