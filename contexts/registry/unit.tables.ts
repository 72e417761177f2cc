import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';

type FormerUnitTable = {
  id: string;
  province: Province;
  code: UnitCode | null;
  name: string;
  plain_name: Generated<string>;
  kind: 'ward' | 'commune' | 'township';
  former_district: string;
  former_district_code: Generated<string | null>;
  abolished_on: Day;
  source: string;
  verified: boolean;
  recorded_by: Generated<string | null>;
  corrected_at: Generated<Instant | null>;
};

type FormerUnitEntryTable = {
  province: Generated<Province>;
  id: string;
  former_unit: string;
  /** JSON. */
  was: string | null;
  becomes: string;
  source: string;
  recorded_by: string | null;
  recorded_at: Generated<Instant>;
};

export type PlaceTables = {
  'reference.former_unit': FormerUnitTable;
  'registry.former_unit_entry': FormerUnitEntryTable;
};
