import type { Polygon } from '#kernel/place.ts';

type Ring = Polygon['coordinates'][number];

// WGS 84.
const semiMajorM = 6_378_137;
const flattening = 1 / 298.257_223_563;
const e2 = flattening * (2 - flattening);
const e = Math.sqrt(e2);

/** Snyder (1987), eq. 3-12: q is to the ellipsoid what 2 sin φ is to the sphere. */
function authalicQ(latDegrees: number): number {
  const sin = Math.sin((latDegrees * Math.PI) / 180);
  return (1 - e2) * (sin / (1 - e2 * sin * sin) - Math.log((1 - e * sin) / (1 + e * sin)) / (2 * e));
}

/** Signed area of a ring on the ellipsoid, m²; counterclockwise is positive. Exact for edges straight in the equal-area plane. */
export function ringAreaM2(ring: Ring): number {
  const from = ring[0];
  if (from === undefined) return 0;
  const [lon0, lat0] = from;
  const q0 = authalicQ(lat0);
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [lonA, latA] = ring[index - 1]!;
    const [lonB, latB] = ring[index]!;
    const yA = authalicQ(latA) - q0;
    const yB = authalicQ(latB) - q0;
    // Measured from the first corner, so that a small plot keeps its digits.
    twice += (lonA - lon0) * yB - (lonB - lon0) * yA;
  }
  return ((semiMajorM * semiMajorM) / 4) * ((twice * Math.PI) / 180);
}

/** What a polygon encloses, whole m²; its holes taken out. */
export function polygonAreaM2({ coordinates }: Polygon): number {
  const [outer = [], ...holes] = coordinates;
  const enclosed = holes.reduce((left, hole) => left - Math.abs(ringAreaM2(hole)), Math.abs(ringAreaM2(outer)));
  return Math.round(Math.max(0, enclosed));
}

/** How far the outline is from the declared area, in basis points of the declared one; positive: the outline is larger. */
export const areaDifferenceBp = (declaredM2: number, outlineM2: number): number =>
  Math.round(((outlineM2 - declaredM2) / declaredM2) * 10_000);
