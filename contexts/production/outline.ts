import type { Polygon } from '#kernel/place.ts';
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

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const isClosed = (ring: Ring): boolean => ring.length > 1 && same(ring[0]!, ring.at(-1)!);
const hasRepeat = (ring: Ring): boolean => ring.some((point, index) => index > 0 && same(point, ring[index - 1]!));

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const within = (a: Point, b: Point, p: Point): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly ring: number;
  readonly index: number;
  readonly last: number;
}

function meet({ from: a, to: b }: Edge, { from: c, to: d }: Edge): boolean {
  const sides = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)] as const;
  if (sides[0] !== sides[1] && sides[2] !== sides[3]) return true;
  return (
    (sides[0] === 0 && within(a, b, c)) ||
    (sides[1] === 0 && within(a, b, d)) ||
    (sides[2] === 0 && within(c, d, a)) ||
    (sides[3] === 0 && within(c, d, b))
  );
}

const areNeighbours = (one: Edge, other: Edge): boolean =>
  one.ring === other.ring &&
  (Math.abs(one.index - other.index) === 1 || Math.abs(one.index - other.index) === one.last);

/** Neighbours share a corner; they cross only when one turns back upon the other. */
function turnBack(one: Edge, other: Edge): boolean {
  const [first, second] = same(one.to, other.from) ? [one, other] : [other, one];
  if (side(first.from, first.to, second.to) !== 0) return false;
  return within(first.from, first.to, second.to) || within(second.from, second.to, first.from);
}

const edgesOf = (ring: Ring, number: number): Edge[] =>
  ring.slice(1).map((to, index) => ({ from: ring[index]!, to, ring: number, index, last: ring.length - 2 }));

const west = ({ from, to }: Edge): number => Math.min(from[0], to[0]);
const east = ({ from, to }: Edge): number => Math.max(from[0], to[0]);

/** Where two edges that meet do: the corner of one that lies on the other, or else where they cross. */
function meetingPoint({ from: a, to: b }: Edge, { from: c, to: d }: Edge): Point {
  const touching = [c, d].find((p) => side(a, b, p) === 0 && within(a, b, p));
  if (touching !== undefined) return touching;
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return a;
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
}

const corner = (one: Edge, other: Edge): Point => (same(one.to, other.from) ? one.to : one.from);

/** Where it first crosses or touches itself; sweeps from west to east, so that only edges abreast are compared. */
function crossing(rings: readonly Ring[]): Point | undefined {
  const edges = rings.flatMap(edgesOf).sort((one, other) => west(one) - west(other));
  let abreast: Edge[] = [];
  for (const edge of edges) {
    abreast = abreast.filter((other) => east(other) >= west(edge));
    const crossed = abreast.find((other) => (areNeighbours(edge, other) ? turnBack : meet)(edge, other));
    if (crossed !== undefined) return (areNeighbours(edge, crossed) ? corner : meetingPoint)(edge, crossed);
    abreast.push(edge);
  }
  return undefined;
}

function contains(ring: Ring, [lon, lat]: Point): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [aLon, aLat] = ring[index - 1]!;
    const [bLon, bLat] = ring[index]!;
    if (aLat > lat !== bLat > lat && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon) inside = !inside;
  }
  return inside;
}

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
