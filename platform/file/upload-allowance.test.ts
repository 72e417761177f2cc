import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { UploadAllowance } from './upload-allowance.ts';

const limits = { mostBytes: 100, mostFiles: 5, windowMs: 60, mostAtOnce: 2, mostBytesAtOnce: 80 };

test('however files come, no account sends more within a window than it may, nor is more taken in at once', () => {
  const step = fc.record({
    account: fc.constantFrom('a', 'b', 'c'),
    bytes: fc.integer({ min: 1, max: 60 }),
    after: fc.integer({ min: 0, max: 30 }),
    isDone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const allowance = new UploadAllowance(limits);
      const granted: { account: string; bytes: number; at: number; release?: () => void }[] = [];
      let now = 0;
      for (const { account, bytes, after, isDone } of steps) {
        now += after;
        const allowed = allowance.take(account, bytes, now);
        if ('release' in allowed) granted.push({ account, bytes, at: now, release: allowed.release });
        else {
          expect(allowed.retryAfterMs).toBeGreaterThan(0);
          if (allowed.isMine && allowed.retryAfterMs !== 1_000) expect(allowed.retryAfterMs).toBeLessThanOrEqual(60);
        }
        const running = granted.filter(({ release }) => release !== undefined);
        expect(running.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThanOrEqual(limits.mostBytesAtOnce);
        expect(running.filter((one) => one.account === account).length).toBeLessThanOrEqual(limits.mostAtOnce);
        const late = granted.filter((one) => one.account === account && now - one.at < limits.windowMs);
        expect(late.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThanOrEqual(limits.mostBytes);
        expect(late.length).toBeLessThanOrEqual(limits.mostFiles);
        if (isDone)
          for (const one of running) {
            one.release?.();
            one.release?.();
            delete one.release;
          }
      }
    }),
  );
});

test('who waits as long as was said gets through, and another account is not held up by it', () => {
  const allowance = new UploadAllowance(limits);
  const take = (account: string, bytes: number, now: number) => {
    const allowed = allowance.take(account, bytes, now);
    if ('release' in allowed) allowed.release();
    return allowed;
  };
  take('a', 60, 0);
  take('a', 40, 10);
  const refused = take('a', 50, 20);
  expect(refused).toEqual({ retryAfterMs: 40, isMine: true });
  expect(take('b', 50, 20)).toHaveProperty('release');
  expect(take('a', 50, 60)).toHaveProperty('release');
});
