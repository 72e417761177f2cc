import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import {
  answerUntil,
  confirmObstacles,
  correctObstacles,
  deliveryObstacles,
  disputeObstacles,
  outsideObstacles,
  splitByPromise,
} from './delivery.ts';

describe('a load', () => {
  test.each([
    [100, 1_000, { insideQty: 100, outsideQty: 0 }],
    [100, 100, { insideQty: 100, outsideQty: 0 }],
    [100, 99, { insideQty: 99, outsideQty: 1 }],
    [100, 0, { insideQty: 0, outsideQty: 100 }],
    [100, -5, { insideQty: 0, outsideQty: 100 }],
  ])('of %d with room for %d', (net, room, split) => {
    expect(splitByPromise(net, room)).toEqual(split);
  });

  test('is recorded under a signed contract, within its days, not ahead of time, and weighs more than its boxes', () => {
    const contract = { state: 'signed', from: day('2026-12-01'), until: day('2026-12-31') } as const;
    const load = { deliveredOn: day('2026-12-10'), grossQty: 100, tareQty: 10 };
    expect(deliveryObstacles(contract, load, day('2026-12-10'))).toEqual([]);
    const wrong = { deliveredOn: day('2027-01-01'), grossQty: 10, tareQty: 10 };
    expect(deliveryObstacles({ ...contract, state: 'closed' }, wrong, day('2026-12-10'))).toEqual([
      'contract-not-signed',
      'in-the-future',
      'after-the-contract',
      'nothing-but-tare',
    ]);
  });
});

describe('the answer', () => {
  const until = answerUntil(day('2026-12-10'), 3);
  const delivery = { state: 'recorded', side: 'seller', answerUntil: until, settled: false } as const;

  test('may dispute to the last day of the window, and no longer', () => {
    expect(until).toBe('2026-12-13');
    expect(disputeObstacles(delivery, 'buyer', day('2026-12-13'))).toEqual([]);
    expect(disputeObstacles(delivery, 'buyer', day('2026-12-14'))).toEqual(['window-closed']);
  });

  test('is the other side’s, and may turn a dispute into a confirmation', () => {
    expect(confirmObstacles(delivery, 'seller')).toEqual(['own-entry']);
    expect(confirmObstacles({ ...delivery, state: 'disputed' }, 'buyer')).toEqual([]);
    expect(confirmObstacles({ ...delivery, state: 'confirmed' }, 'buyer')).toEqual(['already-confirmed']);
  });

  test('what a statement has counted is no longer corrected', () => {
    expect(correctObstacles({ ...delivery, state: 'confirmed' })).toEqual([]);
    expect(correctObstacles({ ...delivery, state: 'corrected', settled: true })).toEqual(['corrected', 'settled']);
  });

  test('to surplus waits for its weight, and at market for the market’s price', () => {
    expect(outsideObstacles({ state: 'open', deliveryState: 'confirmed' }, true, true)).toEqual([]);
    expect(outsideObstacles({ state: 'returned', deliveryState: 'disputed' }, true, false)).toEqual([
      'not-open',
      'not-confirmed',
      'market-price-missing',
    ]);
  });
});
