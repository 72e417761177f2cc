import { isAuditor, manages, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

/** Who runs the organisation, or the officer of the place for one that has nobody at a screen. Members see nothing of it. */
export const mayWrite = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);

export const mayRead = (actor: Actor, owned: Owned): boolean => mayWrite(actor, owned) || isAuditor(actor);

/** Returns and accepts. */
export const mayAnswer = (actor: Actor, { unit }: Pick<Owned, 'unit'>): boolean => overseesUnit(actor, unit);

export interface Reach {
  readonly everything: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
}

/** Which organisations' updates a list may show somebody. */
export function reachOf(actor: Actor): Reach {
  const of = (role: string) => actor.grants.filter((grant) => grant.role === role);
  return {
    everything: of('provincial-officer').length > 0 || isAuditor(actor),
    units: of('commune-officer').flatMap(({ unit }) => (unit === null ? [] : [unit])),
    organisations: of('organisation-manager').flatMap(({ organisation }) =>
      organisation === null ? [] : [organisation],
    ),
  };
}

export const mayRemindSome = (actor: Actor): boolean =>
  actor.grants.some(({ role }) => role === 'provincial-officer' || role === 'commune-officer');
