import { Problem } from '#kernel/problem.ts';
import { claimFile } from '#platform/file/file.store.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepDocuments, mayReadDocument } from './organisation-document.access.ts';
import { documentForChange, documentsOf, endDocument, saveDocument } from './organisation-document.store.ts';
import { documentObstacles, type DocumentObstacle } from './organisation-document.ts';
import {
  listOrganisationDocuments,
  recordOrganisationDocument,
  withdrawOrganisationDocument,
  type OrganisationDocumentRow,
} from './organisation-document.wire.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import { refuseMerged } from './record-merger.store.ts';

const refuse = (code: string, obstacles: readonly DocumentObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const documentView = (row: Awaited<ReturnType<typeof documentsOf>>[number]): OrganisationDocumentRow => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  on: row.on,
  issuer: row.issuer,
  access: row.access,
  file: { id: row.file_id, name: row.file_name, bytes: row.file_bytes },
  recordedAt: row.recordedAt,
  replaces: row.replaces,
  reason: row.reason,
});

export const organisationDocumentRoutes = [
  handle(listOrganisationDocuments, async ({ input, actor, db, insist }) => {
    insist(true);
    const organisation = await organisationFacts(db, input.organisation);
    const owned = { organisation: organisation.id, unit: organisation.unit_code };
    const rows = await documentsOf(db, organisation.id);
    return {
      items: rows
        .filter(({ access, ended_at }) => mayReadDocument(actor, owned, { access, ended: ended_at !== null }))
        .map(documentView),
      may: { record: organisation.provenance !== 'reported' && mayKeepDocuments(actor, owned) },
    };
  }),

  handle(recordOrganisationDocument, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepDocuments(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    await refuseMerged(db, 'organisation', input.organisation);
    const replaced = input.replaces && (await documentForChange(db, input.replaces.document));
    refuse(
      'registry.organisation-document.not-recordable',
      documentObstacles({
        provenance: organisation.provenance,
        on: input.on,
        today,
        organisation: input.organisation,
        replaces: replaced ? { ended: replaced.ended_at !== null, organisation: replaced.organisation_id } : null,
      }),
    );
    await claimFile(db, actor, input.file, { kind: 'registry.organisation-document', id: input.id });
    await saveDocument(db, input, actor.account!);
    await tell('registry.organisation-document.recorded', { document: input.id, organisation: organisation.id });
    return {};
  }),

  handle(withdrawOrganisationDocument, async ({ input, actor, db, insist }) => {
    const document = await documentForChange(db, input.document);
    const organisation = await organisationFacts(db, document.organisation_id);
    insist(mayKeepDocuments(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    refuse('registry.organisation-document.not-withdrawable', document.ended_at === null ? [] : ['ended-already']);
    await endDocument(db, document.id, input.reason, actor.account!);
    return {};
  }),
];
