import { has, holds, isProvincialOfficer, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

export interface BatchPlace {
  /** All rows belong to it; null: to the officer's place. */
  readonly organisation: OrganisationId | null;
  readonly unit: UnitCode | null;
}

/** Who runs an organisation hands in sheets about it; the officer of a place about all organisations there. */
export const mayHandIn = (actor: Actor, { organisation, unit }: BatchPlace): boolean =>
  organisation === null
    ? isProvincialOfficer(actor) || has(actor, 'commune-officer')
    : holds(actor, 'organisation-manager', organisation) || overseesUnit(actor, unit);

/** A sheet holds persons: seen by those who may hand it in for the place, of a commune's only by who did. */
export const maySeeBatch = (actor: Actor, batch: BatchPlace & { readonly madeBy: AccountId }): boolean =>
  mayHandIn(actor, batch) &&
  (batch.organisation !== null || isProvincialOfficer(actor) || batch.madeBy === actor.account);

/** The register's yearly figures follow what an officer has accepted: the organisation hands in its yearly update instead. */
export const mayHandInAccounts = (actor: Actor, { organisation, unit }: BatchPlace): boolean =>
  organisation === null || overseesUnit(actor, unit);

/** The units whose organisations an officer may enter for; null for all of the province. */
export const unitsOf = (actor: Actor): UnitCode[] | null =>
  isProvincialOfficer(actor)
    ? null
    : actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : []));
