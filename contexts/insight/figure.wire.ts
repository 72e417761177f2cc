import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode, unitKinds } from '#kernel/place.ts';
import { maps } from './figure-map.ts';
import { figureKeys, figureUnits } from './figure.ts';

const Words = z.object({ vi: z.string(), en: z.string(), th: z.string() });

export const ReportedFigure = z.object({
  value: z.int(),
  asOf: Day.nullable(),
  source: z.string(),
  /** Why it may be wrong, where there is a reason to think so. */
  doubt: Words.nullable(),
});

export const FigureView = z.object({
  key: z.enum(figureKeys),
  /** null: of a place where it would tell the accounts of one or two organisations, to who may not open them. */
  value: z.int().nullable(),
  unit: z.enum(figureUnits),
  asOf: Day,
  scope: z.object({ province: z.string(), unit: z.object({ code: UnitCode, name: z.string() }).nullable() }),
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

/** The province's figures, open to all. */
export const listFigures = query('insight.figure.list', {
  input: z.object(Scope),
  reply: z.object({ items: z.array(FigureView) }),
});

export const getFigure = query('insight.figure.get', {
  input: z.object({ key: z.enum(figureKeys), ...Scope }),
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
    ...Scope,
    sort: z.enum(['label', 'unit', 'value']).default('label'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...paging,
  }),
  reply: pageOf(FigureRow),
});

export const FigureGroup = z.object({
  /** null: lies in a divided unit and is not assigned, or in no unit of that day. */
  unit: z.object({ code: UnitCode, from: Day, name: z.string(), kind: z.enum(unitKinds) }).nullable(),
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
    ...Scope,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
});
