import { crossing, same, type Position, type Ring } from '#kernel/ring.ts';
import type { MultiPolygon } from './boundary.ts';

/** Some 55 m: on a page of a whole province less than a pixel. */
export const simplifyDegrees = 0.0005;

const key = (position: Position): string => `${position[0]} ${position[1]}`;

function farthest(line: Ring): { at: number; distance: number } {
  const [a, b] = [line[0]!, line.at(-1)!];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  let found = { at: 0, distance: -1 };
  for (let at = 1; at < line.length - 1; at += 1) {
    const [x, y] = [line[at]![0] - a[0], line[at]![1] - a[1]];
    const distance = length === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
    if (distance > found.distance) found = { at, distance };
  }
  return found;
}

/** Douglas and Peucker, 1973, without recursion: a coast may have tens of thousands of corners. */
export function simplerLine(line: Ring, tolerance: number): Position[] {
  const kept = new Set([0, line.length - 1]);
  const open: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, until] = span;
    if (until - from < 2) continue;
    const { at, distance } = farthest(line.slice(from, until + 1));
    if (distance <= tolerance) continue;
    kept.add(from + at);
    open.push([from, from + at], [from + at, until]);
  }
  return line.filter((_, at) => kept.has(at));
}

/** Corners where more than two ways meet: there a border has another neighbour, and there lines are cut. */
function junctionsOf(rings: readonly Ring[]): Set<string> {
  const beside = new Map<string, Set<string>>();
  for (const ring of rings)
    for (let at = 1; at < ring.length; at += 1) {
      const [a, b] = [key(ring[at - 1]!), key(ring[at]!)];
      beside.set(a, (beside.get(a) ?? new Set()).add(b));
      beside.set(b, (beside.get(b) ?? new Set()).add(a));
    }
  return new Set([...beside].flatMap(([corner, others]) => (others.size > 2 ? [corner] : [])));
}

const before = (a: Position, b: Position): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** Both sides of a border are simplified in one direction, so that both get the same corners. */
function simplerArc(arc: Ring, tolerance: number): Position[] {
  const [first, last] = [arc[0]!, arc.at(-1)!];
  const turned = same(first, last) ? before(arc.at(-2)!, arc[1]!) : before(last, first);
  const line = simplerLine(turned ? arc.toReversed() : arc, tolerance);
  return turned ? line.toReversed() : line;
}

/** A ring without a junction begins at its westernmost corner and is cut at the one farthest from it. */
function cutsOf(ring: Ring, junctions: ReadonlySet<string>): number[] {
  const cuts = ring.flatMap((corner, at) => (at < ring.length - 1 && junctions.has(key(corner)) ? [at] : []));
  if (cuts.length > 1) return cuts;
  const open = ring.slice(0, -1);
  const start = cuts[0] ?? open.reduce((best, corner, at) => (before(corner, open[best]!) ? at : best), 0);
  const away = (corner: Position): number => Math.hypot(corner[0] - open[start]![0], corner[1] - open[start]![1]);
  const far = open.reduce((best, corner, at) => (away(corner) > away(open[best]!) ? at : best), start);
  return [start, far].toSorted((a, b) => a - b);
}

function simplerRing(ring: Ring, junctions: ReadonlySet<string>, tolerance: number): Ring {
  const cuts = cutsOf(ring, junctions);
  const open = ring.slice(0, -1);
  const arcs = cuts.map((from, index) => {
    const until = cuts[(index + 1) % cuts.length]!;
    const arc = from < until ? open.slice(from, until + 1) : [...open.slice(from), ...open.slice(0, until + 1)];
    return simplerArc(arc, tolerance);
  });
  const line = arcs.flatMap((arc) => arc.slice(0, -1));
  return [...line, line[0]!];
}

const isSound = (ring: Ring): boolean => ring.length >= 4 && crossing([ring]) === undefined;

/**
 * Fewer corners for pages, all units at once: common borders stay common, since each is simplified by itself and both
 * sides take the result. A ring that would collapse or cross itself keeps all its corners; small gaps may open there.
 */
export function simpler(all: readonly MultiPolygon[], tolerance = simplifyDegrees): MultiPolygon[] {
  const junctions = junctionsOf(all.flatMap(({ coordinates }) => coordinates.flat()));
  return all.map(({ coordinates }) => ({
    type: 'MultiPolygon',
    coordinates: coordinates.map((rings) =>
      rings.map((ring) => {
        const fewer = simplerRing(ring, junctions, tolerance);
        return isSound(fewer) ? fewer : ring;
      }),
    ),
  }));
}
