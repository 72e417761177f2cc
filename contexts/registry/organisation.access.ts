import {
  belongsTo,
  isAuditor,
  isProvincialOfficer,
  manages,
  overseesUnit,
  type Actor,
  type Owned,
} from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

/** An officer enters organisations of the place. */
export const mayRegister = (actor: Actor, { unit }: Pick<Owned, 'unit'>): boolean => overseesUnit(actor, unit);

/** The officer of its place, or who runs it. */
export const mayChange = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);

/** Phone, mail and personal numbers: the organisation's own people and the officers of the place. */
export const maySeeContact = (actor: Actor, { organisation, unit }: Owned): boolean =>
  belongsTo(actor, organisation) || overseesUnit(actor, unit);

/** Yearly figures: the organisation's own people, the officers of the place, auditors. */
export const maySeeYearly = (actor: Actor, owned: Owned): boolean => maySeeContact(actor, owned) || isAuditor(actor);

export interface ClassReach {
  readonly everything: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
}

/** Size and rating rest on yearly figures: who runs the organisation, the officers of the place, auditors. */
export const classReach = (actor: Actor): ClassReach => ({
  everything: isProvincialOfficer(actor) || isAuditor(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    (role === 'organisation-manager' || role === 'buyer') && organisation !== null ? [organisation] : [],
  ),
});

export const seesClasses = ({ everything, units, organisations }: ClassReach): boolean =>
  everything || units.length > 0 || organisations.length > 0;
