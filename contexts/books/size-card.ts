/** Size classes of Decree 113/2024/NĐ-CP, art. 5: official members, and revenue or capital. */
export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];
/** From the largest down: the first that is reached counts. */
export const sizeRows = ['large', 'medium', 'small'] as const;
export type SizeRowName = (typeof sizeRows)[number];

export const sectors = ['agri', 'industry', 'services'] as const;
export type Sector = (typeof sectors)[number];

export const isSector = (value: unknown): value is Sector => (sectors as readonly unknown[]).includes(value);

/** Which sector of the decree a field of activity is counted to: a reading, with where it stands and whether somebody answers for it. */
export interface SectorReading {
  readonly field: ReadField;
  readonly sector: Sector;
  readonly source: string;
  readonly verified: boolean;
}
/** Fields of activity of which there is a reading. */
export const readFields = [
  'crops',
  'livestock',
  'fishery',
  'forestry',
  'processing',
  'construction',
  'trade',
  'transport',
  'environment',
  'credit',
  'tourism',
  'services',
] as const;
export type ReadField = (typeof readFields)[number];
export const readingsFor = (fields: readonly string[], readings: readonly SectorReading[]): SectorReading[] =>
  readings.filter(({ field }) => fields.includes(field));
export const sectorsOf = (readings: readonly SectorReading[]): Sector[] => [
  ...new Set(readings.map(({ sector }) => sector)),
];

export interface Threshold {
  readonly members: number;
  readonly revenueVnd: number;
  readonly capitalVnd: number;
}

/** One row of the table, with where it stands written; without numbers where no source gives them. */
export interface SizeRule {
  readonly row: SizeRowName;
  readonly key: string;
  readonly threshold: Threshold | null;
  readonly source: string | null;
  readonly verified: boolean;
}

export interface SizeInputs {
  /** Does the decree's table of sizes speak of this kind at all? */
  readonly applies: boolean;
  readonly sectors: readonly Sector[];
  /** By what its fields of activity are counted to those sectors. */
  readonly readings: readonly SectorReading[];
  readonly members: number | null;
  readonly revenueVnd: number | null;
  readonly capitalVnd: number | null;
}

export type Outcome = 'met' | 'not-met' | 'unknown';

export interface SizeCondition {
  readonly what: keyof Threshold;
  readonly needed: number | null;
  readonly found: number | null;
  readonly outcome: Outcome;
}

export interface SizeResult {
  readonly class: SizeClass | null;
  readonly rows: readonly (SizeRule & { readonly outcome: Outcome; readonly conditions: readonly SizeCondition[] })[];
  /** What the class would rest on and nobody knows. Empty when there is a class. */
  readonly blanks: readonly SizeBlank[];
}
export type SizeBlank =
  | 'not-for-this-kind'
  | 'sector-unknown'
  | 'several-sectors'
  | 'row-large'
  | 'row-medium'
  | 'row-small'
  | keyof Threshold;

const conditionNames = ['members', 'revenueVnd', 'capitalVnd'] as const satisfies readonly (keyof Threshold)[];

function conditionOf(what: keyof Threshold, rule: SizeRule, inputs: SizeInputs): SizeCondition {
  const needed = rule.threshold?.[what] ?? null;
  const found = inputs[what];
  const outcome = needed === null || found === null ? 'unknown' : found >= needed ? 'met' : 'not-met';
  return { what, needed, found, outcome };
}

const both = (one: Outcome, other: Outcome): Outcome => {
  if (one === 'not-met' || other === 'not-met') return 'not-met';
  return one === 'met' && other === 'met' ? 'met' : 'unknown';
};
const either = (one: Outcome, other: Outcome): Outcome => {
  if (one === 'met' || other === 'met') return 'met';
  return one === 'not-met' && other === 'not-met' ? 'not-met' : 'unknown';
};

function rowOf(rule: SizeRule, inputs: SizeInputs) {
  const conditions = conditionNames.map((what) => conditionOf(what, rule, inputs));
  const [members, revenue, capital] = conditions.map(({ outcome }) => outcome) as [Outcome, Outcome, Outcome];
  return { ...rule, conditions, outcome: both(members, either(revenue, capital)) };
}

/** What stands in the way of the sector; the table is not read then. */
function beforeRows({ applies, sectors: found }: SizeInputs): SizeBlank[] {
  if (!applies) return ['not-for-this-kind'];
  if (found.length === 0) return ['sector-unknown'];
  return found.length > 1 ? ['several-sectors'] : [];
}

/**
 * The first row reached from the top; micro only where it is proved that none is. A row that is not established, or an
 * input that is blank, leaves the class open as long as it could make a difference.
 */
export function sizeOf(rules: readonly SizeRule[], inputs: SizeInputs): SizeResult {
  const before = beforeRows(inputs);
  if (before.length > 0) return { class: null, rows: [], blanks: before };
  const rows = sizeRows.flatMap((name) => rules.filter(({ row }) => row === name)).map((rule) => rowOf(rule, inputs));
  const first = rows.find(({ outcome }) => outcome !== 'not-met');
  if (first === undefined) return rows.length === sizeRows.length ? { class: 'micro', rows, blanks: [] } : open(rows);
  return first.outcome === 'met' ? { class: first.row, rows, blanks: [] } : open(rows);
}

function open(rows: SizeResult['rows']): SizeResult {
  const blanks = new Set<SizeBlank>();
  for (const name of sizeRows) if (!rows.some(({ row }) => row === name)) blanks.add(`row-${name}`);
  for (const row of rows.filter(({ outcome }) => outcome === 'unknown')) {
    const missing = row.conditions.filter(({ found }) => found === null).map(({ what }) => what);
    const named: readonly SizeBlank[] = row.threshold === null ? [`row-${row.row}`] : missing;
    for (const blank of named) blanks.add(blank);
  }
  return { class: null, rows, blanks: [...blanks] };
}
