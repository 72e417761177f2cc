import { belongsTo, isAuditor, manages, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';

/** Who sees how much of the capital: all of it, all without the persons, or one's own line. */
export type CapitalSight = 'full' | 'masked' | 'own' | 'none';

/** Who runs the organisation and the officers of its place see all; a member the own line; auditors rows without names. */
export function capitalSight(actor: Actor, { organisation, unit }: Owned): CapitalSight {
  if (manages(actor, organisation) || overseesUnit(actor, unit)) return 'full';
  if (belongsTo(actor, organisation)) return 'own';
  return isAuditor(actor) ? 'masked' : 'none';
}

/** Who runs the organisation keeps its book; the officer of the place may enter for it. */
export const mayKeepCapital = (actor: Actor, owned: Owned): boolean => capitalSight(actor, owned) === 'full';
