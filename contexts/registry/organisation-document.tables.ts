import type { Generated } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, FileId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { DocumentAccess, DocumentKind } from './organisation-document.ts';
import type { OrganisationDocumentId } from './organisation-document.wire.ts';

type OrganisationDocumentTable = {
  province: Generated<Province>;
  id: OrganisationDocumentId;
  organisation_id: OrganisationId;
  kind: DocumentKind;
  number: string;
  document_on: Day;
  issuer: string;
  access: DocumentAccess;
  file_id: FileId;
  replaces_id: OrganisationDocumentId | null;
  recorded_by: AccountId | null;
  recorded_at: Generated<Instant>;
  ended_at: Instant | null;
  ended_by: AccountId | null;
  reason: string | null;
};

export type DocumentTables = { 'registry.organisation_document': OrganisationDocumentTable };
