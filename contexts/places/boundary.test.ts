import { describe, expect, test } from 'vitest';
import { outlinesTroubles, provinceBox, type Outline } from './boundary-check.ts';
import { EdgeIndex } from './boundary-index.ts';
import { mostTroubles } from './boundary-overlap.ts';
import { holdsPoint, middleOf } from './boundary-point.ts';
import { readBoundaries } from './boundary-read.ts';
import { simpler, simplerLine } from './boundary-simplify.ts';
import type { Position } from '#kernel/ring.ts';
import type { MultiPolygon } from './boundary.ts';

type Corners = [number, number][];

/** A square of a tenth of a degree whose south-west corner is so many tenths from 107 E, 21 N. */
const square = (x: number, y: number, size = 1): Corners =>
  (
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ] as Corners
  ).map(([lon, lat]) => [Number((107 + lon / 10).toFixed(6)), Number((21 + lat / 10).toFixed(6))]);
const shape = (...rings: Corners[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [rings] });
const outline = (unit: string, ...rings: Corners[]): Outline => ({ unit, geometry: shape(...rings) });
const box = provinceBox([
  [107, 21],
  [107.5, 21.3],
]);
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('reading a file of outlines', () => {
  test('polygons and multipolygons with what might name a unit', () => {
    const { features, troubles } = readBoundaries(
      file(
        feature({ type: 'Polygon', coordinates: [square(0, 0)] }, { MA_XA: 6895, TEN_XA: 'Đầm Hà' }),
        feature({ type: 'MultiPolygon', coordinates: [[square(2, 0)], [square(4, 0)]] }, { code: '06913' }),
      ),
    );
    expect(troubles).toEqual([]);
    expect(features.map(({ code, name }) => [code, name])).toEqual([
      ['06895', 'Đầm Hà'],
      ['06913', null],
    ]);
    expect(features[1]!.geometry.coordinates).toHaveLength(2);
  });

  test('what can be put right is, and told: direction, an open ring, a corner twice, heights, too many decimals', () => {
    const ring = square(0, 0).toReversed().slice(0, -1) as number[][];
    ring[1] = [...ring[1]!, 12];
    ring.splice(2, 0, ring[2]!);
    ring[0] = [ring[0]![0]! + 1e-9, ring[0]![1]!];
    const { features, mended } = readBoundaries(file(feature({ type: 'Polygon', coordinates: [ring] })));
    expect(mended).toEqual({ rewound: 1, rounded: 1, closed: 1, repeated: 1, heights: 1 });
    expect(outlinesTroubles([{ unit: 'a', geometry: features[0]!.geometry }], box)).toEqual([]);
  });

  test.each([
    ['not-json', '{'],
    ['not-a-collection', '{"type":"Feature"}'],
    ['not-a-collection', 'null'],
    ['nothing-in-it', file()],
    [
      'other-reference-system',
      JSON.stringify({ type: 'FeatureCollection', crs: { properties: { name: 'EPSG:3405' } }, features: [{}] }),
    ],
    ['not-a-feature', file(null)],
    ['not-a-polygon', file(feature({ type: 'Point', coordinates: [107, 21] }))],
    ['not-a-polygon', file(feature(null))],
    ['not-positions', file(feature({ type: 'Polygon', coordinates: [[['107', '21']]] }))],
    ['not-positions', file(feature({ type: 'Polygon', coordinates: [] }))],
    ['not-positions', file(feature({ type: 'MultiPolygon', coordinates: 7 }))],
    [
      'too-many-corners',
      file(
        feature({ type: 'Polygon', coordinates: [Array.from({ length: 60_001 }, (_, at) => [107 + at / 1e6, 21])] }),
      ),
    ],
  ])('%s', (code, text) => expect(readBoundaries(text)).toMatchObject({ features: [], troubles: [{ code }] }));
});

describe('outlines are refused with the place', () => {
  const bowtie: Corners = [
    [107, 21],
    [107.1, 21.1],
    [107.1, 21],
    [107, 21.1],
    [107, 21],
  ];
  const exchanged = square(0, 0).map(([lon, lat]): [number, number] => [lat, lon]);
  test.each([
    ['crosses-itself', [outline('a', bowtie)], { unit: 'a', polygon: 1, ring: 1, lon: 107.05, lat: 21.05 }],
    ['crosses-itself', [outline('a', square(0, 0), square(0.5, 0.5).toReversed())], { unit: 'a' }],
    ['hole-outside', [outline('a', square(0, 0), square(2, 0).toReversed())], { ring: 2, lon: 107.2, lat: 21 }],
    ['outside-province', [outline('a', square(0, 0), square(30, 0).toReversed())], { ring: 2, lon: 110 }],
    ['perhaps-exchanged', [outline('a', exchanged)], { lon: 21, lat: 107 }],
    ['wrong-way-round', [outline('a', square(0, 0).toReversed())], { unit: 'a', ring: 1 }],
    ['ring-open', [outline('a', square(0, 0).slice(0, -1))], { unit: 'a' }],
    [
      'ring-too-short',
      [
        outline('a', [
          [107, 21],
          [107.1, 21],
          [107, 21],
        ]),
      ],
      { unit: 'a' },
    ],
    [
      'overlaps-neighbour',
      [outline('a', square(0, 0)), outline('b', square(0.5, 0))],
      { unit: 'a', other: 'b', lat: expect.any(Number) },
    ],
    ['overlaps-neighbour', [outline('a', square(0, 0)), outline('b', square(0, 0))], { unit: 'a', other: 'b' }],
    ['overlaps-neighbour', [outline('a', square(0, 0, 3)), outline('b', square(1, 1))], { unit: 'a', other: 'b' }],
  ])('%s', (code, outlines, place) => {
    expect(outlinesTroubles(outlines, box)[0]).toMatchObject({ code, ...place });
  });

  test('two parts of one unit that cover each other', () => {
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: [[square(0, 0)], [square(0.2, 0.2, 0.5)]] };
    expect(outlinesTroubles([{ unit: 'a', geometry }], box)[0]).toMatchObject({ code: 'polygons-overlap', unit: 'a' });
  });

  test('neighbours with a common border, or less than the tolerance over it, are sound', () => {
    const over = square(1, 0).map(([lon, lat]): [number, number] => [lon === 107.1 ? 107.0995 : lon, lat]);
    expect(outlinesTroubles([outline('a', square(0, 0)), outline('b', square(1, 0))], box)).toEqual([]);
    expect(outlinesTroubles([outline('a', square(0, 0)), outline('b', over)], box)).toEqual([]);
    const enclave = [outline('a', square(0, 0, 3), square(1, 1).toReversed()), outline('b', square(1, 1))];
    expect(outlinesTroubles(enclave, box).map(({ code }) => code)).not.toContain('overlaps-neighbour');
  });
});

