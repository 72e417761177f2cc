/** The forms of Circular 09/2024/TT-BKHĐT: groups, cooperatives, unions. Their exact fields have not been established. */
export const updateForms = ['VII-1', 'VII-2', 'VII-3'] as const;
export type UpdateForm = (typeof updateForms)[number];

const formOfKind: Readonly<Record<string, UpdateForm>> = {
  'cooperative-group': 'VII-1',
  cooperative: 'VII-2',
  union: 'VII-3',
};
export const formOf = (kind: string): UpdateForm | undefined => formOfKind[kind];
export const reportingKinds = ['cooperative-group', 'cooperative', 'union'] as const;

export const updateSections = ['members', 'labour', 'capital', 'result', 'linkage'] as const;
export type UpdateSection = (typeof updateSections)[number];

export type FieldUnit = 'count' | 'vnd' | 'signed-vnd' | 'months';

interface FieldShape {
  readonly section: UpdateSection;
  readonly unit: FieldUnit;
  /** Of cooperatives and unions only: a group has neither charter capital nor books split in two. */
  readonly corporate?: boolean;
  /** An update without it cannot be submitted. */
  readonly required?: boolean;
}

const fields = {
  members: { section: 'members', unit: 'count', required: true },
  officialMembers: { section: 'members', unit: 'count', corporate: true, required: true },
  associateMembers: { section: 'members', unit: 'count', corporate: true, required: true },
  joinedMembers: { section: 'members', unit: 'count' },
  leftMembers: { section: 'members', unit: 'count' },
  workers: { section: 'labour', unit: 'count', required: true },
  memberWorkers: { section: 'labour', unit: 'count' },
  workerIncomeVnd: { section: 'labour', unit: 'vnd' },
  monthsStopped: { section: 'labour', unit: 'months' },
  charterCapitalVnd: { section: 'capital', unit: 'vnd', corporate: true, required: true },
  totalCapitalVnd: { section: 'capital', unit: 'vnd', required: true },
  undividedAssetsVnd: { section: 'capital', unit: 'vnd', corporate: true },
  undividedFundVnd: { section: 'capital', unit: 'vnd', corporate: true },
  stateAidVnd: { section: 'capital', unit: 'vnd' },
  externalRevenueVnd: { section: 'result', unit: 'vnd', corporate: true },
  internalRevenueVnd: { section: 'result', unit: 'vnd', corporate: true },
  revenueVnd: { section: 'result', unit: 'vnd', required: true },
  externalCostVnd: { section: 'result', unit: 'vnd', corporate: true },
  internalCostVnd: { section: 'result', unit: 'vnd', corporate: true },
  costVnd: { section: 'result', unit: 'vnd', required: true },
  externalProfitVnd: { section: 'result', unit: 'signed-vnd', corporate: true },
  internalProfitVnd: { section: 'result', unit: 'signed-vnd', corporate: true },
  profitVnd: { section: 'result', unit: 'signed-vnd', required: true },
  taxVnd: { section: 'result', unit: 'vnd' },
  chains: { section: 'linkage', unit: 'count' },
  contracts: { section: 'linkage', unit: 'count' },
  linkedSalesVnd: { section: 'linkage', unit: 'vnd' },
  certificates: { section: 'linkage', unit: 'count' },
} as const satisfies Record<string, FieldShape>;

export type UpdateField = keyof typeof fields;
export const updateFields = Object.keys(fields) as [UpdateField, ...UpdateField[]];
export const shapeOf = (field: UpdateField): FieldShape => fields[field];

/** The fields of a form, in its order. */
export const fieldsOf = (form: UpdateForm): UpdateField[] =>
  updateFields.filter((field) => form !== 'VII-1' || shapeOf(field).corporate !== true);

// Nine fields sum to what a reply may tell.
const mostVnd = 1_000_000_000_000_000;
const bounds: Readonly<Record<FieldUnit, readonly [least: number, most: number]>> = {
  count: [0, 10_000_000],
  vnd: [0, mostVnd],
  'signed-vnd': [-mostVnd, mostVnd],
  months: [0, 12],
};

export function isValueOf(field: UpdateField, value: number): boolean {
  const [least, most] = bounds[shapeOf(field).unit];
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

/** What is told; a field that is not in it is blank, which is not nought. */
export type UpdateValues = Readonly<Partial<Record<UpdateField, number>>>;
