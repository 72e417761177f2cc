import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { OrganisationKind, OrganisationStatus, Provenance } from './organisation.ts';
import { registryIn } from './registry.tables.ts';

/** What an organisation is recognised by when many are told of at once. */
export interface OrganisationKey {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly taxNumber: string | null;
  /** Of a person's number. */
  readonly numberHmac: Buffer | null;
  readonly registrationNumber: string | null;
  readonly unit: UnitCode | null;
  readonly status: OrganisationStatus;
  readonly provenance: Provenance;
}

/** Of the whole province, of some units, or one: as far as somebody may enter for them. */
export async function organisationKeys(
  db: Db,
  { units, only }: { readonly units: readonly UnitCode[] | null; readonly only: OrganisationId | null },
): Promise<OrganisationKey[]> {
  let rows = registryIn(db)
    .selectFrom('registry.organisation as o')
    .leftJoin('registry.organisation_place as p', (join) =>
      join.onRef('p.organisation_id', '=', 'o.id').on('p.valid_until', 'is', null),
    )
    .select(['o.id', 'o.kind', 'o.name', 'o.status', 'o.provenance', 'p.unit_code as unit'])
    .select([
      'o.tax_number as taxNumber',
      'o.tax_number_hmac as numberHmac',
      'o.registration_number as registrationNumber',
    ])
    .where('o.struck_at', 'is', null)
    .orderBy('o.id');
  if (only !== null) rows = rows.where('o.id', '=', only);
  else if (units !== null) rows = rows.where(sql<boolean>`p.unit_code = any(${units}::text[])`);
  return rows.execute();
}
