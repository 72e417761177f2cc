import type { Day } from '#kernel/day.ts';
import { hasEnded } from './organisation.ts';
import { isUnder, type Party, type PartyObstacle } from './party.ts';

/** Official: capital with use of services, with labour, or both (art. 4.17); associates give capital only, or none. */
export const standings = [
  'official-use',
  'official-labour',
  'official-both',
  'associate-capital',
  'associate',
] as const;
export type Standing = (typeof standings)[number];
export const isOfficial = (standing: Standing): boolean => standing.startsWith('official');

export const memberEntryKinds = [
  'recorded',
  'corrected',
  'left',
  'erased',
  'carried',
  'undone',
  'represented',
  'guarded',
  'account-linked',
  'account-parted',
  'sensitive-recorded',
  'sensitive-erased',
  'consented',
  'consent-withdrawn',
] as const;
export type MemberEntryKind = (typeof memberEntryKinds)[number];

export const memberKinds = ['cooperative-group', 'cooperative', 'union'] as const;

export interface MemberTerms {
  readonly party: Party;
  readonly standing: Standing;
  readonly birthYear: number | null;
  readonly birthDay: Day | null;
  readonly joinedOn: Day;
  /** What is promised. */
  readonly subscribedVnd: number;
}

export interface Joining {
  readonly kind: string;
  readonly provenance: string;
  readonly status: string;
  readonly foundedOn: Day | null;
  readonly today: Day;
  /** From the dated parameters of the day of joining; null where none is known. */
  /** Who is a member already may still have to subscribe: the page of the capital says so. */
  readonly isMember?: boolean;
  readonly leastAge: { readonly official: number | null; readonly associate: number | null };
}

export type MemberObstacle =
  | PartyObstacle
  | 'reported'
  | 'organisation-has-no-members'
  | 'organisation-ended'
  | 'joined-in-future'
  | 'joined-before-founding'
  | 'associate-with-capital'
  | 'official-without-capital'
  | 'paid-above-promised'
  | 'capital-unsettled'
  | 'too-young'
  | 'birth-day-missing'
  | 'left-already'
  | 'left-before-joining'
  | 'left-in-future'
  | 'erased'
  | 'changed-meanwhile'
  | 'nothing-changed';

function capitalObstacles({ standing, subscribedVnd }: MemberTerms, { kind, isMember }: Joining): MemberObstacle[] {
  if (standing === 'associate' && subscribedVnd > 0) return ['associate-with-capital'];
  // A group's member may give labour only (Decree 77/2019/NĐ-CP, art. 24).
  if (isMember !== true && kind !== 'cooperative-group' && standing !== 'associate' && subscribedVnd === 0)
    return ['official-without-capital'];
  return [];
}

function organisationObstacles({ provenance, kind, status }: Joining): MemberObstacle[] {
  const obstacles: MemberObstacle[] = [];
  if (provenance === 'reported') obstacles.push('reported');
  if (!(memberKinds as readonly string[]).includes(kind)) obstacles.push('organisation-has-no-members');
  if (hasEnded(status)) obstacles.push('organisation-ended');
  return obstacles;
}

/** The ages the law asks of a person: that of joining, and for who may join under age that from which nobody answers for them. */
function ageObstacles(terms: MemberTerms, { leastAge, today }: Joining): MemberObstacle[] {
  if (terms.party !== 'person') return [];
  const least = terms.standing === 'associate' ? leastAge.associate : leastAge.official;
  if (isUnder(terms, terms.joinedOn, least) === true) return ['too-young'];
  // Of who is of age today in any case an old list need not tell the day.
  const isOpen = [least, leastAge.official].some(
    (age) => isUnder(terms, terms.joinedOn, age) === 'open' && isUnder(terms, today, age) !== false,
  );
  return isOpen ? ['birth-day-missing'] : [];
}

/** Every reason why somebody cannot be a member in these terms. */
export function memberObstacles(terms: MemberTerms, joining: Joining): MemberObstacle[] {
  const obstacles = organisationObstacles(joining);
  if (terms.joinedOn > joining.today) obstacles.push('joined-in-future');
  if (joining.foundedOn !== null && terms.joinedOn < joining.foundedOn) obstacles.push('joined-before-founding');
  obstacles.push(...capitalObstacles(terms, joining));
  obstacles.push(...ageObstacles(terms, joining));
  return obstacles;
}

export interface Correcting {
  readonly version: number;
  readonly expected: number;
  readonly erased: boolean;
  readonly fields: readonly string[];
}

export function correctingObstacles({ version, expected, erased, fields }: Correcting): MemberObstacle[] {
  const obstacles: MemberObstacle[] = [];
  if (version !== expected) obstacles.push('changed-meanwhile');
  if (erased) obstacles.push('erased');
  if (fields.length === 0) obstacles.push('nothing-changed');
  return obstacles;
}

export interface Membership {
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  readonly version: number;
  /** What the capital ledger still holds of the member. */
  readonly subscribedVnd: number;
}

export function leavingObstacles(member: Membership, leftOn: Day, today: Day, expected: number): MemberObstacle[] {
  const obstacles: MemberObstacle[] = [];
  if (member.version !== expected) obstacles.push('changed-meanwhile');
  if (member.leftOn !== null) obstacles.push('left-already');
  if (leftOn < member.joinedOn) obstacles.push('left-before-joining');
  if (leftOn > today) obstacles.push('left-in-future');
  // Withdrawn, transferred, inherited or expelled first: capital without a member is nobody's.
  if (member.subscribedVnd > 0) obstacles.push('capital-unsettled');
  return obstacles;
}

/** Of today and later days nothing else is known than what is. */
export const pastDay = (asOf: Day | undefined, today: Day): Day | undefined =>
  asOf !== undefined && asOf < today ? asOf : undefined;

/** The last four digits, the rest hidden. */
export const maskedNationalId = (digits: string): string =>
  `${'•'.repeat(Math.max(0, digits.length - 4))}${digits.slice(-4)}`;

/** The 9 digits of old identity cards or the 12 of today's. */
export const nationalIdPattern = /^(\d{9}|\d{12})$/;
