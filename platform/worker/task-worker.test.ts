import { afterEach, expect, test } from 'vitest';
import { TaskWorker } from '#platform/worker/task-worker.ts';

const thread = new URL('./task-worker.test-thread.ts', import.meta.url);
const codes = { timeout: 'x.timeout', memory: 'x.memory', busy: 'x.busy' };
const make = (more: object = {}) =>
  new TaskWorker<{ act: string; value?: unknown }, unknown>({
    module: thread,
    timeoutMs: 1_000,
    idleMs: 100,
    mostQueued: 3,
    codes,
    ...more,
  });
let worker = make();
afterEach(() => worker.stop());

test('tasks are answered in order, one at a time', async () => {
  worker = make();
  expect(await Promise.all([1, 2, 3].map((value) => worker.run({ act: 'echo', value })))).toEqual([1, 2, 3]);
});

test('a refusal crosses over as a Problem, another failure as an error, and work goes on', async () => {
  worker = make();
  await expect(worker.run({ act: 'refuse' })).rejects.toMatchObject({
    kind: 'unprocessable',
    code: 'x.no',
    details: { at: 'A1' },
  });
  await expect(worker.run({ act: 'break' })).rejects.toThrow('broken');
  expect(await worker.run({ act: 'echo', value: 4 })).toBe(4);
});

test('a large result comes in pieces, in order, before the answer', async () => {
  worker = make();
  const parts: unknown[] = [];
  expect(await worker.run({ act: 'parts', value: 500 }, { onPart: (part) => parts.push(part) })).toBe('all');
  expect(parts).toEqual(Array.from({ length: 500 }, (_, part) => part));
});

test('a task that never ends is ended, and the next one gets a fresh thread', async () => {
  worker = make({ timeoutMs: 300 });
  const endless = worker.run({ act: 'spin' });
  const next = worker.run({ act: 'echo', value: 5 });
  await expect(endless).rejects.toMatchObject({ code: 'x.timeout' });
  expect(await next).toBe(5);
});

test('a task that eats all memory ends alone', async () => {
  worker = make({ timeoutMs: 20_000, limits: { maxOldGenerationSizeMb: 40, maxYoungGenerationSizeMb: 8 } });
  await expect(worker.run({ act: 'eat' })).rejects.toMatchObject({ code: 'x.memory' });
  expect(await worker.run({ act: 'echo', value: 6 })).toBe(6);
});

test('more than may wait is refused', async () => {
  worker = make();
  const all = await Promise.allSettled(Array.from({ length: 6 }, (_, value) => worker.run({ act: 'echo', value })));
  expect(all.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(all[5]).toMatchObject({ reason: { code: 'x.busy' } });
});

test('a thread without work is let go, and comes back', async () => {
  worker = make({ idleMs: 20 });
  const first = await worker.run({ act: 'which' });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await worker.run({ act: 'which' })).not.toBe(first);
});
