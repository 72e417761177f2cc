import { contains, crossing, isClosed, type Position, type Ring } from '#kernel/ring.ts';
import { overlaps } from './boundary-overlap.ts';
import { boxOf, inBox, type Box } from './boundary-point.ts';
import { signedArea } from './boundary-read.ts';
import type { MultiPolygon } from './boundary.ts';

export const boundaryTroubles = [
  'ring-too-short',
  'ring-open',
  'outside-province',
  'perhaps-exchanged',
  'encloses-nothing',
  'wrong-way-round',
  'crosses-itself',
  'hole-outside',
  'polygons-overlap',
  'overlaps-neighbour',
] as const;

/** What is wrong, and where: which unit, which polygon and ring of it from 1, and the place. */
export interface BoundaryTrouble {
  readonly code: (typeof boundaryTroubles)[number];
  readonly unit: string;
  readonly polygon: number;
  readonly ring: number;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly other: string | null;
}

export interface Outline {
  /** What it is told as: the unit's code. */
  readonly unit: string;
  readonly geometry: MultiPolygon;
}

/** Around the points known of a province: islands lie far out, other provinces farther. */
const marginDegrees = 0.75;
/** Viet Nam with its islands, where no point of a unit is known. */
const country: Box = { west: 102, east: 118, south: 6, north: 24 };

export function provinceBox(points: readonly Position[]): Box {
  if (points.length === 0) return country;
  const { west, south, east, north } = boxOf(points);
  return {
    west: west - marginDegrees,
    south: south - marginDegrees,
    east: east + marginDegrees,
    north: north + marginDegrees,
  };
}

const shown = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const told = (
  code: BoundaryTrouble['code'],
  where: { unit: string; polygon: number; ring: number; other?: string },
  at?: Position | null,
): BoundaryTrouble => ({
  code,
  unit: where.unit,
  polygon: where.polygon + 1,
  ring: where.ring + 1,
  lon: at === undefined || at === null ? null : shown(at[0]),
  lat: at === undefined || at === null ? null : shown(at[1]),
  other: where.other ?? null,
});

function ringTroubles(ring: Ring, where: { unit: string; polygon: number; ring: number }, box: Box): BoundaryTrouble[] {
  const first = ring[0];
  if (new Set(ring.map(String)).size < 3) return [told('ring-too-short', where, first)];
  if (!isClosed(ring)) return [told('ring-open', where, first)];
  const outside = ring.find((position) => !inBox(box, position));
  if (outside !== undefined)
    return [told(inBox(box, [outside[1], outside[0]]) ? 'perhaps-exchanged' : 'outside-province', where, outside)];
  const crossed = crossing([ring]);
  if (crossed !== undefined) return [told('crosses-itself', where, crossed)];
  const area = signedArea(ring);
  if (area === 0) return [told('encloses-nothing', where, first)];
  return area > 0 === (where.ring === 0) ? [] : [told('wrong-way-round', where, first)];
}

function polygonTroubles(
  rings: readonly Ring[],
  where: { unit: string; polygon: number },
  box: Box,
): BoundaryTrouble[] {
  const troubles = rings.flatMap((ring, at) => ringTroubles(ring, { ...where, ring: at }, box));
  if (troubles.length > 0) return troubles;
  const [outer = [], ...holes] = rings;
  const away = holes.findIndex((hole) => !contains(outer, hole[0]!));
  if (away >= 0) return [told('hole-outside', { ...where, ring: away + 1 }, holes[away]![0])];
  const crossed = rings.length > 1 ? crossing(rings) : undefined;
  return crossed === undefined ? [] : [told('crosses-itself', { ...where, ring: 0 }, crossed)];
}

/** Polygons of one unit first, then units and their neighbours. */
function overlapTroubles(outlines: readonly Outline[]): BoundaryTrouble[] {
  const found = overlaps(outlines.map(({ geometry }) => geometry));
  return found
    .toSorted((a, b) => Number(a.one.outline !== a.other.outline) - Number(b.one.outline !== b.other.outline))
    .map(({ one, other, place }) => {
      const { unit } = outlines[one.outline]!;
      if (one.outline === other.outline)
        return told('polygons-overlap', { unit, polygon: one.polygon, ring: 0 }, place);
      return told('overlaps-neighbour', { unit, polygon: 0, ring: 0, other: outlines[other.outline]!.unit }, place);
    });
}

/** All that is wrong with outlines, by RFC 7946 and by good sense; neighbours are compared once each is sound by itself. */
export function outlinesTroubles(outlines: readonly Outline[], box: Box): BoundaryTrouble[] {
  const own = outlines.flatMap(({ unit, geometry }) =>
    geometry.coordinates.flatMap((rings, polygon) => polygonTroubles(rings, { unit, polygon }, box)),
  );
  if (own.length > 0) return own;
  return overlapTroubles(outlines);
}
