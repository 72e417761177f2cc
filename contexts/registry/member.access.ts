import { belongsTo, isAuditor, manages, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

/** How much of a member somebody sees: everything, names only, or everything but names. */
export type MemberSight = 'full' | 'names' | 'masked' | 'none';

/** Managers and officers of the place see all; members each other's names; auditors the rows without the persons. */
export function memberSight(actor: Actor, { organisation, unit }: Owned): MemberSight {
  if (manages(actor, organisation) || overseesUnit(actor, unit)) return 'full';
  if (belongsTo(actor, organisation)) return 'names';
  return isAuditor(actor) ? 'masked' : 'none';
}

export const mayListMembers = (actor: Actor, owned: Owned): boolean => memberSight(actor, owned) !== 'none';

/** Who runs the organisation keeps its list of members; the officer of the place may enter for it. */
export const mayKeepMembers = (actor: Actor, owned: Owned): boolean => memberSight(actor, owned) === 'full';

/** A member is its organisation's, where that has its seat. */
export const ownedMember = (row: { organisation_id: OrganisationId; unit_code: UnitCode | null }): Owned => ({
  organisation: row.organisation_id,
  unit: row.unit_code,
});
