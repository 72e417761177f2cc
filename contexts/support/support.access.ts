import {
  isAuditor,
  isProvincialOfficer,
  isSignedIn,
  manages,
  overseesUnit,
  type Actor,
  type Owned,
} from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

/** An application in its place, with the fund that pays it out. */
export interface OwnedApplication extends Owned {
  readonly fund: OrganisationId | null;
  readonly isApproved: boolean;
}

export const isFundOf = (actor: Actor, fund: OrganisationId | null): boolean => fund !== null && manages(actor, fund);

/** Checking costs nothing and commits to nothing: those who run the organisation, its officers, the auditor. */
export const mayCheck = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit) || isAuditor(actor);

/** The fund sees what it has to pay out, and nothing before it was approved. */
export const maySee = (actor: Actor, application: OwnedApplication): boolean =>
  mayCheck(actor, application) || (application.isApproved && isFundOf(actor, application.fund));

export const mayApply = (actor: Actor, organisation: OrganisationId): boolean => manages(actor, organisation);

/** The first level belongs to the commune alone, so that the second is always another desk. */
export const mayExamine = (actor: Actor, unit: UnitCode | null): boolean =>
  unit !== null && actor.grants.some((grant) => grant.role === 'commune-officer' && grant.unit === unit);

export const mayDecide = (actor: Actor): boolean => isProvincialOfficer(actor);

export const mayHandOver = (actor: Actor, { unit, fund }: OwnedApplication): boolean =>
  overseesUnit(actor, unit) || isFundOf(actor, fund);

/** As whom somebody hands over. */
export function handsOverAs(actor: Actor, application: OwnedApplication) {
  if (isFundOf(actor, application.fund)) return 'fund';
  return mayExamine(actor, application.unit) ? 'commune-officer' : 'provincial-officer';
}

/** What a list may show. */
export interface Reach {
  readonly everything: boolean;
  readonly units: readonly UnitCode[];
  /** Organisations one runs: their applications, and as a fund those it pays. */
  readonly organisations: readonly OrganisationId[];
}

export const reachOf = (actor: Actor): Reach => ({
  everything: isProvincialOfficer(actor) || isAuditor(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    organisation !== null && (role === 'organisation-manager' || role === 'buyer') ? [organisation] : [],
  ),
});

export const mayList = (actor: Actor): boolean => {
  const { everything, units, organisations } = reachOf(actor);
  return isSignedIn(actor) && (everything || units.length > 0 || organisations.length > 0);
};

/** An auditor reads the steps without the names of people. */
export const seesNames = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);
