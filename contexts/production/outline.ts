import type { Polygon } from '#kernel/place.ts';
import { contains, crossing, isClosed, same } from '#kernel/ring.ts';
import { ringAreaM2 } from './area.ts';

type Point = Polygon['coordinates'][number][number];
type Ring = Polygon['coordinates'][number];

/** Viet Nam with its islands, generously: a swapped pair of coordinates or a wrong sign falls outside. */
export const outlineBounds = { west: 102, east: 118, south: 6, north: 24 };
export const mostCorners = 1_000;
/** A plot wider than this is a mistake in a coordinate, not a field. */
const mostDegrees = 0.5;

export type OutlineTroubleCode =
  | 'ring-not-closed'
  | 'too-few-corners'
  | 'too-many-corners'
  | 'corner-repeated'
  | 'wrong-way-round'
  | 'hole-outside'
  | 'outside-bounds'
  | 'too-large'
  | 'encloses-nothing';

const hasRepeat = (ring: Ring): boolean => ring.some((point, index) => index > 0 && same(point, ring[index - 1]!));

const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

function boundsTroubles(points: readonly Point[]): OutlineTroubleCode[] {
  const { west: w, east: e, south: s, north: n } = outlineBounds;
  const troubles: OutlineTroubleCode[] = [];
  if (points.some(([lon, lat]) => lon < w || lon > e || lat < s || lat > n)) troubles.push('outside-bounds');
  if (span(points.map(([lon]) => lon)) > mostDegrees || span(points.map(([, lat]) => lat)) > mostDegrees)
    troubles.push('too-large');
  return troubles;
}

function shapeTroubles([outer = [], ...holes]: readonly Ring[]): OutlineTroubleCode[] {
  const troubles: OutlineTroubleCode[] = [];
  if (holes.some((hole) => !contains(outer, hole[0]!))) troubles.push('hole-outside');
  if (ringAreaM2(outer) < 0 || holes.some((hole) => ringAreaM2(hole) > 0)) troubles.push('wrong-way-round');
  if (Math.abs(ringAreaM2(outer)) < 0.5) troubles.push('encloses-nothing');
  return troubles;
}

/** Seven decimals are a centimetre: what a drawn or walked outline can mean. */
const rounded = ([lon, lat]: Point): Point => [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];

export type OutlineTrouble =
  | { readonly code: OutlineTroubleCode }
  | { readonly code: 'crosses-itself'; readonly lat: number; readonly lon: number };

/** What is wrong with a plot's outline by RFC 7946, section 3.1.6, and by good sense; all of it. */
export function outlineTroubles({ coordinates: rings }: Polygon): OutlineTrouble[] {
  const points = rings.flat();
  if (points.length > mostCorners) return [{ code: 'too-many-corners' }];
  const troubles = boundsTroubles(points);
  if (!rings.every(isClosed)) troubles.push('ring-not-closed');
  if (rings.some((ring) => new Set(ring.map(String)).size < 3)) troubles.push('too-few-corners');
  if (rings.some(hasRepeat)) troubles.push('corner-repeated');
  if (troubles.length > 0) return troubles.map((code) => ({ code }));

  const crossed = crossing(rings);
  if (crossed === undefined) return shapeTroubles(rings).map((code) => ({ code }));
  const [lon, lat] = rounded(crossed);
  return [{ code: 'crosses-itself', lat, lon }];
}

const rewound = (ring: Ring, counterclockwise: boolean): Ring =>
  ringAreaM2(ring) > 0 === counterclockwise ? ring : ring.toReversed();

const withoutRepeats = (ring: Ring): Ring =>
  ring.filter((point, index) => index === 0 || !same(point, ring[index - 1]!));

/** As drawn, walked or pasted, made to keep the form's rules: closed, right-hand, no corner twice in a row. */
export function tidyOutline({ coordinates }: Polygon): Polygon {
  const rings = coordinates.map((ring, index) => {
    const plain = withoutRepeats(ring.map(rounded));
    return rewound(isClosed(plain) ? plain : [...plain, plain[0]!], index === 0);
  });
  return { type: 'Polygon', coordinates: rings };
}
