import type { Row } from './bulk.ts';
import { seedId } from './ids.ts';
import { units } from './reference.units.ts';

type Point = readonly [lon: number, lat: number];

const reformOn = '2025-07-01';
export const madeBoundarySource =
  'Minh họa: đường giả định chia đều giữa các điểm của đơn vị, không phải ranh giới hành chính';

/** Where outlines were made up: Bình Liêu, Tiên Yên, Đầm Hà and Hải Hà. Elsewhere units have their point only. */
const districts: readonly string[] = ['198', '199', '200', '201'];
const reachDegrees = 0.1;

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** What of a convex outline is nearer to one point than to another. */
function nearer(outline: readonly Point[], own: Point, other: Point): Point[] {
  const side = ([lon, lat]: Point): number =>
    (lon - (own[0] + other[0]) / 2) * (other[0] - own[0]) + (lat - (own[1] + other[1]) / 2) * (other[1] - own[1]);
  return outline.flatMap((to, at): Point[] => {
    const from = outline.at(at - 1)!;
    const [a, b] = [side(from), side(to)];
    const kept = b <= 0 ? [to] : [];
    if (a <= 0 === b <= 0) return kept;
    const along = a / (a - b);
    return [[from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])], ...kept];
  });
}

function cellOf(own: Point): Point[] {
  const [west, east] = [own[0] - reachDegrees, own[0] + reachDegrees];
  const [south, north] = [own[1] - reachDegrees, own[1] + reachDegrees];
  let cell: Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  for (const [, , , lon, lat] of units) if (lon !== own[0] || lat !== own[1]) cell = nearer(cell, own, [lon, lat]);
  const ring = cell.map(([lon, lat]): Point => [round(lon), round(lat)]);
  return [...ring, ring[0]!];
}

/** Outlines around the points of some units, so that a map has something to draw; nobody may take them for borders. */
export function boundaryTables(province: number): (readonly [table: string, rows: readonly Row[]])[] {
  const rows = units
    .filter(([, , , , , district]) => districts.includes(district))
    .map(([code, , , lon, lat], at) => {
      const geometry = { type: 'MultiPolygon', coordinates: [[cellOf([lon, lat])]] };
      return {
        province,
        id: seedId('boundary', at + 1),
        unit_code: code,
        unit_from: reformOn,
        geometry,
        shown: geometry,
        source: madeBoundarySource,
        imported_by: seedId('account', 6),
        imported_at: '2026-11-10T10:15:00+07:00',
      };
    });
  return [['places.boundary', rows]];
}
