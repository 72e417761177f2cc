import { describe, expect, test } from 'vitest';
import type { Polygon } from '#kernel/place.ts';
import { areaDifferenceBp, polygonAreaM2 } from './area.ts';
import { outlineTroubles, tidyOutline } from './outline.ts';

type Points = [number, number][];
const polygon = (...rings: Points[]): Polygon => ({ type: 'Polygon', coordinates: rings });

/** About one hectare near Đầm Hà. */
const hectare: Points = [
  [107.6, 21.35],
  [107.600965, 21.35],
  [107.600965, 21.350903],
  [107.6, 21.350903],
  [107.6, 21.35],
];
const inner: Points = [
  [107.6002, 21.3502],
  [107.6002, 21.3504],
  [107.6004, 21.3504],
  [107.6004, 21.3502],
  [107.6002, 21.3502],
];

describe('an outline is what RFC 7946 says and a field can be', () => {
  test('a closed, right-hand outline is taken', () => {
    expect(outlineTroubles(polygon(hectare))).toEqual([]);
    expect(outlineTroubles(polygon(hectare, inner))).toEqual([]);
  });

  test.each<[string, Polygon, string[]]>([
    ['left open', polygon(hectare.slice(0, -1)), ['ring-not-closed']],
    ['drawn clockwise', polygon(hectare.toReversed()), ['wrong-way-round']],
    ['a hole drawn counterclockwise', polygon(hectare, inner.toReversed()), ['wrong-way-round']],
    ['a bow tie', polygon([hectare[0]!, hectare[2]!, hectare[1]!, hectare[3]!, hectare[0]!]), ['crosses-itself']],
    [
      'a spike that turns back upon itself',
      polygon([hectare[0]!, hectare[1]!, [107.602, 21.35], hectare[1]!, hectare[2]!, hectare[3]!, hectare[0]!]),
      ['crosses-itself'],
    ],
    [
      'an edge that touches another',
      polygon([hectare[0]!, hectare[1]!, hectare[2]!, [107.6005, 21.35], hectare[3]!, hectare[0]!]),
      ['crosses-itself'],
    ],
    [
      'a hole beside the field',
      polygon(
        hectare,
        inner.map(([lon, lat]) => [lon + 0.01, lat] as [number, number]),
      ),
      ['hole-outside'],
    ],
    [
      'two corners only',
      polygon([hectare[0]!, hectare[1]!, hectare[0]!, hectare[0]!]),
      ['too-few-corners', 'corner-repeated'],
    ],
    [
      'off the coast of Africa',
      polygon(hectare.map(([lon, lat]) => [lon - 107, lat] as [number, number])),
      ['outside-bounds'],
    ],
    [
      'as wide as a province',
      polygon([
        [107, 21],
        [107.9, 21],
        [107.9, 21.2],
        [107, 21],
      ]),
      ['too-large'],
    ],
  ])('%s is refused', (_, outline, troubles) => {
    expect(outlineTroubles(outline).map(({ code }) => code)).toEqual(troubles);
  });

  test('an outline of more corners than a field has is refused before it is looked at', () => {
    const many = Array.from({ length: 1_200 }, (_, index): [number, number] => [107.6 + index / 1e6, 21.35]);
    expect(outlineTroubles(polygon(many))).toEqual([{ code: 'too-many-corners' }]);
  });

  test.each<[string, Points, [number, number]]>([
    [
      'a bow tie, in its middle',
      [hectare[0]!, hectare[2]!, hectare[1]!, hectare[3]!, hectare[0]!],
      [107.6004825, 21.3504515],
    ],
    [
      'an edge touched by a corner, at the corner',
      [hectare[0]!, hectare[1]!, hectare[2]!, [107.6005, 21.35], hectare[3]!, hectare[0]!],
      [107.6005, 21.35],
    ],
    [
      'a spike, at its point',
      [hectare[0]!, hectare[1]!, [107.602, 21.35], hectare[1]!, hectare[2]!, hectare[3]!, hectare[0]!],
      [107.600965, 21.35],
    ],
  ])('says where it crosses: %s', (_, ring, [lon, lat]) => {
    expect(outlineTroubles(polygon(ring))).toEqual([{ code: 'crosses-itself', lat, lon }]);
  });

  test('a hasty drawing is closed, turned and rid of doubles before it is sent', () => {
    const hasty = [hectare[0]!, hectare[3]!, hectare[3]!, hectare[2]!, hectare[1]!];
    expect(outlineTroubles(polygon(hasty))).not.toEqual([]);
    expect(outlineTroubles(tidyOutline(polygon(hasty)))).toEqual([]);
  });
});

describe('the area an outline encloses on the ellipsoid', () => {
  test('a degree square at the equator and one at 45 degrees north', () => {
    // GeographicLib's geodesic areas; its meridians and parallels as here, within 0.02 %.
    expect(
      polygonAreaM2(
        polygon([
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ]),
      ),
    ).toBeCloseTo(12_308_778_361, -7);
    const north = polygonAreaM2(
      polygon([
        [0, 45],
        [1, 45],
        [1, 46],
        [0, 46],
        [0, 45],
      ]),
    );
    expect(north / 8_687_000_000).toBeCloseTo(1, 2);
  });

  test('a hundred metres by a hundred metres is a hectare, to the square metre in a thousand', () => {
    expect(Math.abs(polygonAreaM2(polygon(hectare)) - 10_000)).toBeLessThan(20);
    expect(polygonAreaM2(polygon(hectare, inner))).toBeLessThan(polygonAreaM2(polygon(hectare)) - 400);
  });

  test('the difference to the declared area is told, not swallowed', () => {
    expect(areaDifferenceBp(10_000, 10_500)).toBe(500);
    expect(areaDifferenceBp(10_000, 9_000)).toBe(-1_000);
  });
});