describe('many polygons', () => {
  const stairs = (count: number, apart: number): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: Array.from({ length: count }, (_, at) => {
      const from = at * apart;
      const path = Array.from({ length: 16 }, (__, step): Position => [
        106 + from + (1.5 * step) / 15,
        20 - from + (1.5 * step) / 15 + (step % 2) * 1e-6,
      ]);
      const back = path.map(([lon, lat]): Position => [lon - 0.0001, lat + 0.0001]).toReversed();
      return [[...path, ...back, path[0]!]];
    }),
  });
  const around = { west: 100, east: 112, south: 15, north: 26 };

  // Pair by pair these took minutes, and the import was told to be too complex.
  test('thousands that cover one another are told within seconds, as many as help', () => {
    const boxes = Array.from({ length: 2_000 }, (_, at) => [square(at / 1_000, at / 1_000, 3)]);
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: boxes };
    const began = performance.now();
    const troubles = outlinesTroubles([{ unit: 'a', geometry }], around);
    expect(troubles).toHaveLength(mostTroubles);
    expect(new Set(troubles.map(({ code }) => code))).toEqual(new Set(['polygons-overlap']));
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('thousands that lie side by side aslant are found sound within seconds', () => {
    const began = performance.now();
    expect(outlinesTroubles([{ unit: 'a', geometry: stairs(300, 0.002) }], around)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test.each([
    ['from west to east', (at: number, far: number): Position => [107 + far, 21 + at / 1e5]],
    ['from south to north', (at: number, far: number): Position => [107 + at / 1e5, 21 + far]],
  ])('one long ring that runs to and fro %s is found sound within seconds', (_, place) => {
    const zigzag = Array.from({ length: 20_000 }, (__, at) => place(at, at % 2 === 0 ? 0.01 : 0.4));
    const ring = [...zigzag, place(20_000, 0.5), place(-1, 0.5), zigzag[0]!];
    const geometry = readBoundaries(file(feature({ type: 'Polygon', coordinates: [ring] }))).features[0]!.geometry;
    const began = performance.now();
    expect(outlinesTroubles([{ unit: 'a', geometry }], around)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test('a point is inside, in a hole, or outside', () => {
  const ring = shape(square(0, 0, 3), square(1, 1).toReversed());
  expect(holdsPoint(ring, [107.05, 21.05])).toBe(true);
  expect(holdsPoint(ring, [107.15, 21.15])).toBe(false);
  expect(holdsPoint(ring, [107.5, 21.05])).toBe(false);
  const metres = 0.05 * 111_320 * Math.cos((21.05 * Math.PI) / 180);
  const index = new EdgeIndex(ring.coordinates);
  expect(index.bordering([107.05, 21.05], metres + 5)).toEqual(new Set([0]));
  expect(index.bordering([107.05, 21.05], metres - 5)).toEqual(new Set());
  expect(holdsPoint(ring, middleOf({ coordinates: ring.coordinates[0]! })!)).toBe(true);
});

describe('fewer corners', () => {
  const wave = (from: number): Position[] =>
    Array.from({ length: 101 }, (_, at): Position => [107.1 + (at % 2 ? 0.0001 : 0), from + at / 1_000]);
  test('a nearly straight line keeps its ends', () => {
    expect(simplerLine(wave(21), 0.0005)).toEqual([wave(21)[0], wave(21).at(-1)]);
  });

  test('a common border stays common', () => {
    const border = wave(21);
    const [south, north] = [border[0]!, border.at(-1)!];
    const west: Position[] = [[107, 21], ...border, [107, 21.1], [107, 21]];
    const east: Position[] = [[107.2, 21.1], ...border.toReversed(), [107.2, 21], [107.2, 21.1]];
    const [a, b] = simpler([
      { type: 'MultiPolygon', coordinates: [[west]] },
      { type: 'MultiPolygon', coordinates: [[east]] },
    ]);
    const corners = (one: MultiPolygon) => one.coordinates[0]![0]!.map(String);
    expect(corners(a!).length).toBeLessThan(10);
    for (const end of [south, north]) {
      expect(corners(a!)).toContain(String(end));
      expect(corners(b!)).toContain(String(end));
    }
    expect(
      outlinesTroubles(
        [a!, b!].map((geometry, at) => ({ unit: String(at), geometry })),
        box,
      ),
    ).toEqual([]);
  });

  test('what would collapse keeps its corners', () => {
    const tiny = square(0, 0, 0.001);
    expect(simpler([shape(tiny)])[0]!.coordinates[0]![0]).toHaveLength(5);
  });
});
