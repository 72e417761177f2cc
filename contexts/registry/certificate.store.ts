import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { CertificateId, recordCertificate } from './certificate.wire.ts';
import { idsOf } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

export const certificatesOf = async (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.certificate as c')
    .leftJoin('registry.commodity as k', 'k.id', 'c.commodity_id')
    .select([
      'c.id',
      'c.kind',
      'c.grade',
      'c.number',
      'c.issuer',
      'c.commodity_id',
      'k.name_vi',
      'k.name_en',
      'k.name_th',
    ])
    .select(['c.valid_from', 'c.valid_until', 'c.withdrawn_on', 'c.provenance'])
    .where('c.organisation_id', 'in', await idsOf(db, organisation))
    .orderBy('c.valid_from', 'desc')
    .orderBy('c.id')
    .execute();

export async function saveCertificate(db: Db, given: ParsedInputOf<typeof recordCertificate>): Promise<void> {
  await registryIn(db)
    .insertInto('registry.certificate')
    .values({
      id: given.id,
      organisation_id: given.organisation,
      commodity_id: given.commodity ?? null,
      kind: given.kind,
      grade: given.grade ?? null,
      number: given.number,
      issuer: given.issuer,
      valid_from: given.validFrom,
      valid_until: given.validUntil ?? null,
      withdrawn_on: null,
    })
    .execute();
}

/** A certificate with its holder, locked for a change. */
export async function certificateForChange(db: Db, certificate: CertificateId) {
  const row = await registryIn(db)
    .selectFrom('registry.certificate')
    .select(['id', 'organisation_id', 'valid_from', 'withdrawn_on'])
    .where('id', '=', certificate)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.certificate.unknown');
  return row;
}

export async function saveWithdrawal(db: Db, certificate: CertificateId, on: Day): Promise<void> {
  await registryIn(db)
    .updateTable('registry.certificate')
    .set({ withdrawn_on: on })
    .where('id', '=', certificate)
    .execute();
}
