import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, DeliveryId, HarvestId, LotId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { AccountLine } from './year-book.ts';
import type { Untraced } from './patronage.ts';
import type { UseBasis } from './member-use.ts';
import type { FundKey, SurplusKind } from './surplus.ts';
import type { SurplusId } from './surplus.wire.ts';

type AccountTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  year: number;
  version: number;
  as_on: Day | null;
  source: string;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type AccountLineTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  year: number;
  version: number;
  line: AccountLine;
  external_vnd: number | null;
  internal_vnd: number | null;
  total_vnd: number | null;
};

type PatronageTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  settlement_id: string;
  position: number;
  on_day: Day;
  delivery_id: DeliveryId;
  lot_id: LotId | null;
  harvest_id: HarvestId | null;
  member_id: MemberId | null;
  untraced: Untraced | null;
  amount_vnd: number;
  recorded_at: Generated<Instant>;
};

type SurplusTable = {
  province: Generated<Province>;
  id: SurplusId;
  organisation_id: OrganisationId;
  year: number;
  number: number;
  profit_vnd: number;
  patronage_bp: number;
  decided_on: Day;
  document: string;
  rules: unknown;
  basis_hash: string;
  use_basis: Generated<UseBasis>;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type SurplusLineTable = {
  province: Generated<Province>;
  surplus_id: SurplusId;
  position: number;
  kind: SurplusKind;
  name: string | null;
  fund: FundKey | null;
  member_id: MemberId | null;
  weight_vnd: number | null;
  amount_vnd: number;
};

type SurplusReversalTable = {
  province: Generated<Province>;
  surplus_id: SurplusId;
  reversed_on: Day;
  document: string;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type MemberUseTable = {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  year: number;
  member_id: MemberId;
  version: number;
  use_vnd: number | null;
  labour_day_tenths: number | null;
  labour_vnd: number | null;
  source: string;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

export type YearBookTables = {
  'books.member_use': MemberUseTable;
  'books.year_book': AccountTable;
  'books.year_book_line': AccountLineTable;
  'books.patronage': PatronageTable;
  'books.surplus': SurplusTable;
  'books.surplus_line': SurplusLineTable;
  'books.surplus_reversal': SurplusReversalTable;
};
