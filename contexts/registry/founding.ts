import type { Day } from '#kernel/day.ts';
import type { Standing } from './member.ts';
import { isOfficial } from './member.ts';

/** What is founded by an act of its members; the other kinds are only recorded. */
export const foundedKinds = ['cooperative-group', 'cooperative', 'union'] as const;
export type FoundedKind = (typeof foundedKinds)[number];

/** A cooperative that founds a union, as the registry knows it. */
export interface FoundingCooperative {
  readonly kind: string;
  readonly status: string;
  readonly provenance: string;
  readonly foundedOn: Day | null;
}

export interface FounderTerms {
  readonly standing: Standing;
  readonly party: string;
  readonly partyOrganisation: string | null;
  readonly nationalId: string | null;
}

export interface Founding {
  readonly kind: FoundedKind;
  readonly onDay: Day;
  readonly today: Day;
  readonly founders: readonly FounderTerms[];
  /** Those who are organisations of this province. */
  readonly cooperatives: readonly FoundingCooperative[];
  /** By the law of the day; null where no source says. */
  readonly least: number | null;
  readonly certificate: { readonly on: Day } | null;
}

export type FoundingObstacle =
  | 'founded-in-future'
  | 'too-few-founders'
  | 'founder-twice'
  | 'founder-not-cooperative'
  | 'founder-not-operating'
  | 'founder-not-yet-founded'
  | 'founder-unnamed'
  | 'certificate-in-future'
  | 'certificate-before-founding';

const isTwice = (keys: readonly (string | null)[]): boolean => {
  const told = keys.filter((key) => key !== null);
  return new Set(told).size < told.length;
};

function unionObstacles({ founders, cooperatives, onDay }: Founding): FoundingObstacle[] {
  const obstacles: FoundingObstacle[] = [];
  const official = founders.filter(({ standing }) => isOfficial(standing));
  if (official.some(({ partyOrganisation }) => partyOrganisation === null)) obstacles.push('founder-unnamed');
  if (cooperatives.some(({ kind }) => kind !== 'cooperative')) obstacles.push('founder-not-cooperative');
  if (cooperatives.some(({ status, provenance }) => status !== 'operating' || provenance === 'reported'))
    obstacles.push('founder-not-operating');
  if (cooperatives.some(({ foundedOn }) => foundedOn !== null && foundedOn > onDay))
    obstacles.push('founder-not-yet-founded');
  return obstacles;
}

function certificateObstacles({ certificate, onDay, today }: Founding): FoundingObstacle[] {
  if (certificate === null) return [];
  const obstacles: FoundingObstacle[] = [];
  if (certificate.on > today) obstacles.push('certificate-in-future');
  if (certificate.on < onDay) obstacles.push('certificate-before-founding');
  return obstacles;
}

/** How many of these count for the least number: official members, in a group everybody. */
export const countingFounders = (kind: FoundedKind, founders: readonly Pick<FounderTerms, 'standing'>[]): number =>
  kind === 'cooperative-group' ? founders.length : founders.filter(({ standing }) => isOfficial(standing)).length;

/** Every reason why it cannot be founded so. */
export function foundingObstacles(founding: Founding): FoundingObstacle[] {
  const { kind, onDay, today, founders, least } = founding;
  const obstacles: FoundingObstacle[] = [];
  if (onDay > today) obstacles.push('founded-in-future');
  if (least !== null && countingFounders(kind, founders) < least) obstacles.push('too-few-founders');
  if (isTwice(founders.map(({ partyOrganisation }) => partyOrganisation))) obstacles.push('founder-twice');
  else if (isTwice(founders.map(({ nationalId }) => nationalId))) obstacles.push('founder-twice');
  if (kind === 'union') obstacles.push(...unionObstacles(founding));
  return [...obstacles, ...certificateObstacles(founding)];
}

export interface Registering {
  readonly provenance: string;
  readonly status: string;
  readonly foundedOn: Day | null;
  readonly certificateOn: Day | null;
}

export type RegisteringObstacle =
  | 'reported'
  | 'status-forbids'
  | 'registered-already'
  | 'certificate-in-future'
  | 'certificate-before-founding';

/** A certificate comes once: to what was founded and waits for it, or to a group that works without one. */
export function registeringObstacles(
  { provenance, status, foundedOn, certificateOn }: Registering,
  on: Day,
  today: Day,
): RegisteringObstacle[] {
  const obstacles: RegisteringObstacle[] = [];
  if (provenance === 'reported') obstacles.push('reported');
  if (!['founding', 'operating'].includes(status)) obstacles.push('status-forbids');
  if (certificateOn !== null) obstacles.push('registered-already');
  if (on > today) obstacles.push('certificate-in-future');
  if (foundedOn !== null && on < foundedOn) obstacles.push('certificate-before-founding');
  return obstacles;
}
