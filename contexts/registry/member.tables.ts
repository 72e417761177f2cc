import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, Branded, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { MemberEntryKind, Standing } from './member.ts';
import type { Party } from './party.ts';
import type { MemberRepresentativeId } from './party.wire.ts';

type MemberTable = {
  province: Generated<Province>;
  id: MemberId;
  organisation_id: OrganisationId;
  party: Party;
  party_organisation_id: OrganisationId | null;
  standing: Standing;
  name: string | null;
  plain_name: GeneratedAlways<string | null>;
  sex: 'female' | 'male' | null;
  birth_year: number | null;
  birth_day: Day | null;
  phone: string | null;
  national_id_cipher: Buffer | null;
  national_id_hmac: Buffer | null;
  hamlet: string | null;
  account_id: AccountId | null;
  joined_on: Day;
  left_on: Day | null;
  contributed_vnd: Generated<number>;
  subscribed_vnd: Generated<number>;
  foreign_investor: Generated<boolean>;
  provenance: Generated<'entered' | 'synthetic'>;
  erased_at: Instant | null;
  recorded_at: Generated<Instant>;
  version: Generated<number>;
  /** The undoing of the act that had made the row: it never counted. */
  voided_by: Generated<Branded<'ActId'> | null>;
};

type MemberEntryTable = {
  province: Generated<Province>;
  id: string;
  member_id: MemberId;
  organisation_id: OrganisationId;
  kind: MemberEntryKind;
  on_day: Day;
  fields: Generated<string[]>;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

export interface ExportFilter {
  readonly present: 'true' | 'false' | 'all';
  readonly standing?: Standing | undefined;
  readonly party?: Party | undefined;
  readonly searched?: true | undefined;
  readonly format: 'xlsx' | 'csv' | 'pdf';
  readonly asOf?: Day | undefined;
}

type PersonalLookTable = {
  province: Generated<Province>;
  id: Branded<'LookId'>;
  /** Null for a list. */
  member_id: MemberId | null;
  /** Whose list; null is the whole province's, or one member. */
  organisation_id: OrganisationId | null;
  field: 'national-id' | 'member-list' | 'ethnicity' | 'poverty' | 'personal-copy' | 'person-number' | 'capital-list';
  way: 'shown' | 'found-by' | 'exported';
  purpose: string;
  filter: JSONColumnType<ExportFilter> | null;
  row_count: number | null;
  looked_by: AccountId;
  looked_at: Generated<Instant>;
};

type MemberRepresentativeTable = {
  province: Generated<Province>;
  id: MemberRepresentativeId;
  member_id: MemberId;
  name: string | null;
  relation: string | null;
  phone: string | null;
  valid_from: Day;
  valid_until: Day | null;
  erased_at: Instant | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId | null;
};

type GuardianTable = {
  province: Generated<Province>;
  member_id: MemberId;
  name: string | null;
  relation: string | null;
  phone: string | null;
  document: string | null;
  consented_on: Day;
  erased_at: Instant | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId | null;
};

export type MemberTables = {
  'registry.member_representative': MemberRepresentativeTable;
  'registry.guardian': GuardianTable;
  'registry.member': MemberTable;
  'registry.member_entry': MemberEntryTable;
  'registry.personal_look': PersonalLookTable;
};
