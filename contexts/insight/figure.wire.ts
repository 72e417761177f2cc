import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode, unitKinds } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { maps, unplacedReasons } from './figure-map.ts';
import { figureKeys, figureUnits } from './figure.ts';

const Words = z.object({ vi: z.string(), en: z.string(), th: z.string() });

export const ReportedFigure = z.object({
  value: z.int(),
  asOf: Day.nullable(),
  source: z.string(),
  /** Why it may be wrong, where there is a reason to think so. */
  doubt: Words.nullable(),
});

/** A unit of the map of now or of then; a former one has neither code nor first day. */
const PlaceUnit = z.object({
  code: UnitCode.nullable(),
  from: Day.nullable(),
  former: z.string().nullable(),
  name: z.string(),
  kind: z.enum(unitKinds),
  district: z.string().nullable(),
});

export const FigureView = z.object({
  key: z.enum(figureKeys),
  /** null: of a place where it would tell the accounts of one or two organisations, to who may not open them. */
  value: z.int().nullable(),
  unit: z.enum(figureUnits),
  asOf: Day,
  /** Of the whole province where neither is said; `unplaced`: of what lies in no unit of the map. */
  scope: z.object({
    province: z.string(),
    unit: PlaceUnit.nullable(),
    unplaced: z.enum(unplacedReasons).nullable(),
    map: z.enum(maps),
  }),
  definition: Words,
  definitionVersion: z.int(),
  source: z.string(),
  rowCount: z.int(),
  /** What it was before it last moved. */
  before: z.object({ value: z.int(), at: Instant }).nullable(),
  reported: z.array(ReportedFigure),
  synthetic: z.boolean(),
  may: z.object({ openRows: z.boolean() }),
});
export type FigureView = z.infer<typeof FigureView>;

const Scope = { asOf: Day.optional(), unit: UnitCode.optional() };
/** A place on a map: a unit by its code, a former one by its id, or what lies in none. One of the three, or the whole. */
const Place = {
  ...Scope,
  map: z.enum(maps).default('now'),
  former: line(100).optional(),
  unplaced: z.enum(unplacedReasons).optional(),
};

/** The province's figures, open to all. */
export const listFigures = query('insight.figure.list', {
  input: z.object(Scope),
  reply: z.object({ items: z.array(FigureView) }),
});

export const getFigure = query('insight.figure.get', {
  input: z.object({ key: z.enum(figureKeys), ...Place }),
  reply: FigureView.extend({
    history: z.array(z.object({ value: z.int(), asOf: Day, at: Instant, definitionVersion: z.int() })),
  }),
});

export const figureRowKinds = ['organisation', 'chain', 'contract', 'lot', 'application', 'settlement'] as const;

export const FigureRow = z.object({
  kind: z.enum(figureRowKinds),
  id: z.uuid(),
  label: z.string(),
  unitName: z.string().nullable(),
  value: z.int(),
});
export type FigureRow = z.infer<typeof FigureRow>;

/** The very rows a figure is made of: their aggregate is the figure. */
export const listFigureRows = query('insight.figure.rows', {
  input: z.object({
    key: z.enum(figureKeys),
    ...Place,
    sort: z.enum(['label', 'unit', 'value']).default('label'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...paging,
  }),
  reply: pageOf(FigureRow),
});

export const FigureGroup = z.object({
  unit: PlaceUnit.nullable(),
  /** Why it is in no unit of the map, where it is in none. */
  why: z.enum(unplacedReasons).nullable(),
  value: z.int(),
  rowCount: z.int(),
});
export type FigureGroup = z.infer<typeof FigureGroup>;

/** A figure of the province by units, on the map of today or of the as-of day; the groups come to the whole on both. */
export const listFigureUnits = query('insight.figure-unit.list', {
  input: z.object({ key: z.enum(figureKeys), asOf: Day.optional(), map: z.enum(maps).default('now') }),
  reply: z.object({
    items: z.array(FigureGroup),
    total: z.object({ value: z.int(), rowCount: z.int() }),
    unit: z.enum(figureUnits),
    asOf: Day,
    map: z.enum(maps),
  }),
});

export const exportFigureRows = document('insight.figure.export', {
  input: z.object({
    key: z.enum(figureKeys),
    ...Place,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});
