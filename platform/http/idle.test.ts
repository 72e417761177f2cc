import { setTimeout as wait } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { collector, tidyWhenIdle } from './idle.ts';

test('memory goes back once nobody asks any more; a monitor’s probes do not hold it', async () => {
  const server = fastify();
  let tidied = 0;
  tidyWhenIdle(server, 60, () => (tidied += 1));
  server.get('/work', async () => 'done');
  server.get('/healthz', async () => 'ok');
  for (let asked = 0; asked < 4; asked += 1) {
    await server.inject('/work');
    await wait(20);
  }
  expect(tidied).toBe(0);
  for (let asked = 0; asked < 6; asked += 1) {
    await server.inject('/healthz');
    await wait(20);
  }
  expect(tidied).toBe(1);
  await server.close();
});

test('what V8 is asked for is there', () => {
  const before = process.memoryUsage().heapUsed;
  let kept: unknown = Array.from({ length: 1_000_000 }, (_, index) => ({ index }));
  expect(process.memoryUsage().heapUsed).toBeGreaterThan(before);
  const full = process.memoryUsage().heapUsed;
  kept = undefined;
  collector()({ type: 'major', flavor: 'last-resort' });
  expect(kept).toBeUndefined();
  expect(process.memoryUsage().heapUsed).toBeLessThan(full - 10_000_000);
});
