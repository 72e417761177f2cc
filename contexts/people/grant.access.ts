import { has, isAdministrator, isAuditor, isProvincialOfficer, type Actor, type Role } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { handsOut } from './grant.ts';

/** Where a role is, or would be, held: an organisation with the unit of its seat, a unit, or the province. */
export interface GrantPlace {
  readonly role: Role;
  readonly organisation: OrganisationId | null;
  readonly organisationUnit: UnitCode | null;
  readonly unit: UnitCode | null;
}

/**
 * Administrators give every role; provincial officers those of communes, organisations, banks, laboratories and
 * auditors; commune officers managers of organisations seated in their unit; managers people of their own.
 */
export const mayGrant = (actor: Actor, place: GrantPlace): boolean =>
  actor.grants.some((grant) => {
    if (!handsOut[grant.role].includes(place.role)) return false;
    if (grant.role === 'commune-officer') return grant.unit !== null && grant.unit === place.organisationUnit;
    if (grant.role === 'organisation-manager') return grant.organisation === place.organisation;
    return true;
  });

/** The list of people is open to those who may give a role at all, and to auditors. */
export const mayListGrants = (actor: Actor): boolean =>
  isAuditor(actor) || actor.grants.some(({ role }) => handsOut[role].length > 0);

export const rolesToGive = (actor: Actor): Role[] => [...new Set(actor.grants.flatMap(({ role }) => handsOut[role]))];

/** What a list of people may show: everybody, or those of some units and organisations. */
export interface GrantScope {
  readonly all: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
  readonly masked: boolean;
}

export function grantScope(actor: Actor): GrantScope {
  const officer = isAdministrator(actor) || isProvincialOfficer(actor);
  return {
    all: officer || isAuditor(actor),
    units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
    organisations: actor.grants.flatMap(({ role, organisation }) =>
      role === 'organisation-manager' && organisation !== null ? [organisation] : [],
    ),
    masked: has(actor, 'auditor') && !officer,
  };
}
