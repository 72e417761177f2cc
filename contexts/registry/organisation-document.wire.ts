import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { FileId, idOf, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { documentAccesses, documentKinds } from './organisation-document.ts';

export const OrganisationDocumentId = idOf('OrganisationDocumentId');
export type OrganisationDocumentId = Branded<'OrganisationDocumentId'>;

export const OrganisationDocumentRow = z.object({
  id: OrganisationDocumentId,
  kind: z.enum(documentKinds),
  number: z.string(),
  on: Day,
  issuer: z.string(),
  access: z.enum(documentAccesses),
  file: z.object({ id: FileId, name: z.string(), bytes: z.int() }),
  recordedAt: Instant,
  /** Which one it stands in for. */
  replaces: OrganisationDocumentId.nullable(),
  /** Replaced or taken out, and why; only who keeps the papers is told of such. */
  reason: z.string().nullable(),
});
export type OrganisationDocumentRow = z.infer<typeof OrganisationDocumentRow>;

/** The papers of an organisation, as many of them as the one who asks may read. */
export const listOrganisationDocuments = query('registry.organisation-document.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(OrganisationDocumentRow), may: z.object({ record: z.boolean() }) }),
});

/** Puts a paper there; one that stands in for another ends that other, with the reason. */
export const recordOrganisationDocument = command('registry.organisation-document.record', {
  input: z.object({
    id: OrganisationDocumentId,
    organisation: OrganisationId,
    kind: z.enum(documentKinds),
    number: line(100),
    on: Day,
    issuer: line(200, 2),
    access: z.enum(documentAccesses),
    file: FileId,
    replaces: z.object({ document: OrganisationDocumentId, reason: line(300, 3) }).optional(),
  }),
  reply: z.object({}),
});

/** Takes a paper out: it was put there wrongly. */
export const withdrawOrganisationDocument = command('registry.organisation-document.withdraw', {
  input: z.object({ document: OrganisationDocumentId, reason: line(300, 3) }),
  reply: z.object({}),
});
