import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, MemberId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { ConsentField, ConsentVersion, ConsentWay } from './consent.ts';

type MemberConsentTable = {
  province: Generated<Province>;
  id: string;
  member_id: MemberId;
  field: ConsentField;
  way: ConsentWay;
  given_on: Day;
  document: string | null;
  text_version: ConsentVersion;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
  withdrawn_on: Day | null;
  withdrawn_at: Instant | null;
  withdrawn_by: AccountId | null;
};

export type ConsentTables = { 'registry.member_consent': MemberConsentTable };
