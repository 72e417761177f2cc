import {
  has,
  holds,
  isAuditor,
  isProvincialOfficer,
  manages,
  overseesUnit,
  type Actor,
  type Owned,
} from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

export const worksForBank = (actor: Actor, bank: OrganisationId): boolean => holds(actor, 'bank-officer', bank);
export const isBanker = (actor: Actor): boolean => has(actor, 'bank-officer');

export const mayCheck = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit) || isAuditor(actor);

/** What is in a dossier, and whom it was shown, is the organisation's; officers learn that it exists, not more. */
export const mayOpenOwn = (actor: Actor, organisation: OrganisationId): boolean => manages(actor, organisation);

export interface Reach {
  readonly everything: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
}

export const reachOf = (actor: Actor): Reach => ({
  everything: isProvincialOfficer(actor) || isAuditor(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    organisation !== null && (role === 'organisation-manager' || role === 'buyer') ? [organisation] : [],
  ),
});

export const mayListDossiers = (actor: Actor): boolean => {
  const { everything, units, organisations } = reachOf(actor);
  return everything || units.length > 0 || organisations.length > 0;
};

export const banksOf = (actor: Actor): OrganisationId[] =>
  actor.grants.flatMap(({ role, organisation }) =>
    role === 'bank-officer' && organisation !== null ? [organisation] : [],
  );
