import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { MergerId, RecordSubject, RegistryViews } from '#registry';
import type { Clause, PassedOver } from './clause.ts';
import type { ClauseSetId } from './clause-set.wire.ts';
import type { PairEntryKind, PairId, PairState } from './pair.ts';
import type { RunId, RunState, RunWay } from './run.ts';
import type { Evidence } from './weighing.ts';

/** Read as it is, written as its text. */
type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;

type ClauseSetTable = {
  province: Generated<Province>;
  id: ClauseSetId;
  subject: RecordSubject;
  clauses: Json<readonly Clause[]>;
  least_likelihood: Generated<number>;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type RunTable = {
  province: Generated<Province>;
  id: RunId;
  subject: RecordSubject;
  way: RunWay;
  state: Generated<RunState>;
  clauses: Json<readonly Clause[]>;
  least_likelihood: Generated<number>;
  asked_by: AccountId | null;
  asked_at: Generated<Instant>;
  started_at: Instant | null;
  finished_at: Instant | null;
  records: number | null;
  candidates: number | null;
  passed_over: MaybeJson<readonly PassedOver[]>;
  pairs: number | null;
  written: number | null;
  opened: number | null;
  reopened: number | null;
  lapsed: number | null;
  trouble: string | null;
};

type PairTable = {
  province: Generated<Province>;
  id: PairId;
  subject: RecordSubject;
  first_id: string;
  second_id: string;
  likelihood: number;
  clauses: string[];
  evidence: Json<readonly Evidence[]>;
  first_print: Buffer;
  second_print: Buffer;
  run_id: RunId;
  state: Generated<PairState>;
  reopened_at: Instant | null;
  merger_id: MergerId | null;
  found_at: Generated<Instant>;
  decided_at: Instant | null;
};

type PairEntryTable = {
  province: Generated<Province>;
  id: string;
  pair_id: PairId;
  kind: PairEntryKind;
  reason: string | null;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId | null;
};

export type DuplicatesTables = {
  'duplicates.clause_set': ClauseSetTable;
  'duplicates.run': RunTable;
  'duplicates.pair': PairTable;
  'duplicates.pair_entry': PairEntryTable;
};

type Platform = { 'auth.user': { id: AccountId; name: string } };

/** All that duplicates sees of the database: its own tables, and what the registry has published. */
export const duplicatesIn = (db: Db) => db.$extendTables<DuplicatesTables & RegistryViews & Platform>();
