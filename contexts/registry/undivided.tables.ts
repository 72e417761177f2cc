import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, Branded, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { UndividedAccount, UndividedEntryId, UndividedKind, UndividedSource } from './undivided.ts';

type UndividedEntryTable = {
  province: Generated<Province>;
  id: UndividedEntryId;
  organisation_id: OrganisationId;
  number: number;
  kind: UndividedKind;
  on_day: Day;
  document: string | null;
  legal_basis: string | null;
  note: string | null;
  reverses_id: UndividedEntryId | null;
  cause_id: Branded<'ActId'> | null;
  provenance: Generated<'entered' | 'synthetic'>;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
};

type UndividedLineTable = {
  province: Generated<Province>;
  entry_id: UndividedEntryId;
  organisation_id: OrganisationId;
  account: UndividedAccount;
  source: UndividedSource;
  pledge_barred: boolean;
  amount_vnd: number;
};

export type UndividedTables = {
  'registry.undivided_entry': UndividedEntryTable;
  'registry.undivided_line': UndividedLineTable;
};
