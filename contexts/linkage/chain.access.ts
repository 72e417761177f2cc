import { isProvincialOfficer, manages, type Actor } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';

/** The lead keeps its chain; the provincial officer may too, for chains approved on paper. */
export const mayKeepChain = (actor: Actor, lead: OrganisationId): boolean =>
  manages(actor, lead) || isProvincialOfficer(actor);
