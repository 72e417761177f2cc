import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { Branded, FileId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { Cycle, Sector, Storage } from './commodity.ts';
import type { LetterheadId } from './letterhead.wire.ts';
import type { ParameterEntryId } from './parameter.wire.ts';
import type { SetupStep } from './setup.ts';

type Entry<Id> = {
  province: Generated<Province>;
  id: Id;
  recorded_by: string;
  recorded_at: Generated<Instant>;
};

type LetterheadTable = Entry<LetterheadId> & {
  above: string;
  office: string;
  below: string;
  address: string;
  place: string;
  signer: string;
  logo: Uint8Array | null;
};

type SetupNoteTable = Entry<Branded<'SetupNoteId'>> & { step: SetupStep; said: 'seen' | 'without' };

type UnitEntryTable = Entry<Branded<'UnitEntryId'>> & {
  code: UnitCode;
  valid_from: Day;
  was: string | null;
  becomes: string;
  source: string;
};

type ParameterValueTable = Entry<ParameterEntryId> & {
  key: string;
  valid_from: Day;
  /** JSON. */
  value: string;
  source: string;
  file_id: FileId;
};

type ParameterConfirmationTable = {
  province: Generated<Province>;
  id: Branded<'ConfirmationId'>;
  key: string;
  valid_from: Day;
  /** JSON. */
  value: string;
  confirmed_by: string;
  confirmed_at: Generated<Instant>;
};

type ListedTradeUnitTable = {
  unit_set: string;
  code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
  qty: number;
  usual: boolean;
  source: string;
  verified: boolean;
};

type ListedCommodityTable = {
  code: string;
  name_vi: string;
  name_en: string;
  name_th: string;
  sector: Sector;
  base_unit: BaseUnit;
  unit_set: string;
  storage: Storage;
  cycle: Cycle;
  least_yield: number | null;
  most_yield: number | null;
  yield_source: string | null;
  varieties: readonly (readonly [vi: string, en: string, th: string])[];
  source: string;
  verified: boolean;
};

export type SetupTables = {
  'registry.letterhead': LetterheadTable;
  'registry.setup_note': SetupNoteTable;
  'registry.unit_entry': UnitEntryTable;
  'registry.parameter_value': ParameterValueTable;
  'registry.parameter_confirmation': ParameterConfirmationTable;
  'reference.trade_unit': ListedTradeUnitTable;
  'reference.commodity': ListedCommodityTable;
};
