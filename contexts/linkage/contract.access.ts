import {
  belongsTo,
  isAuditor,
  isProvincialOfficer,
  isSignedIn,
  manages,
  overseesUnit,
  type Actor,
} from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Side } from './part.wire.ts';

export interface Parties {
  readonly seller: OrganisationId;
  readonly buyer: OrganisationId;
  readonly sellerUnit: UnitCode | null;
  readonly buyerUnit: UnitCode | null;
}

/** Its parties' people, the officers of their places, and the auditor. */
export const mayRead = (actor: Actor, parties: Parties): boolean =>
  belongsTo(actor, parties.seller) ||
  belongsTo(actor, parties.buyer) ||
  overseesUnit(actor, parties.sellerUnit) ||
  overseesUnit(actor, parties.buyerUnit) ||
  isAuditor(actor);

/** Binds one side: whoever runs that organisation, and nobody for it. */
export const mayActFor = (actor: Actor, parties: Parties, side: Side): boolean => manages(actor, parties[side]);
export const mayAct = (actor: Actor, parties: Parties): boolean =>
  mayActFor(actor, parties, 'seller') || mayActFor(actor, parties, 'buyer');
export const sidesOf = (actor: Actor, parties: Parties): Side[] =>
  (['seller', 'buyer'] as const).filter((side) => mayActFor(actor, parties, side));

/** Names of people who signed or typed: not for the auditor's eyes. */
export const seesNames = (actor: Actor, parties: Parties): boolean =>
  belongsTo(actor, parties.seller) || belongsTo(actor, parties.buyer) || isProvincialOfficer(actor);

export const mayList = isSignedIn;

/** Which contracts a list may show: all, or those of one's organisations and places. */
export interface Scope {
  readonly all: boolean;
  readonly organisations: OrganisationId[];
  readonly units: UnitCode[];
}

const ownOrganisations = (actor: Actor): OrganisationId[] => [
  ...new Set(actor.grants.map(({ organisation }) => organisation).filter((id) => id !== null)),
];

export const scopeOf = (actor: Actor): Scope => ({
  all: isProvincialOfficer(actor) || isAuditor(actor),
  organisations: ownOrganisations(actor),
  units: actor.grants.filter(({ role }) => role === 'commune-officer').flatMap(({ unit }) => unit ?? []),
});

export const runOrganisations = (actor: Actor): OrganisationId[] =>
  ownOrganisations(actor).filter((organisation) => manages(actor, organisation));
