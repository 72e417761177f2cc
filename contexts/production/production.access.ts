import { isAuditor, isProvincialOfficer, holds, manages, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { EnteredAs } from './activity.ts';

/** A row of land, or of what is done on it, as access rules see it. */
export const ownedOf = (plot: { organisation_id: OrganisationId; unit_code: UnitCode }) => ({
  organisation: plot.organisation_id,
  unit: plot.unit_code,
});

/** What a list may show: everything, or the land in some units and of some organisations. */
export interface Reach {
  readonly everything: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
}

const workers = ['organisation-manager', 'buyer', 'organisation-member'] as const;

export const reachOf = (actor: Actor): Reach => ({
  everything: isProvincialOfficer(actor) || isAuditor(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    organisation !== null && workers.some((worker) => worker === role) ? [organisation] : [],
  ),
});

export const reachesAnything = ({ everything, units, organisations }: Reach): boolean =>
  everything || units.length > 0 || organisations.length > 0;

export const worksFor = (actor: Actor, organisation: OrganisationId): boolean =>
  manages(actor, organisation) || holds(actor, 'organisation-member', organisation);

/** Land and what is done on it is seen by those who work it, the officers of its place, and the auditor. */
export const maySee = (actor: Actor, { organisation, unit }: Owned): boolean =>
  worksFor(actor, organisation) || overseesUnit(actor, unit) || isAuditor(actor);

/** An auditor reads without the names of people. */
export const seesNames = (actor: Actor, { organisation, unit }: Owned): boolean =>
  worksFor(actor, organisation) || overseesUnit(actor, unit);

/** Plots are kept by those who run the organisation, or by the officer of the place for those who cannot. */
export const mayKeepPlot = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);

const isCommuneOfficerOf = (actor: Actor, unit: UnitCode | null): boolean =>
  unit !== null && actor.grants.some((grant) => grant.role === 'commune-officer' && grant.unit === unit);

/** As whom somebody may write in the field log; a commune officer types for those without a phone. */
export function writesAs(actor: Actor, { organisation, unit }: Owned): EnteredAs | undefined {
  if (manages(actor, organisation)) return 'manager';
  if (holds(actor, 'organisation-member', organisation)) return 'member';
  return isCommuneOfficerOf(actor, unit) ? 'officer' : undefined;
}

/** The commune officer of the plot's unit, or a provincial officer. */
export const maySignOff = (actor: Actor, { unit }: Owned): boolean => overseesUnit(actor, unit);
