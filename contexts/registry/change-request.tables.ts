import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, FileId, OrganisationId } from '#kernel/id.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { RequestFlag, RequestState } from './change-request.ts';
import type { AskedValue, ChangeRequestId, Wanted } from './change-request.wire.ts';

type ChangeRequestTable = {
  province: Generated<Province>;
  id: ChangeRequestId;
  organisation_id: OrganisationId;
  unit_code: UnitCode | null;
  unit_from: Day | null;
  state: RequestState;
  round: number;
  wanted: JSONColumnType<Wanted>;
  before: JSONColumnType<Readonly<Record<string, AskedValue>>>;
  document: string;
  document_on: Day | null;
  document_issuer: string | null;
  file_id: FileId | null;
  on_day: Day | null;
  note: string | null;
  submitted_on: Day;
  submitted_at: Generated<Instant>;
  submitted_by: AccountId;
  answered_on: Day | null;
  answered_at: Instant | null;
  answered_by: AccountId | null;
  remarks: string | null;
  flags: Generated<RequestFlag[]>;
};

type ChangeRequestEntryTable = {
  province: Generated<Province>;
  id: string;
  request_id: ChangeRequestId;
  kind: RequestState;
  round: number;
  on_day: Day;
  wanted: JSONColumnType<Wanted> | null;
  remarks: string | null;
  flags: Generated<RequestFlag[]>;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

/** Whose officer answers now: the unit of the day it was asked may have ended since. */
type PublishedChangeRequest = {
  province: Province;
  id: ChangeRequestId;
  unit_code: UnitCode | null;
};

export type ChangeRequestTables = {
  'registry.published_change_request': PublishedChangeRequest;
  'registry.change_request': ChangeRequestTable;
  'registry.change_request_entry': ChangeRequestEntryTable;
};
