import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { Province, UnitCode, UnitKind } from '#kernel/place.ts';

type ProvinceTable = {
  code: Province;
  name: string;
  name_en: string;
  full_name: string;
  full_name_en: string;
  kind: 'province' | 'city';
  source: string;
  verified: boolean;
};

type UnitTable = {
  province: Province;
  code: UnitCode;
  name: string;
  name_en: string;
  kind: UnitKind;
  former_district: string | null;
  lon: number | null;
  lat: number | null;
  valid_from: Day;
  valid_until: Day | null;
  source: string;
  verified: boolean;
  act_id: string | null;
};

type UnitLinkTable = {
  id: Generated<string>;
  province: Province;
  former_unit: string | null;
  from_code: UnitCode | null;
  from_from: Day | null;
  to_code: UnitCode;
  to_from: Day;
  on_day: Day;
  part: 'whole' | 'part';
  source: string;
  verified: boolean;
  act_id: string | null;
  recorded_by: string | null;
  recorded_at: Generated<Instant>;
  confirmed_on: Day | null;
  confirmed_by: string | null;
  document: string | null;
  withdrawn_at: Instant | null;
  withdrawn_by: string | null;
  reason: string | null;
};

type FormerDistrictTable = {
  province: Province;
  district_code: string;
  name: string;
  valid_from: Day | null;
  valid_until: Day | null;
  source: string;
  verified: boolean;
};

type ParameterTable = {
  key: string;
  valid_from: Day;
  valid_until: Day | null;
  value: unknown;
  source: string;
  verified: boolean;
};

type TenantTable = {
  province: Province;
  demonstration: boolean;
  opened_at: Generated<Instant>;
};

type AuditTable = {
  province: Generated<Province>;
  id: string;
  method: string;
  account_id: string | null;
  input: unknown;
  command_id: string;
  request_id: string;
  at: Generated<Instant>;
};

type CommandReplyTable = {
  province: Generated<Province>;
  account_id: string;
  method: string;
  command_id: string;
  input_hash: Uint8Array;
  reply: unknown;
  at: Generated<Instant>;
};

type OutboxTable = {
  province: Generated<Province>;
  id: string;
  topic: string;
  payload: unknown;
  at: Generated<Instant>;
  done_at: Instant | null;
  tries: Generated<number>;
  next_at: Generated<Instant>;
  trouble: string | null;
};

type OutboxDeliveryTable = {
  province: Generated<Province>;
  outbox_id: string;
  subscriber: string;
  at: Generated<Instant>;
};

type FileTable = {
  province: Generated<Province>;
  id: string;
  sha256: Uint8Array;
  media_type: string;
  bytes: number;
  name: string;
  content: Uint8Array;
  uploaded_by: string;
  uploaded_at: Generated<Instant>;
  owner_kind: string | null;
  owner_id: string | null;
};

/** The tables every context may use: national lists and the floors. */
export type PlatformTables = {
  'reference.province': ProvinceTable;
  'reference.unit': UnitTable;
  'reference.unit_link': UnitLinkTable;
  'reference.former_district': FormerDistrictTable;
  'reference.parameter': ParameterTable;
  'platform.tenant': TenantTable;
  'platform.audit': AuditTable;
  'platform.command_reply': CommandReplyTable;
  'platform.outbox': OutboxTable;
  'platform.outbox_delivery': OutboxDeliveryTable;
  'platform.file': FileTable;
};
