import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { Fact, Judgement, Outcome } from '#kernel/fact.ts';
import type { CommodityId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { DecisionTable } from '#platform/feel/table.ts';
import type { RegistryViews } from '#registry';
import type { ActingAs, ActKind, ApplicationId, ApplicationState } from './application.ts';
import type { DisbursementId, DisbursementState } from './disbursement.ts';
import type { DecisionTableId, MeasureId, PartKind, PolicyId, PolicyNature } from './policy.ts';

type Provenance = 'entered' | 'synthetic';
/** JSON is written as text, so that a list is not taken for an array of PostgreSQL. */
type Json<Value> = ColumnType<Value, string, never>;
type Named<Column extends string> = Record<`${Column}_${'vi' | 'en' | 'th'}`, string>;

type PolicyTable = Named<'title'> & {
  province: Generated<Province>;
  id: PolicyId;
  code: string;
  number: string;
  issuer: string;
  issued_on: Day | null;
  valid_from: Day;
  valid_until: Day | null;
  nature: PolicyNature;
  nature_verified: boolean;
  source: string;
  verified: boolean;
  provenance: Generated<Provenance>;
};

type PolicyDocumentTable = {
  province: Generated<Province>;
  id: string;
  policy_id: PolicyId;
  title: string;
  reference: string;
  address: string | null;
  issued_on: Day | null;
  source: string;
  verified: boolean;
};

type PolicyClauseTable = Named<'text'> &
  Named<'remedy'> & {
    province: Generated<Province>;
    policy_id: PolicyId;
    code: string;
    article: string;
    position: number;
    valid_from: Day;
    valid_until: Day | null;
    source: string;
    verified: boolean;
  };

type MeasureTable = Named<'name'> &
  Named<'summary'> & {
    province: Generated<Province>;
    id: MeasureId;
    policy_id: PolicyId;
    code: string;
    budget_vnd: number;
    fund_id: OrganisationId | null;
    open_from: Day;
    open_until: Day | null;
    source: string;
    verified: boolean;
    provenance: Generated<Provenance>;
  };

type MeasurePartTable = Named<'name'> & {
  province: Generated<Province>;
  measure_id: MeasureId;
  code: string;
  kind: PartKind;
  unit_vi: string | null;
  unit_en: string | null;
  unit_th: string | null;
  position: number;
};

type DecisionTableTable = {
  province: Generated<Province>;
  id: DecisionTableId;
  measure_id: MeasureId;
  purpose: 'eligibility' | 'grant';
  version: number;
  body: Json<DecisionTable>;
  valid_from: Day;
  valid_until: Day | null;
  source: string;
  verified: boolean;
  recorded_at: Generated<Instant>;
};

type ApplicationTable = {
  province: Generated<Province>;
  id: ApplicationId;
  measure_id: MeasureId;
  policy_id: PolicyId;
  organisation_id: OrganisationId;
  number: string | null;
  state: Generated<ApplicationState>;
  version: Generated<number>;
  area_m2: number | null;
  commodity_id: CommodityId | null;
  plan: Generated<string>;
  amount_vnd: number | null;
  submitted_on: Day | null;
  decided_on: Day | null;
  closed_on: Day | null;
  created_by: string;
  created_at: Generated<Instant>;
  changed_at: Generated<Instant>;
};

type ApplicationVersionTable = {
  province: Generated<Province>;
  application_id: ApplicationId;
  version: number;
  area_m2: number;
  commodity_id: CommodityId | null;
  plan: string;
  facts: Json<Fact[]>;
  facts_hash: string;
  eligibility_id: DecisionTableId;
  grant_id: DecisionTableId;
  judgement: Json<Judgement>;
  outcome: Outcome;
  submitted_by: string;
  submitted_at: Generated<Instant>;
};

type ApplicationActTable = {
  province: Generated<Province>;
  id: string;
  application_id: ApplicationId;
  version: number;
  kind: ActKind;
  remarks: string;
  clauses: string[];
  by_account: string;
  acted_as: ActingAs;
  at: Generated<Instant>;
};

type GrantedPartTable = {
  province: Generated<Province>;
  application_id: ApplicationId;
  part: string;
  kind: PartKind;
  count: number | null;
  amount_vnd: number;
};

type DisbursementTable = {
  province: Generated<Province>;
  id: DisbursementId;
  application_id: ApplicationId;
  organisation_id: OrganisationId;
  part: string;
  kind: PartKind;
  count: number | null;
  amount_vnd: number;
  given_on: Day;
  reference: string;
  note: Generated<string>;
  state: Generated<DisbursementState>;
  recorded_by: string;
  recorded_as: 'commune-officer' | 'provincial-officer' | 'fund';
  recorded_on: Day;
  recorded_at: Generated<Instant>;
  confirmed_by: string | null;
  confirmed_on: Day | null;
  dispute: string | null;
  settled_note: string | null;
};

export type SupportTables = {
  'support.policy': PolicyTable;
  'support.policy_document': PolicyDocumentTable;
  'support.policy_clause': PolicyClauseTable;
  'support.measure': MeasureTable;
  'support.measure_part': MeasurePartTable;
  'support.decision_table': DecisionTableTable;
  'support.application': ApplicationTable;
  'support.application_version': ApplicationVersionTable;
  'support.application_act': ApplicationActTable;
  'support.granted_part': GrantedPartTable;
  'support.disbursement': DisbursementTable;
};

/** All that support sees of the database: its own tables, and what the registry has published. */
export const supportIn = (db: Db) => db.$extendTables<SupportTables & RegistryViews>();
