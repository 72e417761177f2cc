import { contains, type Position, type Ring } from '#kernel/ring.ts';
import type { MultiPolygon } from './boundary.ts';

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(points: readonly Position[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
export const inBox = ({ west, south, east, north }: Box, [lon, lat]: Position): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north;

const inPolygon = ([outer = [], ...holes]: readonly Ring[], point: Position): boolean =>
  contains(outer, point) && !holes.some((hole) => contains(hole, point));

export const holdsPoint = ({ coordinates }: MultiPolygon, point: Position): boolean =>
  coordinates.some((polygon) => inPolygon(polygon, point));

/** A point inside: the middle of the widest stretch of the parallel through the middle. */
export function middleOf({ coordinates }: { readonly coordinates: readonly Ring[] }): Position | null {
  const box = boxOf(coordinates[0] ?? []);
  const lat = (box.south + box.north) / 2 + (box.north - box.south) * 1e-7;
  const cuts = coordinates
    .flatMap((ring) =>
      ring.slice(1).flatMap((to, index): number[] => {
        const from = ring[index]!;
        if (from[1] > lat === to[1] > lat) return [];
        return [from[0] + ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1])];
      }),
    )
    .toSorted((a, b) => a - b);
  let widest: Position | null = null;
  let width = 0;
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const [west, east] = [cuts[at]!, cuts[at + 1]!];
    if (east - west <= width) continue;
    width = east - west;
    widest = [(west + east) / 2, lat];
  }
  return widest;
}
