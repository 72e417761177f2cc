import { has, isAdministrator, isAuditor, isProvincialOfficer, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Subject } from './pair.ts';

/** Who may have records of a kind looked through, and say how. */
export const mayRun = (actor: Actor): boolean => isProvincialOfficer(actor) || isAdministrator(actor);

export const mayReadRuns = (actor: Actor): boolean => mayRun(actor) || isAuditor(actor);

/** Where one of two records belongs. */
export interface Side {
  readonly organisation: OrganisationId;
  readonly unit: UnitCode | null;
}

export type PairSight = 'full' | 'masked' | 'none';

const runs = (actor: Actor, organisation: OrganisationId): boolean =>
  actor.grants.some((grant) => grant.role === 'organisation-manager' && grant.organisation === organisation);

/**
 * The officers of the place of both; of members of one organisation, who runs it. Whoever sees only one of the two sees no pair: it
 * would tell of the other. Auditors see how fields agree, without what stands in them.
 */
export function pairSight(actor: Actor, subject: Subject, [one, other]: readonly [Side, Side]): PairSight {
  if (overseesUnit(actor, one.unit) && overseesUnit(actor, other.unit)) return 'full';
  if (subject === 'member' && one.organisation === other.organisation && runs(actor, one.organisation)) return 'full';
  return isAuditor(actor) ? 'masked' : 'none';
}

/** Which pairs a list may hold. */
export interface PairScope {
  readonly all: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
  readonly masked: boolean;
}

export const mayListPairs = (actor: Actor, subject: Subject): boolean =>
  isProvincialOfficer(actor) ||
  isAuditor(actor) ||
  has(actor, 'commune-officer') ||
  (subject === 'member' && has(actor, 'organisation-manager'));

/** Who only runs organisations has pairs of members only. */
export const usualSubject = (actor: Actor): Subject =>
  mayListPairs(actor, 'organisation') || !mayListPairs(actor, 'member') ? 'organisation' : 'member';

export const pairScope = (actor: Actor): PairScope => ({
  all: isProvincialOfficer(actor) || isAuditor(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: actor.grants.flatMap(({ role, organisation }) =>
    role === 'organisation-manager' && organisation !== null ? [organisation] : [],
  ),
  masked: !isProvincialOfficer(actor) && isAuditor(actor),
});
