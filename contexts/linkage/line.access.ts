import { isSignedIn, manages, type Actor } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';

/** The market place is open to whoever has signed in; limit prices are not part of it. */
export const mayLook = isSignedIn;
export const mayChangeLine = (actor: Actor, organisation: OrganisationId): boolean => manages(actor, organisation);
/** A floor or a ceiling is its owner's alone: no officer, no auditor, no other side. */
export const ownsLimit = (actor: Actor, organisation: OrganisationId): boolean => manages(actor, organisation);
