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
};

type UnitSuccessionTable = {
  predecessor_code: UnitCode;
  predecessor_from: Day;
  successor_code: UnitCode;
  successor_from: Day;
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
  'reference.unit_succession': UnitSuccessionTable;
  'reference.parameter': ParameterTable;
  'platform.tenant': TenantTable;
  'platform.audit': AuditTable;
  'platform.command_reply': CommandReplyTable;
  'platform.outbox': OutboxTable;
  'platform.outbox_delivery': OutboxDeliveryTable;
  'platform.file': FileTable;
};
