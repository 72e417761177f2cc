import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { parametersOn, type Parameter } from '#registry';
import { criteria, type RatingRules } from './rating-card.ts';
import {
  isSector,
  readFields,
  sectors,
  sizeRows,
  type Sector,
  type SectorReading,
  type SizeRule,
  type Threshold,
} from './size-card.ts';

/** All that size and rating of a year rest on besides its figures, as the parameters have it on the year's last day. */
export interface YearRules {
  readonly size: Readonly<Record<Sector, readonly SizeRule[]>>;
  readonly readings: readonly SectorReading[];
  readonly rating: RatingRules;
}

const bandKeys = {
  good: 'grade.good',
  fair: 'grade.fair',
  average: 'grade.average',
  minMonthsOperating: 'grade.minMonthsOperating',
  maxMonthsStopped: 'grade.maxMonthsStopped',
} as const;
const sizeKey = (sector: Sector, row: string): string => `size.${sector}.${row}`;
const readingKey = (field: string): string => `sector.${field}`;
const ratingKey = (criterion: number): string => `rating.criterion.${criterion}`;

const keys = [
  ...sectors.flatMap((sector) => sizeRows.map((row) => sizeKey(sector, row))),
  ...readFields.map(readingKey),
  ...criteria.map(({ number }) => ratingKey(number)),
  ...Object.values(bandKeys),
];
export const isRuleKey = (key: string): boolean => keys.includes(key);

type Found = ReadonlyMap<string, Parameter>;

const sizeRulesOf = (found: Found, sector: Sector): SizeRule[] =>
  sizeRows.flatMap((row) => {
    const key = sizeKey(sector, row);
    const parameter = found.get(key);
    if (parameter === undefined) return [];
    const { source, verified } = parameter;
    return [{ row, key, threshold: parameter.value as Threshold | null, source, verified }];
  });

const readingsOf = (found: Found): SectorReading[] =>
  readFields.flatMap((field) => {
    const parameter = found.get(readingKey(field));
    if (parameter === undefined || !isSector(parameter.value)) return [];
    return [{ field, sector: parameter.value, source: parameter.source, verified: parameter.verified }];
  });

function ratingRulesOf(found: Found): RatingRules {
  const band = (key: string): number | null => (found.get(key)?.value as number | null | undefined) ?? null;
  return {
    parts: criteria.flatMap(({ number, parts }) => {
      const parameter = found.get(ratingKey(number));
      const most = (parameter?.value ?? {}) as Readonly<Record<string, number>>;
      return parts.map((part) => ({
        criterion: number,
        part,
        most: most[part] ?? null,
        source: parameter?.source ?? null,
        verified: parameter?.verified ?? false,
      }));
    }),
    bands: {
      good: band(bandKeys.good),
      fair: band(bandKeys.fair),
      average: band(bandKeys.average),
      minMonthsOperating: band(bandKeys.minMonthsOperating),
      maxMonthsStopped: band(bandKeys.maxMonthsStopped),
    },
  };
}

export async function yearRules(db: Db, year: number): Promise<YearRules> {
  const found = await parametersOn(db, keys, daysOfYear(year).until);
  const size = {
    agri: sizeRulesOf(found, 'agri'),
    industry: sizeRulesOf(found, 'industry'),
    services: sizeRulesOf(found, 'services'),
  };
  return { size, readings: readingsOf(found), rating: ratingRulesOf(found) };
}
