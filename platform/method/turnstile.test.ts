import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('so many are inside at a time, nobody takes all places, and who leaves lets the next one in', async () => {
  const places = new Turnstile({ most: 3, mostEach: 2, waitMs: 60_000 });
  const inside: string[] = [];
  const enter = async (who: string) => {
    const leave = await places.enter(who);
    inside.push(who);
    return leave;
  };
  const [first, , third, other, last] = ['a', 'a', 'a', 'b', 'c'].map(enter);
  await settled();
  expect(inside).toEqual(['a', 'a', 'b']);
  (await other!)();
  await settled();
  // The third of a is first in line, and has to wait for one of a's own.
  expect(inside).toEqual(['a', 'a', 'b', 'c']);
  (await first!)();
  await settled();
  expect(inside).toEqual(['a', 'a', 'b', 'c', 'a']);
  for (const leave of [third!, last!]) (await leave)();
});

test('who waits too long is told to come again, and keeps no place', async () => {
  const places = new Turnstile({ most: 1, mostEach: 1, waitMs: 1 });
  const leave = await places.enter('a');
  await expect(places.enter('b')).rejects.toMatchObject({ kind: 'unavailable', code: 'request.try-again' });
  leave();
  (await places.enter('c'))();
});
