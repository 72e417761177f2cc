import { expect, test } from 'vitest';
import { outlinesTroubles, provinceBox } from '#contexts/places/boundary-check.ts';
import { holdsPoint } from '#contexts/places/boundary-point.ts';
import type { MultiPolygon } from '#contexts/places/boundary.ts';
import { boundaryTables } from './boundaries.ts';
import { units } from './reference.units.ts';

test('the made-up outlines are such as an import takes, each around its own unit', () => {
  const [, rows] = boundaryTables(22)[0]!;
  const outlines = rows.map((row) => ({ unit: String(row['unit_code']), geometry: row['geometry'] as MultiPolygon }));
  expect(outlines.length).toBeGreaterThan(8);
  expect(outlinesTroubles(outlines, provinceBox(units.map(([, , , lon, lat]) => [lon, lat])))).toEqual([]);
  for (const { unit, geometry } of outlines) {
    const inside = units.filter(([, , , lon, lat]) => holdsPoint(geometry, [lon, lat])).map(([code]) => code);
    expect(inside).toEqual([unit]);
  }
});
