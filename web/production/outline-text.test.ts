import { describe, expect, test } from 'vitest';
import { outlineFromText, outlineText } from './outline-text.ts';

const field = {
  type: 'Polygon',
  coordinates: [
    [
      [107.6, 21.35],
      [107.601, 21.35],
      [107.601, 21.351],
      [107.6, 21.35],
    ],
  ],
};

describe('corners as people type them', () => {
  test.each([
    ['latitude first', '21.35, 107.6\n21.35, 107.601\n21.351, 107.601'],
    ['longitude first', '107.6 21.35\n107.601 21.35\n107.601 21.351'],
    ['with decimal commas', '21,35; 107,6\n21,35; 107,601\n21,351; 107,601'],
    ['the other way round, closed, with blank lines', '21.35,107.6\n\n21.351,107.601\n21.35,107.601\n21.35,107.6\n'],
    ['as GeoJSON', JSON.stringify(field)],
    [
      'as a feature of a collection',
      JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: field }] }),
    ],
  ])('%s', (_, text) => {
    expect(outlineFromText(text)?.coordinates[0]?.map(String).sort()).toEqual(field.coordinates[0]!.map(String).sort());
  });

  test.each([
    ['two corners', '21.35, 107.6\n21.35, 107.601'],
    ['words', '21.35, 107.6\nhere\n21.36, 107.7'],
    ['broken JSON', '{"type":'],
    ['nothing', ''],
  ])('%s are no outline yet', (_, text) => {
    expect(outlineFromText(text)).toBeUndefined();
  });

  test('what is shown is what would be typed', () => {
    const outline = outlineFromText('21.35, 107.6\n21.35, 107.601\n21.351, 107.601')!;
    expect(outlineFromText(outlineText(outline))).toEqual(outline);
  });
});
