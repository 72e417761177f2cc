import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import { sameOrganisation } from '#registry';
import type { Scope } from './contract.access.ts';

/** Where a list joins its contract as c, the seller as s and the buyer as b: one of these is a party. */
export const isParty = (organisations: readonly OrganisationId[]) => {
  const ids = sql`${sql.val(organisations)}::uuid[]`;
  return sql<boolean>`(c.seller_id = any(${ids}) or c.buyer_id = any(${ids}))`;
};

/** The same of one organisation, under every id it was entered under. */
export const isPartyOf = (organisation: OrganisationId) =>
  sql<boolean>`(c.seller_id in ${sameOrganisation(organisation)} or c.buyer_id in ${sameOrganisation(organisation)})`;

/** What the caller may see: all, or what belongs to one's organisations and places. */
export function isWithin(scope: Scope) {
  if (scope.all) return sql<boolean>`true`;
  const units = sql`${sql.val(scope.units)}::text[]`;
  return sql<boolean>`(${isParty(scope.organisations)} or s.unit_code = any(${units}) or b.unit_code = any(${units}))`;
}
