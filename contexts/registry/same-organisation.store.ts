import { sql, type RawBuilder } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';

/** For `in`: every id under which this organisation was entered. What hangs on any of them is its. */
export const sameOrganisation = (organisation: OrganisationId): RawBuilder<OrganisationId> =>
  sql<OrganisationId>`(select ${organisation}::uuid union all select a.also_id from registry.published_alias a
    where a.province = platform.current_province() and a.id = ${organisation})`;

/** The id under which it stands today. */
export const standingId = (organisation: OrganisationId): RawBuilder<OrganisationId> =>
  sql<OrganisationId>`(select i.stands_as_id from registry.published_identity i
    where i.province = platform.current_province() and i.id = ${organisation})`;
