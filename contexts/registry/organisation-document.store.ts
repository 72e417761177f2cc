import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { FileAccess } from '#platform/file/file.routes.ts';
import type { Db } from '#platform/database/db.ts';
import { mayReadDocument } from './organisation-document.access.ts';
import type { OrganisationDocumentId, recordOrganisationDocument } from './organisation-document.wire.ts';
import { idsOf } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

export const documentsOf = async (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.organisation_document as d')
    .innerJoin('platform.file as f', 'f.id', 'd.file_id')
    .select(['d.id', 'd.kind', 'd.number', 'd.document_on as on', 'd.issuer', 'd.access', 'd.replaces_id as replaces'])
    .select(['d.file_id', 'f.name as file_name', 'f.bytes as file_bytes', 'd.recorded_at as recordedAt'])
    .select(['d.ended_at', 'd.reason'])
    .where('d.organisation_id', 'in', await idsOf(db, organisation))
    .orderBy('d.document_on', 'desc')
    .orderBy('d.recorded_at', 'desc')
    .orderBy('d.id')
    .execute();

export async function saveDocument(
  db: Db,
  given: ParsedInputOf<typeof recordOrganisationDocument>,
  by: AccountId,
): Promise<void> {
  if (given.replaces !== undefined) await endDocument(db, given.replaces.document, given.replaces.reason, by);
  await registryIn(db)
    .insertInto('registry.organisation_document')
    .values({
      id: given.id,
      organisation_id: given.organisation,
      kind: given.kind,
      number: given.number,
      document_on: given.on,
      issuer: given.issuer,
      access: given.access,
      file_id: given.file,
      replaces_id: given.replaces?.document ?? null,
      recorded_by: by,
      ended_at: null,
      ended_by: null,
      reason: null,
    })
    .execute();
}

export async function endDocument(
  db: Db,
  document: OrganisationDocumentId,
  reason: string,
  by: AccountId,
): Promise<void> {
  await registryIn(db)
    .updateTable('registry.organisation_document')
    .set({ ended_at: sql`now()`, ended_by: by, reason })
    .where('id', '=', document)
    .execute();
}

/** A paper with its organisation, locked for a change. */
export async function documentForChange(db: Db, document: OrganisationDocumentId) {
  const row = await registryIn(db)
    .selectFrom('registry.organisation_document')
    .select(['id', 'organisation_id', 'ended_at'])
    .where('id', '=', document)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.organisation-document.unknown');
  return row;
}

/** The file follows its paper. */
export const documentFiles: FileAccess = {
  'registry.organisation-document': async (db, actor, id) => {
    const row = await registryIn(db)
      .selectFrom('registry.organisation_document as d')
      .innerJoin('registry.published_organisation as o', 'o.id', 'd.organisation_id')
      .select(['o.id as organisation', 'o.survivor_id', 'o.unit_code as unit', 'd.access', 'd.ended_at'])
      .where('d.id', '=', id as never)
      .executeTakeFirst();
    if (row === undefined) return false;
    const { organisation, survivor_id, unit, access, ended_at } = row;
    return mayReadDocument(
      actor,
      { organisation: survivor_id ?? organisation, unit },
      { access, ended: ended_at !== null },
    );
  },
};
