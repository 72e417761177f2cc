import { describe, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { boundaryFile } from './boundary-file.ts';

const unit = (code: string, name: string, kind: UnitKind = 'commune') => ({
  code: code as UnitCode,
  from: '2025-07-01' as Day,
  name,
  kind,
  lon: 107.1,
  lat: 21,
});
const units = [unit('06652', 'Hà Tu', 'ward'), unit('06658', 'Cao Xanh', 'ward'), unit('06799', 'Hải Hòa')];
const withTwo = [...units, unit('06712', 'Hải Hòa', 'ward')];

const square = (lon: number, lat: number) => [
  [lon, lat],
  [lon + 0.05, lat],
  [lon + 0.05, lat + 0.05],
  [lon, lat + 0.05],
  [lon, lat],
];
const bowtie = [
  [107.1, 21],
  [107.2, 21.1],
  [107.2, 21],
  [107.1, 21.1],
  [107.1, 21],
];
const feature = (properties: object, ring: number[][] = square(107.1, 21)) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const read = (features: object[], known = units) =>
  boundaryFile('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }), known);

describe('a file of boundaries', () => {
  test('a code names its unit, also where a sheet took its zero; a name does with or without its kind and marks', () => {
    const { matched, fileTroubles } = read([
      feature({ ma_xa: '6652' }),
      feature({ ten_xa: 'Phường Cao Xanh' }, square(107.2, 21)),
      feature({ ten_xa: 'HAI HOA' }, square(107.3, 21)),
    ]);
    expect(matched.map(({ unit: { code }, by }) => [code, by])).toEqual([
      ['06652', 'byCode'],
      ['06658', 'byName'],
      ['06799', 'byName'],
    ]);
    expect(fileTroubles).toEqual([]);
  });

  test('a name of two units, of none, a wrong code and a second outline are told, never guessed', () => {
    const { fileTroubles } = read(
      [
        feature({ ten_xa: 'Hải Hòa' }),
        feature({ ten_xa: 'Nơi khác' }),
        feature({ ma_xa: '99999', ten_xa: 'Hà Tu' }),
        feature({ ma_xa: '06658' }, square(107.2, 21)),
        feature({ ma_xa: '06658' }, square(107.3, 21)),
      ],
      withTwo,
    );
    expect(fileTroubles.map(({ code, feature: number }) => [code, number])).toEqual([
      ['with-two', 1],
      ['without-unit', 2],
      ['without-unit', 3],
      ['same-unit', 5],
    ]);
  });

  test('a self-crossing is told with its place, by the name of the unit', () => {
    const { troubles } = read([feature({ ma_xa: '06652' }, bowtie)]);
    expect(troubles).toMatchObject([{ code: 'crosses-itself', unit: 'Hà Tu', lon: 107.15, lat: 21.05 }]);
  });

  test('what is no GeoJSON is told as that', () => {
    expect(boundaryFile('a.txt', 'abc', units).fileTroubles).toMatchObject([{ code: 'not-json', feature: null }]);
  });
});
