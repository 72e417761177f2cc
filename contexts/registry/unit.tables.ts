import type { Day } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';

type FormerUnitTable = {
  id: string;
  province: Province;
  code: UnitCode | null;
  name: string;
  plain_name: string;
  kind: 'ward' | 'commune' | 'township';
  former_district: string;
  former_district_code: string;
  abolished_on: Day;
  source: string;
  verified: boolean;
};

export type PlaceTables = {
  'reference.former_unit': FormerUnitTable;
};
