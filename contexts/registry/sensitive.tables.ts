import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, MemberId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { RequestKind, RequestOutcome } from './personal-request.ts';
import type { PersonalRequestId } from './personal-request.wire.ts';
import type { SensitiveBasis, SensitiveField } from './sensitive.ts';
import type { SensitiveId } from './sensitive.wire.ts';
import type { UnitClass } from './unit-class.ts';
import type { UnitClassId } from './unit-class.wire.ts';

type SensitiveTable = {
  province: Generated<Province>;
  id: SensitiveId;
  member_id: MemberId;
  field: SensitiveField;
  value_cipher: Buffer | null;
  group_hmac: Buffer | null;
  basis: SensitiveBasis;
  document: string;
  purpose: string;
  recorded_by: AccountId;
  recorded_at: Generated<Instant>;
  withdrawn_on: Day | null;
  erased_at: Instant | null;
};

type UnitClassTable = {
  province: Generated<Province>;
  id: UnitClassId;
  unit_code: UnitCode;
  class: UnitClass;
  valid_from: Day;
  valid_until: Day | null;
  source: string;
  verified: boolean;
  recorded_by: AccountId;
  recorded_at: Generated<Instant>;
};

type PersonalRequestTable = {
  province: Generated<Province>;
  id: PersonalRequestId;
  member_id: MemberId;
  kind: RequestKind;
  wish: string;
  asked_by: AccountId;
  asked_at: Generated<Instant>;
  outcome: RequestOutcome | null;
  answer: string | null;
  decided_by: AccountId | null;
  decided_at: Instant | null;
};

export type PersonalTables = {
  'registry.member_sensitive': SensitiveTable;
  'registry.unit_class': UnitClassTable;
  'registry.published_unit_class': Omit<UnitClassTable, 'recorded_by' | 'recorded_at'>;
  'registry.personal_request': PersonalRequestTable;
};
