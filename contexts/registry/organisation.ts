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

export const organisationStatuses = ['operating', 'suspended', 'dissolving', 'dissolved', 'revoked'] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

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

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** Vietnamese tax numbers: 10 digits with a check digit, 13 for a branch; 12 is a person's number (farms, household businesses). */
export function isTaxNumber(text: string): boolean {
  if (/^\d{12}$/.test(text)) return true;
  if (!/^\d{10}(\d{3})?$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return 10 - (sum % 11) === Number(text[9]);
}
