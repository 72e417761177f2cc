import { isAdministrator, isAuditor, isProvincialOfficer, type Actor } from '#kernel/actor.ts';

/** Units, their links, acts and boundaries are kept by the province. */
export const mayKeepUnits = (actor: Actor): boolean => isAdministrator(actor) || isProvincialOfficer(actor);

/** Drafts, what waits and who is proposed: for those who keep units, and for auditors without names. */
export const mayReadActs = (actor: Actor): boolean => mayKeepUnits(actor) || isAuditor(actor);

/** Plots are no public record. */
export const seesPlots = (actor: Actor): boolean => isProvincialOfficer(actor) || isAuditor(actor);
