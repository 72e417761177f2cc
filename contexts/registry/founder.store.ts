import type { Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { capObstacles, type Holder } from './capital-cap.ts';
import { capVersions } from './capital.store.ts';
import { askedOf, consentMissing, consentObstacles } from './consent.ts';
import type { Founded } from './founding.store.ts';
import { memberObstacles } from './member.ts';
import { yearOf } from './member.store.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { partyObstacles } from './party.ts';
import { leastAges, type LeastAges } from './party.store.ts';

type Founder = Founded['founders'][number];

/** Why somebody cannot be among the founders; `of` says who, unless the words of the reason name them. */
export interface FounderObstacle {
  readonly code: string;
  readonly of?: string;
}

interface Room {
  readonly cooperatives: ReadonlyMap<string, PublishedOrganisation>;
  readonly today: Day;
}

const promisedBy = ({ subscribedVnd, contributedVnd }: Founder): number => subscribedVnd ?? contributedVnd;

function partyTerms(founder: Founder, { organisation, onDay }: Founded, { official }: LeastAges) {
  return {
    party: founder.party,
    organisation,
    represented: founder.representative !== undefined,
    guarded: founder.guardian !== undefined,
    standing: founder.standing,
    joinedOn: onDay,
    adultAge: official,
    birthYear: founder.birthYear ?? yearOf(founder.birthDay),
    birthDay: founder.birthDay ?? null,
  };
}

function reasonsOf(founder: Founder, given: Founded, { cooperatives, today }: Room, leastAge: LeastAges): string[] {
  const party = partyTerms(founder, given, leastAge);
  const known = founder.partyOrganisation === undefined ? null : (cooperatives.get(founder.partyOrganisation) ?? null);
  const joining = {
    kind: given.kind,
    provenance: 'entered',
    status: 'operating',
    foundedOn: given.onDay,
    today,
    leastAge,
  };
  const isUnnamed = founder.name === undefined && founder.partyOrganisation === undefined;
  return [
    ...(founder.contributedVnd > promisedBy(founder) ? ['paid-above-promised'] : []),
    ...(isUnnamed ? ['founder-unnamed'] : partyObstacles({ ...party, partyOrganisation: known })),
    ...memberObstacles({ ...party, subscribedVnd: promisedBy(founder) }, joining).filter(
      (one) => one !== 'joined-in-future',
    ),
  ];
}

/** All founders subscribe in one act, so the shares of the founding day are known: nobody starts above a cap. */
async function foundingCaps(db: Db, { kind, onDay, founders }: Founded): Promise<FounderObstacle[]> {
  const lines = founders.map((founder) => ({
    member: founder.id,
    form: 'money' as const,
    subscribedVnd: promisedBy(founder),
    paidVnd: founder.contributedVnd,
  }));
  const holders = new Map<MemberId, Holder>(
    founders.map(({ id, standing, foreignInvestor }) => [id, { standing, foreign: foreignInvestor }]),
  );
  const names = new Map<MemberId, string>(founders.map((founder, index) => [founder.id, calledAs(founder, index)]));
  const question = { kind, foundedOn: null, versions: await capVersions(db), holders };
  return capObstacles([], { number: 1, kind: 'subscribed', onDay, lines }, question).map((obstacle) => ({
    ...obstacle,
    ...(obstacle.code === 'above-cap' && { name: names.get(obstacle.member)! }),
  }));
}

const calledAs = ({ name }: Founder, index: number): string => name ?? `#${index + 1}`;

/** Every reason against every founder, and who stands above a cap of law. */
export async function founderObstacles(db: Db, given: Founded, room: Room): Promise<FounderObstacle[]> {
  const leastAge = await leastAges(db, given.onDay);
  const each = given.founders.flatMap((founder, index) =>
    reasonsOf(founder, given, room, leastAge).map((code) => ({ code, of: calledAs(founder, index) })),
  );
  const unasked = given.founders.some((founder) => consentMissing(askedOf(founder), given.consent, []).length > 0);
  return [
    ...each,
    ...(unasked ? [{ code: 'consent-missing' }] : []),
    ...consentObstacles(given.consent, room.today).map((code) => ({ code })),
    ...(await foundingCaps(db, given)),
  ];
}
