import type { LegalForm } from '#contexts/registry/legal-form.ts';
import type { SeedOrganisation } from './demonstration.organisations.ts';

type Named = Pick<SeedOrganisation, 'kind' | 'name' | 'provenance'>;

const isJointStock = ({ kind, name }: Named): boolean => kind === 'enterprise' && name.startsWith('Công ty Cổ phần ');

const invented: Partial<Record<SeedOrganisation['kind'], (name: string) => LegalForm | null>> = {
  enterprise: (name) =>
    !name.startsWith('Công ty TNHH ') ? null : name.length % 2 === 0 ? 'limited-several-members' : 'limited-one-member',
  bank: (name) => (name.includes(' Hợp tác ') ? 'cooperative' : 'joint-stock'),
  laboratory: (name) => (name.startsWith('Trung tâm ') ? 'public-unit' : 'limited-one-member'),
  'support-fund': () => 'state-fund',
  agency: () => 'state-agency',
};

/**
 * What a name says of the legal form. "TNHH" does not tell how many members there are: for a company of the article that
 * stays open, for an invented one it is invented too, by the length of its name. The migration that brought the column
 * does the same for a demonstration of before.
 */
export function legalFormOf(one: Named): LegalForm | null {
  if (isJointStock(one)) return 'joint-stock';
  return one.provenance === 'reported' ? null : (invented[one.kind]?.(one.name) ?? null);
}
