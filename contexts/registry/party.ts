import type { Day } from '#kernel/day.ts';

/** Who can be a member (Law 17/2023/QH15, art. 30): a person, a household or group by its representative, a legal person. */
export const parties = ['person', 'household', 'group', 'legal-person'] as const;
export type Party = (typeof parties)[number];

/** Kinds of organisation that are no legal person. */
const withoutPersonality: readonly string[] = ['cooperative-group', 'farm', 'household-business'];

/** What is known of a birth: the year, and perhaps the day. */
export interface Birth {
  readonly birthYear: number | null;
  readonly birthDay: Day | null;
}

/**
 * Is somebody younger than so many years on a day? 'open' where only the year of birth is known and the birthday may have been
 * or may be to come; null where nothing is known, or the law has no such age.
 */
export function isUnder({ birthYear, birthDay }: Birth, on: Day, age: number | null): boolean | 'open' | null {
  const bornIn = birthDay === null ? birthYear : Number(birthDay.slice(0, 4));
  if (bornIn === null || age === null) return null;
  const years = Number(on.slice(0, 4)) - bornIn;
  if (years !== age) return years < age;
  if (birthDay !== null) return on.slice(5) < birthDay.slice(5);
  return on.endsWith('-12-31') ? false : 'open';
}

/** Who agreed that somebody of 15 to 17 becomes an associate without capital (Law 17/2023/QH15, art. 30.2). */
export interface GuardianTold {
  readonly name: string;
  readonly relation: string;
  readonly phone: string | null;
  readonly document: string;
  readonly consentedOn: Day;
}

export interface PartyTerms extends Birth {
  readonly party: Party;
  readonly organisation: string;
  /** The organisation of the register that is the member, with its kind. */
  readonly partyOrganisation: { readonly id: string; readonly kind: string } | null;
  readonly represented: boolean;
  readonly guarded: boolean;
  /** Associates without capital may be under age (art. 30.2); of the others the age itself is refused. */
  readonly standing: string;
  /** The day the age is asked for: that of joining. */
  readonly joinedOn: Day;
  /** The age from which nobody answers for a person; null where no parameter says. */
  readonly adultAge: number | null;
}

export type PartyObstacle =
  | 'party-unnamed'
  | 'party-is-itself'
  | 'party-of-other-kind'
  | 'party-is-a-person'
  | 'representative-missing'
  | 'representative-of-a-person'
  | 'guardian-missing'
  | 'guardian-of-an-adult'
  | 'birth-missing'
  | 'birth-day-of-other-year';

function organisationObstacles({ party, partyOrganisation, organisation }: PartyTerms): PartyObstacle[] {
  if (party === 'legal-person' && partyOrganisation === null) return ['party-unnamed'];
  if (partyOrganisation === null) return [];
  if (party === 'person' || party === 'household') return ['party-is-a-person'];
  if (partyOrganisation.id === organisation) return ['party-is-itself'];
  const fits =
    party === 'group'
      ? partyOrganisation.kind === 'cooperative-group'
      : !withoutPersonality.includes(partyOrganisation.kind);
  return fits ? [] : ['party-of-other-kind'];
}

/** An organisation of the register says itself who stands for it. */
function representativeObstacles({ party, partyOrganisation, represented }: PartyTerms): PartyObstacle[] {
  if (party === 'person') return represented ? ['representative-of-a-person'] : [];
  return represented || partyOrganisation !== null || party === 'legal-person' ? [] : ['representative-missing'];
}

function guardianObstacles(terms: PartyTerms): PartyObstacle[] {
  const minor = terms.party === 'person' ? isUnder(terms, terms.joinedOn, terms.adultAge) : false;
  // The day of birth is asked for first.
  if (minor === 'open') return [];
  if (minor === true) return terms.guarded || terms.standing !== 'associate' ? [] : ['guardian-missing'];
  if (!terms.guarded) return [];
  return [minor === null ? 'birth-missing' : 'guardian-of-an-adult'];
}

/** Every reason why a party cannot stand in the list as it was told. */
export function partyObstacles(terms: PartyTerms): PartyObstacle[] {
  const obstacles = [...organisationObstacles(terms), ...representativeObstacles(terms), ...guardianObstacles(terms)];
  const { birthDay, birthYear } = terms;
  if (birthDay !== null && birthYear !== null && Number(birthDay.slice(0, 4)) !== birthYear)
    obstacles.push('birth-day-of-other-year');
  return obstacles;
}

export interface Representing {
  readonly party: Party;
  readonly erased: boolean;
  readonly leftOn: Day | null;
  readonly joinedOn: Day;
  /** The present one's first day. */
  readonly since: Day | null;
  readonly from: Day;
  readonly today: Day;
}

export type RepresentingObstacle =
  | 'representative-of-a-person'
  | 'erased'
  | 'left-already'
  | 'begins-before-joining'
  | 'begins-before-the-present-one'
  | 'begins-in-future';

/** Every reason why somebody else cannot stand for a member from this day on. */
export function representingObstacles(given: Representing): RepresentingObstacle[] {
  const obstacles: RepresentingObstacle[] = [];
  if (given.party === 'person') obstacles.push('representative-of-a-person');
  if (given.erased) obstacles.push('erased');
  if (given.leftOn !== null) obstacles.push('left-already');
  if (given.from < given.joinedOn) obstacles.push('begins-before-joining');
  if (given.since !== null && given.from <= given.since) obstacles.push('begins-before-the-present-one');
  if (given.from > given.today) obstacles.push('begins-in-future');
  return obstacles;
}
