import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, Branded, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { LinkWay } from './organisation-link.ts';
import type { Standing } from './member.ts';
import type { OrganisationState } from './organisation-state.ts';

type ActId = Branded<'ActId'>;

type OrganisationStateTable = { -readonly [K in keyof OrganisationState]: OrganisationState[K] | null } & {
  province: Generated<Province>;
  organisation_id: OrganisationId;
  seq: number;
  valid_from: Day;
  told: string[];
  start_known: Generated<boolean>;
  act_id: ActId | null;
  undone_by: Generated<ActId | null>;
  recorded_at: Generated<Instant>;
};

type OrganisationLinkTable = {
  province: Generated<Province>;
  id: string;
  predecessor_id: OrganisationId;
  successor_id: OrganisationId;
  way: LinkWay;
  act_id: ActId;
  on_day: Day;
  undone_by: Generated<ActId | null>;
};

type ActEffectTable = {
  province: Generated<Province>;
  act_id: ActId;
  seq: number;
  relation: 'organisation' | 'member';
  row_id: string;
  /** JSON text going in; what stood in the changed columns. Null where the act made the row. */
  before: unknown;
  after_version: number | null;
};

type MemberLinkTable = {
  province: Generated<Province>;
  predecessor_id: MemberId;
  successor_id: MemberId;
  act_id: ActId;
  undone_by: Generated<ActId | null>;
};

type MemberFormerStandingTable = {
  province: Generated<Province>;
  id: Generated<string>;
  member_id: MemberId;
  act_id: ActId | null;
  until_day: Day;
  standing: Standing | null;
  foreign_investor: Generated<boolean | null>;
  undone_by: Generated<ActId | null>;
  superseded_at: Generated<Instant | null>;
  recorded_by: Generated<AccountId | null>;
  recorded_at: Generated<Instant | null>;
};

export type LifeTables = {
  'registry.organisation_state': OrganisationStateTable;
  'registry.organisation_link': OrganisationLinkTable;
  'registry.act_effect': ActEffectTable;
  'registry.member_link': MemberLinkTable;
  'registry.member_former_standing': MemberFormerStandingTable;
};
