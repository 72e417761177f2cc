import { isAdministrator, isAuditor, isProvincialOfficer, type Actor } from '#kernel/actor.ts';

/** Who sets the province up: lists, numbers of law, the head of documents. */
export const maySetUp = (actor: Actor): boolean => isAdministrator(actor);

/** Units that are no more, and where they went: kept by the province, as the links of units are. */
export const mayKeepFormer = (actor: Actor): boolean => isAdministrator(actor) || isProvincialOfficer(actor);

/** How far it is, for the officers of the province and for auditors too. */
export const maySeeSetup = (actor: Actor): boolean =>
  isAdministrator(actor) || isProvincialOfficer(actor) || isAuditor(actor);

/** An auditor reads who did what without the persons. */
export const maySeeNames = (actor: Actor): boolean => maySeeSetup(actor) && !isAuditor(actor);
