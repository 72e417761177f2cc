import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { MergerId, RecordSubject } from './record-merger.ts';

type MergerTable = {
  province: Generated<Province>;
  id: MergerId;
  subject: RecordSubject;
  merged_id: string;
  survivor_id: string;
  shown_as_id: string;
  closes_book: Generated<boolean>;
  reason: string;
  merged_at: Generated<Instant>;
  merged_by: AccountId;
  undone_at: Instant | null;
  undone_by: AccountId | null;
  undo_reason: string | null;
};

type MergedFacts = {
  province: Province;
  id: OrganisationId;
  short_name: string | null;
  tax_number: string | null;
  registration_number: string | null;
  founded_on: Day | null;
  certificate_on: Day | null;
  gln: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
};

type ClosedBook = {
  province: Province;
  organisation_id: OrganisationId;
  shown_as_id: OrganisationId;
  merger_id: MergerId;
  merged_at: Instant;
  reason: string;
};

export type MergerTables = {
  'registry.closed_book': ClosedBook;
  'registry.record_merger': MergerTable;
  'registry.merged_facts': MergedFacts;
};
