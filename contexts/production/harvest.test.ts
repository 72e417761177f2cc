import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { harvestHolds, harvestObstacles, type HarvestFacts, type InputUse } from './harvest.ts';

describe('the pre-harvest interval', () => {
  const spray: InputUse = {
    entry: 'e',
    input: 'Dầu neem',
    activeIngredient: 'Azadirachtin',
    usedOn: day('2026-09-01'),
    phiDays: 5,
    phiVerified: false,
    verdict: 'allowed',
    sameSeason: true,
  };
  const facts: HarvestFacts = {
    harvestedOn: day('2026-09-06'),
    uses: [spray],
    openStages: [],
    yearQty: 1_000_000,
    mostYield: 16_600_000,
    areaM2: 10_000,
  };

  test('is over on the day the label says, and not a day sooner', () => {
    expect(harvestHolds(facts)).toEqual([]);
    expect(harvestHolds({ ...facts, harvestedOn: day('2026-09-05') })).toEqual([
      {
        code: 'within-pre-harvest-interval',
        entry: 'e',
        input: 'Dầu neem',
        usedOn: '2026-09-01',
        phiDays: 5,
        earliestOn: '2026-09-06',
        verified: false,
      },
    ]);
  });

  test('of an earlier, longer spray holds even when a later one is over', () => {
    const longer = { ...spray, entry: 'older', usedOn: day('2026-08-25'), phiDays: 14 };
    expect(harvestHolds({ ...facts, uses: [longer, spray] })).toMatchObject([
      { entry: 'older', earliestOn: '2026-09-08' },
    ]);
  });

  test('a spray after the harvest says nothing about it', () => {
    expect(harvestHolds({ ...facts, harvestedOn: day('2026-08-31') })).toEqual([]);
  });

  test('counts whatever the season; a forbidden input counts in its own', () => {
    const before = { ...spray, sameSeason: false, verdict: 'banned' as const, phiDays: 30 };
    expect(harvestHolds({ ...facts, uses: [before] }).map(({ code }) => code)).toEqual(['within-pre-harvest-interval']);
    expect(harvestHolds({ ...facts, uses: [{ ...before, sameSeason: true }] }).map(({ code }) => code)).toEqual([
      'within-pre-harvest-interval',
      'banned-input',
    ]);
  });

  test('a plot may give what its area can, and not a gram more', () => {
    expect(harvestHolds({ ...facts, yearQty: 16_600_000 })).toEqual([]);
    expect(harvestHolds({ ...facts, yearQty: 16_600_001 })).toEqual([
      { code: 'yield-implausible', yearQty: 16_600_001, mostQty: 16_600_000 },
    ]);
    expect(harvestHolds({ ...facts, yearQty: 16_600_001, mostYield: null })).toEqual([]);
  });

  test('stages that nobody signed off hold the harvest back', () => {
    expect(harvestHolds({ ...facts, openStages: ['care'] })).toEqual([{ code: 'stage-not-signed-off', stage: 'care' }]);
  });

  test('what cannot be a harvest of the season is refused with all reasons', () => {
    expect(
      harvestObstacles({
        harvestedOn: day('2027-01-01'),
        season: { startedOn: day('2027-02-01'), state: 'closed' },
        varietyFits: false,
        today: day('2026-11-23'),
      }),
    ).toEqual(['season-not-running', 'before-the-season', 'in-the-future', 'variety-of-another-commodity']);
  });
});
