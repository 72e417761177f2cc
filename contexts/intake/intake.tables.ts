import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { RegistryViews } from '#registry';
import type { BatchCounts, BatchState, Outcome } from './batch.ts';
import type { BatchId } from './batch.wire.ts';
import type { BatchKind } from './field.ts';
import type { RowTrouble } from './draft.ts';
import type { Mapping } from './mapping.ts';
import type { SheetKnown } from './proposal.ts';
import type { BatchSaid } from './said.ts';
import type { ToldStatus } from './status-told.ts';

/** A sheet of the file, as far as it has to be known without its rows. */
export interface SheetHead {
  readonly name: string;
  readonly isHidden: boolean;
  readonly is1904: boolean;
  readonly rows: number;
  /** Those near the headings. */
  readonly merges: readonly string[];
  /** What its headings speak of; not of sheets handed in before that was counted. */
  readonly known?: SheetKnown;
}

type BatchTable = {
  province: Generated<Province>;
  id: BatchId;
  kind: BatchKind | null;
  organisation_id: OrganisationId | null;
  scope_units: UnitCode[] | null;
  file_name: string;
  file_sha256: Uint8Array;
  format: 'xlsx' | 'csv';
  sheets: readonly SheetHead[];
  sheet: number | null;
  mapping: Mapping | null;
  said: BatchSaid | null;
  round: Generated<number>;
  state: Generated<BatchState>;
  part: Generated<boolean>;
  counts: BatchCounts | null;
  progress_done: Generated<number>;
  progress_total: Generated<number>;
  trouble: string | null;
  reason: string | null;
  made_by: AccountId;
  made_at: Generated<Instant>;
  imported_by: AccountId | null;
  imported_at: Instant | null;
  withdrawn_by: AccountId | null;
  withdrawn_at: Instant | null;
  purged_at: Instant | null;
  version: Generated<number>;
};

type ChunkTable = {
  province: Generated<Province>;
  batch_id: BatchId;
  sheet: number;
  number: number;
  first_row: number;
  last_row: number;
  body: Buffer | null;
};

export type IntakeTables = {
  'intake.batch': BatchTable;
  'intake.batch_file': { province: Generated<Province>; batch_id: BatchId; body: Buffer | null };
  'intake.chunk': ChunkTable;
  'intake.row': {
    province: Generated<Province>;
    batch_id: BatchId;
    number: number;
    round: number;
    outcome: Outcome;
    troubles: readonly RowTrouble[];
    target_id: string | null;
    seen_version: number | null;
  };
  'intake.answer': {
    province: Generated<Province>;
    batch_id: BatchId;
    row_number: number;
    field: string;
    choice: string;
    answered_by: AccountId;
    answered_at: Generated<Instant>;
  };
  'intake.mapping': {
    province: Generated<Province>;
    owner: string;
    kind: BatchKind;
    fingerprint: Uint8Array;
    mapping: Mapping;
    saved_by: AccountId;
    saved_at: Generated<Instant>;
    withdrawn_at: Instant | null;
    withdrawn_by: AccountId | null;
  };
  'intake.status_told': {
    province: Generated<Province>;
    batch_id: BatchId;
    organisation_id: OrganisationId;
    row_number: number;
    status: ToldStatus;
    met_by: readonly string[];
    differs: boolean;
    on_day: Day | null;
    closed_at: Instant | null;
    closed_by: AccountId | null;
    reason: string | null;
  };
  'intake.published_status_told': {
    province: Province;
    batch_id: BatchId;
    organisation_id: OrganisationId;
    row_number: number;
    status: ToldStatus;
    on_day: Day | null;
    told_on: Day;
    is_open: boolean;
  };
  'intake.change': {
    province: Generated<Province>;
    batch_id: BatchId;
    target_id: string;
    year: number;
    row_number: number;
    is_new: boolean;
    version: number;
    before: Buffer | null;
  };
};

/** All that intake sees of the database: its own tables, and what the registry has published. */
export const intakeIn = (db: Db) => db.$extendTables<IntakeTables & RegistryViews>();
