import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Revocation } from './card.ts';
import type { CardId } from './card.wire.ts';

type CardKeyTable = {
  province: Generated<Province>;
  number: number;
  public_key: Buffer;
  from_day: Day;
  ended_on: Day | null;
  is_broken: Generated<boolean>;
  reason: string | null;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
};

type MemberCardTable = {
  province: Generated<Province>;
  id: CardId;
  code: string;
  member_id: MemberId;
  organisation_id: OrganisationId;
  key_number: number;
  issued_on: Day;
  expires_on: Day;
  revoked_on: Day | null;
  revoked_reason: Revocation | null;
  note: string | null;
  issued_by: AccountId;
  revoked_by: AccountId | null;
  recorded_at: Generated<Instant>;
};

export type CardTables = {
  'registry.card_key': CardKeyTable;
  'registry.member_card': MemberCardTable;
};
