import { holds, isAuditor, isProvincialOfficer, manages, overseesUnit, type Actor, type Owned } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

/** What a list may show: everything, the lots of organisations in some units, of some organisations, or sent to some laboratories. */
export interface Reach {
  readonly everything: boolean;
  readonly units: readonly UnitCode[];
  readonly organisations: readonly OrganisationId[];
  readonly laboratories: readonly OrganisationId[];
}

const workers: readonly string[] = ['organisation-manager', 'buyer', 'organisation-member'];
const organisationsOf = (actor: Actor, isMeant: (role: string) => boolean): OrganisationId[] =>
  actor.grants.flatMap(({ role, organisation }) => (organisation !== null && isMeant(role) ? [organisation] : []));

export const laboratoriesOf = (actor: Actor): OrganisationId[] =>
  organisationsOf(actor, (role) => role === 'laboratory');

export const reachOf = (actor: Actor): Reach => ({
  everything: isProvincialOfficer(actor) || isAuditor(actor),
  units: actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : [])),
  organisations: organisationsOf(actor, (role) => workers.includes(role)),
  laboratories: laboratoriesOf(actor),
});

export const reachesAnything = ({ everything, units, organisations, laboratories }: Reach): boolean =>
  everything || units.length + organisations.length + laboratories.length > 0;

/** A lot, whose laboratories and buyers have to do with it. */
export interface OwnedLot extends Owned {
  readonly laboratories: readonly OrganisationId[];
  readonly buyers: readonly OrganisationId[];
}

const worksFor = (actor: Actor, organisation: OrganisationId): boolean =>
  manages(actor, organisation) || holds(actor, 'organisation-member', organisation);

/** Its own people, the officers of the place, the auditor, the laboratories asked, and the buyers it was sent to. */
export const maySee = (actor: Actor, lot: OwnedLot): boolean =>
  worksFor(actor, lot.organisation) ||
  overseesUnit(actor, lot.unit) ||
  isAuditor(actor) ||
  lot.laboratories.some((laboratory) => holds(actor, 'laboratory', laboratory)) ||
  lot.buyers.some((buyer) => manages(actor, buyer));

/** An auditor reads without the names of people. */
export const seesNames = (actor: Actor, lot: OwnedLot): boolean =>
  worksFor(actor, lot.organisation) ||
  overseesUnit(actor, lot.unit) ||
  lot.laboratories.some((laboratory) => holds(actor, 'laboratory', laboratory));

/** To whom a lot went: who put it on the market and who watches over it see all, a buyer what came to it, a laboratory nothing. */
export const seesDispatch = (actor: Actor, lot: OwnedLot, buyer: OrganisationId | null): boolean =>
  worksFor(actor, lot.organisation) ||
  overseesUnit(actor, lot.unit) ||
  isAuditor(actor) ||
  (buyer !== null && manages(actor, buyer));

export const mayDraft = (actor: Actor, organisation: OrganisationId): boolean => manages(actor, organisation);

/** The printed code opens the public page: only who puts the lot on the market, or watches over it, holds it. */
export const mayPrint = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);

/** The organisation takes its own samples; an officer of the place may take one too. */
export const maySample = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);

export const mayReport = (actor: Actor, laboratory: OrganisationId): boolean => holds(actor, 'laboratory', laboratory);

/** Who puts a lot on the market answers for it: releasing is the organisation's own act. */
export const mayRelease = (actor: Actor, { organisation }: Owned): boolean => manages(actor, organisation);

/** Stopping a lot is open to the officers of the place as well. */
export const mayBlock = (actor: Actor, { organisation, unit }: Owned): boolean =>
  manages(actor, organisation) || overseesUnit(actor, unit);

/** What a printed name means is said by those who know laboratories. */
export const mayNameAnalytes = (actor: Actor): boolean => laboratoriesOf(actor).length > 0;
