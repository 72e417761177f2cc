import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { CommodityId, MemberId, OrganisationId, PlotId, SeasonId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Polygon, Position, UnitCode } from '#kernel/place.ts';
import { AreaM2 } from '#kernel/quantity.ts';
import { line } from '#kernel/text.ts';
import { mostCorners } from './outline.ts';
import { landUses, plotVersionKinds } from './plot.ts';
import { seasonStates } from './season.ts';

const Names = z.object({ vi: z.string(), en: z.string(), th: z.string() });
export const Named = z.object({ id: OrganisationId, name: z.string() });
export const PlaceName = z.object({ code: UnitCode, name: z.string() });

/** GeoJSON, RFC 7946; what a field can be is judged by outlineTroubles. */
const Outline = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(Position).min(4).max(mostCorners)).min(1).max(10),
});

export const PlotRow = z.object({
  id: PlotId,
  code: z.string(),
  name: z.string(),
  organisation: Named,
  unit: PlaceName,
  landUse: z.enum(landUses),
  areaM2: z.int(),
  outlineAreaM2: z.int().nullable(),
  /** How far the outline is from the declared area, in hundredths of a per cent of the declared one. */
  differenceBp: z.int().nullable(),
  closedOn: Day.nullable(),
});
export type PlotRow = z.infer<typeof PlotRow>;

const PlotVersionView = z.object({
  version: z.int(),
  kind: z.enum(plotVersionKinds),
  validFrom: Day,
  validUntil: Day.nullable(),
  name: z.string(),
  landUse: z.enum(landUses),
  areaM2: z.int(),
  outline: Polygon.nullable(),
  outlineAreaM2: z.int().nullable(),
  unit: PlaceName,
  member: MemberId.nullable(),
  reason: z.string().nullable(),
  recordedAt: Instant,
  recordedBy: z.string().nullable(),
});

export const listPlots = query('production.plot.list', {
  input: z.object({
    search: line(100, 0).optional(),
    organisation: OrganisationId.optional(),
    unit: UnitCode.optional(),
    landUse: z.enum(landUses).optional(),
    closed: z.enum(['true', 'false']).optional(),
    sort: z.enum(['code', '-code', 'area', '-area', 'organisation', '-organisation']).default('code'),
    ...paging,
  }),
  reply: pageOf(PlotRow).extend({
    areaM2: z.int(),
    /** Of one organisation: the units its land lies in, the most of it first. */
    units: z.array(PlaceName.extend({ plots: z.int(), areaM2: z.int() })),
    may: z.object({ record: z.boolean() }),
  }),
});

export const PlotView = PlotRow.extend({
  version: z.int(),
  validFrom: Day,
  member: MemberId.nullable(),
  outline: Polygon.nullable(),
  /** The unit's own point, so that a map has something to hold on to. */
  around: Position.nullable(),
  versions: z.array(PlotVersionView),
  seasons: z.array(
    z.object({ id: SeasonId, protocol: Names, commodity: CommodityId, startedOn: Day, state: z.enum(seasonStates) }),
  ),
  may: z.object({ change: z.boolean(), startSeason: z.boolean(), recordConversion: z.boolean() }),
});
export type PlotView = z.infer<typeof PlotView>;

export const getPlot = query('production.plot.get', { input: z.object({ plot: PlotId }), reply: PlotView });

const PlotFacts = {
  name: line(200),
  member: MemberId.optional(),
  landUse: z.enum(landUses),
  areaM2: AreaM2,
  outline: Outline.optional(),
  unit: UnitCode,
};

export const recordPlot = command('production.plot.record', {
  input: z.object({ id: PlotId, organisation: OrganisationId, code: line(40), from: Day, ...PlotFacts }),
  reply: z.object({ outlineAreaM2: z.int().nullable(), differenceBp: z.int().nullable() }),
});

const Change = { plot: PlotId, seenVersion: z.int().min(1), reason: line(500) };

/** The land is another since a day: what was before stays as it was. */
export const changePlot = command('production.plot.change', {
  input: z.object({ ...Change, from: Day, ...PlotFacts }),
  reply: z.object({ version: z.int() }),
});

/** It never was as written: the correction takes the place of the newest version. */
export const correctPlot = command('production.plot.correct', {
  input: z.object({ ...Change, ...PlotFacts }),
  reply: z.object({ version: z.int() }),
});

export const closePlot = command('production.plot.close', {
  input: z.object({ ...Change, on: Day }),
  reply: z.object({ version: z.int() }),
});
