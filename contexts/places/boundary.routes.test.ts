import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnitCode } from '#kernel/place.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { importBoundaries, listBoundaries } from './boundary.wire.ts';
import { stopDrawing } from './index.ts';
import { makeUnits, reform } from './places.example.ts';

const here = await testDatabase();
const { as } = await testServer(here);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
let units: UnitCode[] = [];
beforeAll(async () => {
  units = await makeUnits(here.owner, 2);
});
afterAll(stopDrawing);

type Corner = [number, number];
const outline = (at: number, ring: Corner[]) => ({
  unit: { code: units[at]!, from: reform },
  geometry: { type: 'MultiPolygon' as const, coordinates: [[[...ring, ring[0]!]]] },
});

/** A coast of so many teeth that go up and down, closed far below. */
const comb = (teeth: number, south: number): Corner[] => [
  [107.3, south - 0.1],
  ...Array.from({ length: teeth }, (_, at): Corner => [
    Number((107.3 - (0.3 * at) / teeth).toFixed(6)),
    Number((south + (at % 2 === 0 ? 0 : 0.1)).toFixed(6)),
  ]),
  [107, south - 0.1],
];

test('outlines are taken all or none, and a crossing is told with its place', async () => {
  const bow: Corner[] = [
    [107, 21],
    [107.1, 21.1],
    [107.1, 21],
    [107, 21.1],
  ];
  const items = [
    outline(0, [
      [107, 21],
      [107.1, 21],
      [107.1, 21.1],
    ]),
    outline(1, bow),
  ];
  const { status, body } = await officer(importBoundaries, { source: 'bản đồ thử', items });
  expect([status, body['obstacles']]).toMatchObject([422, [{ code: 'crosses-itself', lon: 107.05, lat: 21.05 }]]);
  expect((await officer(listBoundaries, {})).body.items).toEqual([]);
  expect((await officer(importBoundaries, { source: 'bản đồ thử', items: items.slice(0, 1) })).status).toBe(200);
});

test('jagged coasts are compared beside the server, which goes on answering', async () => {
  const items = [outline(0, comb(4_000, 21)), outline(1, comb(4_000, 21.3))];
  let [longest, last] = [0, performance.now()];
  const begun = last;
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const { status } = await officer(importBoundaries, { source: 'bản đồ thử', items });
  longest = Math.max(longest, performance.now() - last);
  clearInterval(ticking);
  expect(status).toBe(200);
  expect(longest).toBeLessThan((performance.now() - begun) / 2);
});
