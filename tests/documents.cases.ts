import {
  recordOrganisationDocument,
  type OrganisationDocumentId,
} from '#contexts/registry/organisation-document.wire.ts';
import type { Role } from '#kernel/actor.ts';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import type { AccessWorld, Asker, Cases, Side } from './access.world.ts';

const keepers = ['provincial-officer', 'commune-officer', 'organisation-manager', 'buyer'] as const satisfies Role[];

async function fileOf({ server, people }: AccessWorld, side: Side, role: Role): Promise<FileId> {
  const pdf = Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Paper (${newId()}) >>\nendobj\n%%EOF\n`);
  const { status, body } = await server.upload(people[side][role], pdf, 'dieu-le.pdf');
  if (status !== 200) throw new Error(`upload: ${status} ${body.code}`);
  return body.id as FileId;
}

const paper = (organisation: OrganisationId, file: FileId) => ({
  id: newId<OrganisationDocumentId>(),
  organisation,
  kind: 'charter' as const,
  number: 'Điều lệ',
  on: '2026-01-15' as never,
  issuer: 'Đại hội thành viên',
  access: 'keepers' as const,
  file,
});

/** Papers are put there by whoever may, each with a file of their own. */
export async function documentCases(world: AccessWorld): Promise<{ cases: Cases; file: (side: Side) => FileId }> {
  const files = new Map<string, FileId>();
  const kept = new Map<string, { id: OrganisationDocumentId; file: FileId }>();
  for (const side of ['own', 'foreign'] as const) {
    for (const role of keepers) {
      files.set(`${side} ${role}`, await fileOf(world, side, role));
      const given = paper(world.organisation(side, role), await fileOf(world, side, role));
      await world.done(world.people[side][role], recordOrganisationDocument, given);
      kept.set(`${side} ${role}`, given);
    }
  }
  const keeper = (asker: Asker): Role => keepers.find((role) => role === asker) ?? 'organisation-manager';
  return {
    file: (side) => kept.get(`${side} organisation-manager`)!.file,
    cases: {
      'registry.organisation-document.list': (side, asker) => ({ organisation: world.organisation(side, asker) }),
      'registry.organisation-document.record': (side, asker) =>
        paper(world.organisation(side, asker), files.get(`${side} ${keeper(asker)}`)!),
      'registry.organisation-document.withdraw': (side, asker) => ({
        document: kept.get(`${side} ${keeper(asker)}`)!.id,
        reason: 'nhập nhầm',
      }),
    },
  };
}
