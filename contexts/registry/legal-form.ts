import type { OrganisationKind } from './organisation.ts';

/** In which form of law a body exists, where its kind does not say so already. */
export const legalForms = [
  'limited-one-member',
  'limited-several-members',
  'joint-stock',
  'partnership',
  'private-enterprise',
  'cooperative',
  'state-fund',
  'public-unit',
  'state-agency',
  'social-organisation',
] as const;
export type LegalForm = (typeof legalForms)[number];

const companies = ['limited-one-member', 'limited-several-members', 'joint-stock'] as const;

/**
 * The forms a kind may have. Groups, cooperatives, unions, farms and household businesses have none to choose: there the
 * kind is the form. Enterprises: Law on Enterprises 59/2020/QH14; banks: Law on Credit Institutions 32/2024/QH15, art. 6;
 * the fund: Decree 45/2021/NĐ-CP. None of these was read in the primary text, so a form is never asked for, only refused
 * where it belongs to another kind.
 */
export const formsOfKind: Readonly<Record<OrganisationKind, readonly LegalForm[]>> = {
  'cooperative-group': [],
  cooperative: [],
  union: [],
  farm: [],
  'household-business': [],
  enterprise: [...companies, 'partnership', 'private-enterprise'],
  bank: [...companies, 'cooperative'],
  'support-fund': ['limited-one-member', 'cooperative', 'state-fund', 'public-unit'],
  laboratory: [...companies, 'partnership', 'private-enterprise', 'public-unit'],
  agency: ['state-agency', 'public-unit', 'social-organisation'],
};

export const kindIsForm = (kind: OrganisationKind): boolean => formsOfKind[kind].length === 0;

export const isFormOf = (kind: OrganisationKind, form: LegalForm): boolean => formsOfKind[kind].includes(form);
