import type { Day } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import type { DocumentObstacle } from './organisation-change.ts';
import { isFormOf, type LegalForm } from './legal-form.ts';

/** The kinds of organisation (Law 17/2023/QH15 for the cooperative ones; Circular 02/2020 for farms). */
export const organisationKinds = [
  'cooperative-group',
  'cooperative',
  'union',
  'farm',
  'enterprise',
  'household-business',
  'agency',
  'bank',
  'support-fund',
  'laboratory',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** founding: decided, not yet registered; merged, divided: gone into its successors; void: entered in error and undone. */
export const organisationStatuses = [
  'founding',
  'operating',
  'suspended',
  'dissolving',
  'dissolved',
  'revoked',
  'merged',
  'divided',
  'void',
] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

const endedStatuses: readonly string[] = ['dissolved', 'revoked', 'merged', 'divided', 'void'];
/** It binds nobody any more, takes nobody in, and its record is closed. */
export const hasEnded = (status: string): boolean => endedStatuses.includes(status);

/** entered by people, synthetic (made up), or reported (from the source article, read-only). */
export const provenances = ['entered', 'synthetic', 'reported'] as const;
export type Provenance = (typeof provenances)[number];

export const activityFields = [
  'crops',
  'livestock',
  'fishery',
  'forestry',
  'processing',
  'trade',
  'transport',
  'construction',
  'environment',
  'credit',
  'tourism',
  'services',
] as const;
export type ActivityField = (typeof activityFields)[number];

/** Farming, forestry and fishery in the sense of the province's statistics. */
export const farmingFields = ['crops', 'livestock', 'fishery', 'forestry'] as const satisfies readonly ActivityField[];

/** Twelve digits are a person's own number: never public. */
export const isPersonNumber = (taxNumber: string | null): boolean => taxNumber?.length === 12;

/** Whose numbers may be a person's, and so are hidden: groups too, of which older records hold some. */
export const personKinds: readonly OrganisationKind[] = ['farm', 'household-business', 'cooperative-group'];

/** Who may be given a person's number now. A group has one of its own or none: twelve digits are its leader's (decision 0032). */
const numberedAsPerson: readonly OrganisationKind[] = ['farm', 'household-business'];

export interface Identity {
  readonly kind: OrganisationKind;
  /** Blank where nobody has told, and where the kind is the form. */
  readonly legalForm: LegalForm | null;
  readonly taxNumber: string | null;
  readonly foundedOn: Day | null;
  readonly certificateOn: Day | null;
}

export type OrganisationObstacle =
  | 'tax-number-taken'
  | 'person-number-of-organisation'
  | 'name-taken'
  | 'legal-form-of-other-kind'
  | 'unit-unknown'
  | 'place-missing'
  | 'unit-missing'
  | 'seat-elsewhere'
  | 'founded-in-future'
  | 'certificate-in-future'
  | 'certificate-before-founding'
  | 'reported'
  | 'changed-meanwhile'
  | 'ended'
  | 'officers-only'
  | 'nothing-changed'
  | 'changed-in-future'
  | 'changed-before-founding'
  | DocumentObstacle;

function dayObstacles(foundedOn: Day | null, certificateOn: Day | null, today: Day): OrganisationObstacle[] {
  const obstacles: OrganisationObstacle[] = [];
  if (foundedOn !== null && foundedOn > today) obstacles.push('founded-in-future');
  if (certificateOn !== null && certificateOn > today) obstacles.push('certificate-in-future');
  if (certificateOn !== null && foundedOn !== null && certificateOn < foundedOn)
    obstacles.push('certificate-before-founding');
  return obstacles;
}

/** What of an organisation's identity cannot be so, whoever enters it. */
export function identityObstacles(
  { kind, legalForm, taxNumber, foundedOn, certificateOn }: Identity,
  today: Day,
): OrganisationObstacle[] {
  const obstacles: OrganisationObstacle[] = [];
  if (legalForm !== null && !isFormOf(kind, legalForm)) obstacles.push('legal-form-of-other-kind');
  if (isPersonNumber(taxNumber) && !numberedAsPerson.includes(kind)) obstacles.push('person-number-of-organisation');
  return [...obstacles, ...dayObstacles(foundedOn, certificateOn, today)];
}

/** From which day a change can hold. */
export const effectiveObstacles = (on: Day, foundedOn: Day | null, today: Day): OrganisationObstacle[] => [
  ...(on > today ? (['changed-in-future'] as const) : []),
  ...(foundedOn !== null && on < foundedOn ? (['changed-before-founding'] as const) : []),
];

export interface Seat {
  readonly unit: UnitCode | null;
  readonly address: string | null;
  readonly province: Province | null;
}

/** A seat is a unit of the province that keeps the record, or an address in another province. */
export function seatObstacles({ unit, address, province }: Seat, home: Province): OrganisationObstacle[] {
  if (unit !== null) return province === home ? [] : ['seat-elsewhere'];
  return [
    ...(address === null ? (['place-missing'] as const) : []),
    ...(province === home ? (['unit-missing'] as const) : []),
  ];
}

/** Kinds the province's officers register (Law 17/2023/QH15, Decree 92/2024/NĐ-CP). */
export const registeredKinds: readonly OrganisationKind[] = ['cooperative-group', 'cooperative', 'union'];

const reachFields: readonly string[] = ['shortName', 'lon', 'lat', 'phone', 'email', 'website'];

/**
 * What the organisation itself may keep up to date; the rest is the officer's, on a document. Lines of business, seat and who
 * stands for it are content of the registration where the province's officers register the kind, and are asked for there.
 */
export const ownFieldsOf = (kind: OrganisationKind): readonly string[] =>
  registeredKinds.includes(kind) ? reachFields : [...reachFields, 'fields', 'address', 'representative'];

export interface Changing {
  readonly kind: OrganisationKind;
  readonly provenance: Provenance;
  readonly status: OrganisationStatus;
  readonly version: number;
  readonly expected: number;
  readonly fields: readonly string[];
  /** Who stands for it is only given another phone. */
  readonly keepsRepresentative: boolean;
  readonly officer: boolean;
}

/** Every reason why a record cannot be changed so. */
export function changeObstacles(change: Changing): OrganisationObstacle[] {
  const obstacles: OrganisationObstacle[] = [];
  if (change.provenance === 'reported') obstacles.push('reported');
  if (hasEnded(change.status)) obstacles.push('ended');
  if (change.version !== change.expected) obstacles.push('changed-meanwhile');
  if (change.fields.length === 0) obstacles.push('nothing-changed');
  const own = [...ownFieldsOf(change.kind), ...(change.keepsRepresentative ? ['representative'] : [])];
  if (!change.officer && change.fields.some((field) => !own.includes(field))) obstacles.push('officers-only');
  return obstacles;
}
