import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { RegistryViews } from '#registry';
import type { AnswerId, AnswerKind, ConsentId, DossierId, DossierState, LookKind, Reply } from './dossier.ts';
import type { DossierContent } from './dossier.wire.ts';
import type { ProductId } from './product.ts';
import type { Condition } from './product.wire.ts';

/** JSON is written as text, so that a list is not taken for an array of PostgreSQL. */
type Json<Value> = ColumnType<Value, string, never>;
type Named<Column extends string> = Record<`${Column}_${'vi' | 'en' | 'th'}`, string>;

type LoanProductTable = {
  province: Generated<Province>;
  id: ProductId;
  bank_id: OrganisationId;
  code: string;
  version: number;
  ended_on: Day | null;
  provenance: Generated<'entered' | 'synthetic'>;
};

type LoanProductVersionTable = Named<'name'> &
  Named<'purpose'> & {
    province: Generated<Province>;
    product_id: ProductId;
    version: number;
    least_vnd: number;
    most_vnd: number;
    least_months: number;
    most_months: number;
    rate_bp: number;
    secured: boolean;
    conditions: Json<Condition[]>;
    source: string;
    verified: boolean;
    valid_from: Day;
    published_by: string | null;
    published_at: Generated<Instant>;
  };

type DossierTable = {
  province: Generated<Province>;
  id: DossierId;
  number: string;
  organisation_id: OrganisationId;
  state: Generated<DossierState>;
  content: Json<DossierContent>;
  content_hash: string;
  code: string;
  synthetic: boolean;
  assembled_on: Day;
  assembled_by: string;
  assembled_at: Generated<Instant>;
  answered_on: Day | null;
};

type ConsentTable = {
  province: Generated<Province>;
  id: ConsentId;
  dossier_id: DossierId;
  organisation_id: OrganisationId;
  bank_id: OrganisationId;
  product_id: ProductId;
  product_version: number;
  purpose: string;
  wanted_vnd: number;
  wanted_months: number;
  until_day: Day;
  given_by: string;
  given_on: Day;
  given_at: Generated<Instant>;
  ended_at: Instant | null;
  ended_how: 'withdrawn' | 'expired' | null;
};

type LookTable = {
  province: Generated<Province>;
  id: string;
  dossier_id: DossierId;
  consent_id: ConsentId;
  account_id: string;
  what: LookKind;
  at: Generated<Instant>;
};

type AnswerTable = {
  province: Generated<Province>;
  id: AnswerId;
  dossier_id: DossierId;
  consent_id: ConsentId;
  bank_id: OrganisationId;
  kind: AnswerKind;
  amount_vnd: number | null;
  rate_bp: number | null;
  months: number | null;
  paid_out_on: Day | null;
  remarks: string;
  clauses: string[];
  valid_until: Day | null;
  answered_by: string;
  answered_on: Day;
  answered_at: Generated<Instant>;
  reply: Reply | null;
  reply_note: string | null;
  replied_by: string | null;
  replied_on: Day | null;
};

export type CreditTables = {
  'credit.loan_product': LoanProductTable;
  'credit.loan_product_version': LoanProductVersionTable;
  'credit.dossier': DossierTable;
  'credit.consent': ConsentTable;
  'credit.look': LookTable;
  'credit.answer': AnswerTable;
};

/** All that credit sees of the database: its own tables, and what the registry has published. */
export const creditIn = (db: Db) => db.$extendTables<CreditTables & RegistryViews>();
