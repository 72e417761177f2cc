import { z } from 'zod';
import type { AccountId, OrganisationId } from './id.ts';
import type { Province, UnitCode } from './place.ts';

export const roles = [
  'provincial-officer',
  'commune-officer',
  'organisation-manager',
  'organisation-member',
  'buyer',
  'bank-officer',
  'laboratory',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];
export const Role = z.enum(roles);

/** Roles held for an organisation; the others are held for a place: a unit, or the whole province (unit null). */
export const organisationRoles = [
  'organisation-manager',
  'organisation-member',
  'buyer',
  'bank-officer',
  'laboratory',
] as const;
export type OrganisationRole = (typeof organisationRoles)[number];
export const isOrganisationRole = (role: Role): role is OrganisationRole =>
  (organisationRoles as readonly Role[]).includes(role);

/** A role in force on the day of the request. */
export interface Grant {
  readonly role: Role;
  readonly organisation: OrganisationId | null;
  readonly unit: UnitCode | null;
}

export interface Actor {
  /** null: nobody has signed in. */
  readonly account: AccountId | null;
  readonly name: string;
  readonly province: Province;
  readonly grants: readonly Grant[];
  /** When and how this session proved who it is; commands that bind may ask for a fresh proof. */
  readonly session: string | null;
}

/** What access rules ask of a thing that belongs to an organisation in a place. */
export interface Owned {
  readonly organisation: OrganisationId;
  readonly unit: UnitCode | null;
}

export const isSignedIn = (actor: Actor): boolean => actor.account !== null;
export const has = (actor: Actor, role: Role): boolean => actor.grants.some((grant) => grant.role === role);

export const holds = (actor: Actor, role: Role, organisation: OrganisationId): boolean =>
  actor.grants.some((grant) => grant.role === role && grant.organisation === organisation);

/** Runs the organisation: enters its records and binds it. A buyer's officer does so for the buying enterprise. */
export const manages = (actor: Actor, organisation: OrganisationId): boolean =>
  holds(actor, 'organisation-manager', organisation) || holds(actor, 'buyer', organisation);

/** Belongs to the organisation in whatever role. */
export const belongsTo = (actor: Actor, organisation: OrganisationId): boolean =>
  actor.grants.some((grant) => grant.organisation === organisation);

export const isProvincialOfficer = (actor: Actor): boolean => has(actor, 'provincial-officer');
export const isAuditor = (actor: Actor): boolean => has(actor, 'auditor');
export const isAdministrator = (actor: Actor): boolean => has(actor, 'administrator');

/** Officer of the place: a provincial officer everywhere, a commune officer in the unit granted. */
export const overseesUnit = (actor: Actor, unit: UnitCode | null): boolean =>
  isProvincialOfficer(actor) ||
  (unit !== null && actor.grants.some((grant) => grant.role === 'commune-officer' && grant.unit === unit));

export const anybody = (province: Province): Actor => ({
  account: null,
  name: '',
  province,
  grants: [],
  session: null,
});
