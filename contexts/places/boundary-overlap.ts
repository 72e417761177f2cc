import type { Position, Ring } from '#kernel/ring.ts';
import { EdgeIndex } from './boundary-index.ts';
import { boxesMeet, boxOf, inBox, middleOf, type Box } from './boundary-point.ts';
import type { MultiPolygon } from './boundary.ts';

/** Outlines drawn apart from one another never meet to the metre; more than this is no drawing but a mistake. */
export const overlapToleranceM = 150;

/** More of them help nobody to put a drawing right. */
export const mostTroubles = 200;

interface Part {
  readonly outline: number;
  readonly polygon: number;
  readonly rings: readonly Ring[];
  readonly box: Box;
}

/** Two polygons of which one reaches deep into the other, by the number of their outline and of the polygon in it. */
export interface Overlap {
  readonly one: Pick<Part, 'outline' | 'polygon'>;
  readonly other: Pick<Part, 'outline' | 'polygon'>;
  readonly place: Position;
}

/** A corner, the middle of an edge or of the whole. */
function* triedPoints(rings: readonly Ring[]): Generator<Position> {
  const middle = middleOf({ coordinates: rings });
  if (middle !== null) yield middle;
  const outer = rings[0] ?? [];
  for (let at = 1; at < outer.length; at += 1) {
    const [from, to] = [outer[at - 1]!, outer[at]!];
    yield to;
    yield [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  }
}

const isBefore = (one: Part, other: Part): boolean =>
  one.outline === other.outline ? one.polygon < other.polygon : one.outline < other.outline;

/** Within one outline polygons are compared, between outlines the whole of them. */
const pairOf = ({ one, other }: Overlap): string =>
  one.outline === other.outline ? `${one.outline}: ${one.polygon} ${other.polygon}` : `${one.outline} ${other.outline}`;

/** Those that hold the point far from their border, and are not what it was taken from. */
function holdingDeep(place: Position, from: Part, parts: readonly Part[], index: EdgeIndex): Part[] {
  const holding = index.holders(place).map((number) => parts[number]!);
  if (holding.every((part) => part === from)) return [];
  const near = [...index.bordering(place, overlapToleranceM)].map((number) => parts[number]!);
  return holding.filter(
    (part) =>
      part !== from &&
      !near.some((other) => (part.outline === from.outline ? other === part : other.outline === part.outline)),
  );
}

/** The middle, the corners and the middles of the edges of a polygon, as far as the box of another one holds them. */
function placesIn(part: Part, parts: readonly Part[]): Position[] {
  const beside = parts.filter((other) => other !== part && boxesMeet(part.box, other.box));
  return beside.length === 0
    ? []
    : [...triedPoints(part.rings)].filter((place) => beside.some(({ box }) => inBox(box, place)));
}

/** Where outlines, or polygons of one of them, cover each other; as many as are told. */
export function overlaps(outlines: readonly MultiPolygon[]): Overlap[] {
  const parts = outlines.flatMap(({ coordinates }, outline) =>
    coordinates.map((rings, polygon): Part => ({ outline, polygon, rings, box: boxOf(rings[0] ?? []) })),
  );
  const index = new EdgeIndex(parts.map(({ rings }) => rings));
  const found = new Map<string, Overlap>();
  for (const part of parts) {
    for (const place of placesIn(part, parts)) {
      const met = holdingDeep(place, part, parts, index).map((other): Overlap =>
        isBefore(part, other) ? { one: part, other, place } : { one: other, other: part, place },
      );
      for (const overlap of met) found.set(pairOf(overlap), found.get(pairOf(overlap)) ?? overlap);
    }
    if (found.size >= mostTroubles) break;
  }
  return [...found.values()].slice(0, mostTroubles);
}
