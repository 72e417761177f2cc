import type { Position } from '#kernel/ring.ts';

/** RFC 7946: polygons, each an outer ring and its holes, longitude before latitude. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
}
