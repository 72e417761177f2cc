import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { command, query } from '#kernel/method.ts';
import { Position } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { mostCorners } from './boundary-read.ts';
import { NamedVersion, Version } from './unit-act.wire.ts';

export const Geometry = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z
    .array(z.array(z.array(Position).max(mostCorners)).min(1).max(500))
    .min(1)
    .max(2_000),
});

export const BoundaryRow = z.object({
  unit: NamedVersion,
  /** With fewer corners, for pages. */
  shown: Geometry,
  source: z.string(),
  importedAt: Instant,
});
export type BoundaryRow = z.infer<typeof BoundaryRow>;

/** The outlines of today's units; empty where none has been imported, and then pages show points. */
export const listBoundaries = query('places.boundary.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(BoundaryRow),
    /** Today's units, each with the point it is shown at. */
    units: z.array(NamedVersion.extend({ lon: z.number().nullable(), lat: z.number().nullable() })),
    /** Every import there was, the latest first, and how much of it is still in use. */
    imports: z.array(z.object({ importedAt: Instant, source: z.string(), units: z.int(), inForce: z.int() })),
    may: z.object({ import: z.boolean() }),
  }),
});

/** Outlines for versions of units, all or nothing: one crossing itself refuses them all, with the place. */
export const importBoundaries = command('places.boundary.import', {
  input: z.object({
    source: line(300, 3),
    items: z
      .array(z.object({ unit: Version, geometry: Geometry }))
      .min(1)
      .max(400),
  }),
  reply: z.object({ imported: z.int(), corners: z.int(), shownCorners: z.int() }),
});
