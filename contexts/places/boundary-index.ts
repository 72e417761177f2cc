import type { Position, Ring } from '#kernel/ring.ts';

type Polygon = readonly Ring[];
type Polygons = readonly Polygon[];

const metresPerDegree = 111_320;
const mostBands = 4_096;

const edgesIn = (polygon: Polygon): number => polygon.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);

/**
 * The edges of many polygons by bands of latitude: which of them hold a point, and whether a border runs near it, is read
 * from one band or a few. Asked pair by pair of polygons, a unit of two thousand parts took minutes.
 */
export class EdgeIndex {
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #polygon: Int32Array;
  #south = Infinity;
  #bandHeight = 1;
  #starts = new Int32Array(2);
  #edges = new Int32Array(0);
  readonly #odd: Uint8Array;

  constructor(polygons: Polygons) {
    const count = polygons.reduce((sum, polygon) => sum + edgesIn(polygon), 0);
    this.#lon = new Float64Array(count * 2);
    this.#lat = new Float64Array(count * 2);
    this.#polygon = new Int32Array(count);
    this.#odd = new Uint8Array(polygons.length);
    let edge = 0;
    for (const [number, polygon] of polygons.entries())
      for (const ring of polygon)
        for (let at = 1; at < ring.length; at += 1) {
          this.#put(edge, ring[at - 1]!, ring[at]!);
          this.#polygon[edge] = number;
          edge += 1;
        }
    this.#band(count);
  }

  #put(edge: number, from: Position, to: Position): void {
    [this.#lon[edge * 2], this.#lat[edge * 2]] = from;
    [this.#lon[edge * 2 + 1], this.#lat[edge * 2 + 1]] = to;
  }

  readonly #low = (edge: number): number => Math.min(this.#lat[edge * 2]!, this.#lat[edge * 2 + 1]!);
  readonly #high = (edge: number): number => Math.max(this.#lat[edge * 2]!, this.#lat[edge * 2 + 1]!);
  readonly #bandOf = (lat: number): number =>
    Math.min(this.#starts.length - 2, Math.max(0, Math.floor((lat - this.#south) / this.#bandHeight)));

  /** So low that a usual edge lies in few bands, and so many that few edges lie in one. */
  #band(count: number): void {
    let north = -Infinity;
    let heights = 0;
    for (let edge = 0; edge < count; edge += 1) {
      this.#south = Math.min(this.#south, this.#low(edge));
      north = Math.max(north, this.#high(edge));
      heights += this.#high(edge) - this.#low(edge);
    }
    const height = north - this.#south;
    const bands = heights > 0 ? Math.min(mostBands, Math.max(1, Math.floor((8 * height * count) / heights))) : 1;
    this.#bandHeight = height > 0 ? height / bands : 1;
    this.#starts = new Int32Array(bands + 1);
    this.#eachBand(count, (band) => (this.#starts[band + 1]! += 1));
    for (let band = 0; band < bands; band += 1) this.#starts[band + 1]! += this.#starts[band]!;
    this.#edges = new Int32Array(this.#starts[bands]!);
    const next = this.#starts.slice();
    this.#eachBand(count, (band, edge) => {
      this.#edges[next[band]!] = edge;
      next[band]! += 1;
    });
  }

  #eachBand(count: number, visit: (band: number, edge: number) => void): void {
    for (let edge = 0; edge < count; edge += 1)
      for (let band = this.#bandOf(this.#low(edge)); band <= this.#bandOf(this.#high(edge)); band += 1)
        visit(band, edge);
  }

  /** The polygons a point lies in. */
  holders([lon, lat]: Position): number[] {
    const band = this.#bandOf(lat);
    const touched: number[] = [];
    for (let at = this.#starts[band]!; at < this.#starts[band + 1]!; at += 1) {
      const edge = this.#edges[at]!;
      if (!this.#isEastOf(edge, lon, lat)) continue;
      const polygon = this.#polygon[edge]!;
      touched.push(polygon);
      this.#odd[polygon]! ^= 1;
    }
    const held = [...new Set(touched)].filter((polygon) => this.#odd[polygon] === 1);
    for (const polygon of touched) this.#odd[polygon] = 0;
    return held;
  }

  #isEastOf(edge: number, lon: number, lat: number): boolean {
    const south = this.#lat[edge * 2]!;
    const north = this.#lat[edge * 2 + 1]!;
    if (south > lat === north > lat) return false;
    const from = this.#lon[edge * 2]!;
    const to = this.#lon[edge * 2 + 1]!;
    return lon < ((to - from) * (lat - south)) / (north - south) + from;
  }

  /** The polygons whose border runs within so many metres; flat, which over a commune is true to a thousandth. */
  bordering([lon, lat]: Position, metres: number): Set<number> {
    const reach = metres / metresPerDegree;
    const from = this.#starts[this.#bandOf(lat - reach)]!;
    const until = this.#starts[this.#bandOf(lat + reach) + 1]!;
    const near = new Set<number>();
    for (let at = from; at < until; at += 1) {
      const edge = this.#edges[at]!;
      if (this.#distance(edge, lon, lat) <= reach) near.add(this.#polygon[edge]!);
    }
    return near;
  }

  /** In degrees of latitude. */
  #distance(edge: number, lon: number, lat: number): number {
    const shrink = Math.cos((lat * Math.PI) / 180);
    const ax = (this.#lon[edge * 2]! - lon) * shrink;
    const ay = this.#lat[edge * 2]! - lat;
    const bx = (this.#lon[edge * 2 + 1]! - lon) * shrink;
    const by = this.#lat[edge * 2 + 1]! - lat;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
    return Math.hypot(ax + along * (bx - ax), ay + along * (by - ay));
  }
}
