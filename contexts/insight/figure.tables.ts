import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { FigureKey } from './figure.ts';

type FigureValueTable = {
  province: Generated<Province>;
  id: string;
  key: FigureKey;
  definition_version: number;
  unit_code: UnitCode | null;
  as_of: Day;
  value: number;
  row_count: number;
  computed_at: Generated<Instant>;
};

type ReportedFigureTable = {
  province: Generated<Province>;
  id: string;
  key: FigureKey;
  value: number;
  as_of: Day | null;
  source: string;
  doubt_vi: string | null;
  doubt_en: string | null;
  doubt_th: string | null;
};

export type InsightTables = {
  'insight.figure_value': FigureValueTable;
  'insight.reported_figure': ReportedFigureTable;
};

export const insightIn = (db: Db) => db.$extendTables<InsightTables>();
