/** What stands at the head of a paper of an organisation besides its figures. */
export interface Cover {
  readonly synthetic: boolean;
  readonly unit: string | null;
  readonly taxNumber: string | null;
}

interface Facts {
  readonly provenance: string;
  readonly unit_name: string | null;
  readonly tax_number: string | null;
}

const isPersonNumber = (taxNumber: string | null): boolean => taxNumber?.length === 12;

export const coverOf = (facts: Facts): Cover => ({
  synthetic: facts.provenance === 'synthetic',
  unit: facts.unit_name,
  // A person's number is nobody's business on a sheet that is passed on.
  taxNumber: isPersonNumber(facts.tax_number) ? null : facts.tax_number,
});
