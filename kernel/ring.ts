/** A position of GeoJSON: longitude before latitude. */
export type Position = [number, number];
export type Ring = readonly Position[];

export const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];
export const isClosed = (ring: Ring): boolean => ring.length > 1 && same(ring[0]!, ring.at(-1)!);

const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const within = (a: Position, b: Position, p: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

interface Edge {
  readonly from: Position;
  readonly to: Position;
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

/** Along one axis: 0 from west to east, 1 from south to north. */
type Axis = 0 | 1;
const start = ({ from, to }: Edge, axis: Axis): number => Math.min(from[axis], to[axis]);
const end = ({ from, to }: Edge, axis: Axis): number => Math.max(from[axis], to[axis]);
const areAbreast = (one: Edge, other: Edge, axis: Axis): boolean =>
  start(one, axis) <= end(other, axis) && start(other, axis) <= end(one, axis);

/** The axis along which the edges are shorter, measured by all of them: fewer lie abreast. */
function axisOf(edges: readonly Edge[]): Axis {
  const share = (axis: Axis): number => {
    let [least, most, sum] = [Infinity, -Infinity, 0];
    for (const edge of edges) {
      least = Math.min(least, start(edge, axis));
      most = Math.max(most, end(edge, axis));
      sum += end(edge, axis) - start(edge, axis);
    }
    return most > least ? sum / (most - least) : Infinity;
  };
  return share(0) <= share(1) ? 0 : 1;
}

/** Where two edges that meet do: the corner of one that lies on the other, or else where they cross. */
function meetingPoint({ from: a, to: b }: Edge, { from: c, to: d }: Edge): Position {
  const touching = [c, d].find((p) => side(a, b, p) === 0 && within(a, b, p));
  if (touching !== undefined) return touching;
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return a;
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
}

const corner = (one: Edge, other: Edge): Position => (same(one.to, other.from) ? one.to : one.from);

/** Where rings first cross or touch themselves or one another; sweeps along one axis, so that only edges abreast are compared. */
export function crossing(rings: readonly Ring[]): Position | undefined {
  const edges = rings.flatMap(edgesOf);
  const axis = axisOf(edges);
  const across: Axis = axis === 0 ? 1 : 0;
  edges.sort((one, other) => start(one, axis) - start(other, axis));
  let abreast: Edge[] = [];
  for (const edge of edges) {
    abreast = abreast.filter((other) => end(other, axis) >= start(edge, axis));
    const crossed = abreast.find(
      (other) => areAbreast(edge, other, across) && (areNeighbours(edge, other) ? turnBack : meet)(edge, other),
    );
    if (crossed !== undefined) return (areNeighbours(edge, crossed) ? corner : meetingPoint)(edge, crossed);
    abreast.push(edge);
  }
  return undefined;
}

export function contains(ring: Ring, [lon, lat]: Position): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [aLon, aLat] = ring[index - 1]!;
    const [bLon, bLat] = ring[index]!;
    if (aLat > lat !== bLat > lat && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon) inside = !inside;
  }
  return inside;
}
