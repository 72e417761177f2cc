import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { UpdateField, UpdateForm } from './update-field.ts';
import type { UpdateAct, UpdateState } from './update.ts';
import type { KnownSource, ReminderId, UpdateId } from './update.wire.ts';

type UpdateTable = {
  province: Generated<Province>;
  id: UpdateId;
  organisation_id: OrganisationId;
  year: number;
  form: UpdateForm;
  state: Generated<UpdateState>;
  edition: Generated<number>;
  version: Generated<number>;
  drafted_at: Generated<Instant>;
  changed_at: Generated<Instant>;
  differs_since: Day | null;
};

type UpdateEntryTable = {
  province: Generated<Province>;
  update_id: UpdateId;
  field: UpdateField;
  version: number;
  edition: number;
  value: number | null;
  way: 'typed' | 'known';
  source: KnownSource | null;
  source_on: Day | null;
  note: string | null;
  provisional: Generated<boolean>;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type UpdateActTable = {
  province: Generated<Province>;
  id: string;
  update_id: UpdateId;
  edition: number;
  kind: UpdateAct;
  reason: string | null;
  content: unknown;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

type UpdateRemarkTable = {
  province: Generated<Province>;
  id: string;
  update_id: UpdateId;
  act_id: string;
  field: UpdateField | null;
  text: string;
};

type ReminderTable = {
  province: Generated<Province>;
  id: ReminderId;
  organisation_id: OrganisationId;
  year: number;
  reminded_on: Day;
  recorded_at: Generated<Instant>;
  recorded_by: AccountId;
};

export type UpdateTables = {
  'books.update': UpdateTable;
  'books.update_entry': UpdateEntryTable;
  'books.update_act': UpdateActTable;
  'books.update_remark': UpdateRemarkTable;
  'books.reminder': ReminderTable;
};
