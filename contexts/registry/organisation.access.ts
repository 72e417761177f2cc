import { belongsTo, isAuditor, manages, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';

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
