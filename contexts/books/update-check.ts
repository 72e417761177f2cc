import { fieldsOf, shapeOf, type UpdateField, type UpdateForm, type UpdateValues } from './update-field.ts';

export const checkCodes = [
  'blank',
  'sum-differs',
  'difference-differs',
  'more-than',
  'split-blank',
  'changed-much',
  'differs-from-register',
  'below-linked-sales',
  'year-still-running',
  'provisional-figures',
] as const;
export type CheckCode = (typeof checkCodes)[number];
export type Severity = 'blocks' | 'warns';

/** One thing that is wrong, or worth a look, with what it was found in. */
export interface Check {
  readonly code: CheckCode;
  readonly severity: Severity;
  readonly fields: readonly UpdateField[];
  /** What was expected there. */
  readonly expected: number | null;
  readonly found: number | null;
}

export interface Checking {
  readonly form: UpdateForm;
  readonly values: UpdateValues;
  /** What the register knows by itself. */
  readonly known: UpdateValues;
  /** The accepted figures of the year before. */
  readonly former: UpdateValues;
  /** Written before they could be final. */
  readonly provisional: readonly UpdateField[];
  readonly yearIsOver: boolean;
}

type Terms = readonly [total: UpdateField, first: UpdateField, second: UpdateField];

const sums: readonly Terms[] = [
  ['members', 'officialMembers', 'associateMembers'],
  ['revenueVnd', 'externalRevenueVnd', 'internalRevenueVnd'],
  ['costVnd', 'externalCostVnd', 'internalCostVnd'],
  ['profitVnd', 'externalProfitVnd', 'internalProfitVnd'],
];
const differences: readonly Terms[] = [
  ['profitVnd', 'revenueVnd', 'costVnd'],
  ['externalProfitVnd', 'externalRevenueVnd', 'externalCostVnd'],
  ['internalProfitVnd', 'internalRevenueVnd', 'internalCostVnd'],
];
const limits: readonly (readonly [part: UpdateField, whole: UpdateField])[] = [
  ['charterCapitalVnd', 'totalCapitalVnd'],
  ['memberWorkers', 'workers'],
  ['memberWorkers', 'members'],
];
const split: readonly UpdateField[] = [
  'externalRevenueVnd',
  'internalRevenueVnd',
  'externalCostVnd',
  'internalCostVnd',
  'externalProfitVnd',
  'internalProfitVnd',
];

/** How many times more or less than the year before asks for a second look. Our own measure, no law's. */
export const muchFactor = 3;
const compared = [
  'members',
  'officialMembers',
  'workers',
  'charterCapitalVnd',
  'totalCapitalVnd',
  'revenueVnd',
] as const;
const registered = ['members', 'officialMembers', 'associateMembers', 'charterCapitalVnd'] as const;

const found = (
  severity: Severity,
  code: CheckCode,
  fields: readonly UpdateField[],
  [expected, value]: readonly [number | null, number | null],
): Check => ({ code, severity, fields, expected, found: value });

/** Where all three are told; a blank leaves the sum unchecked, it does not make it wrong. */
function termChecks(values: UpdateValues, terms: readonly Terms[], code: CheckCode, sign: 1 | -1): Check[] {
  return terms.flatMap(([total, first, second]) => {
    const [a, b, sum] = [values[first], values[second], values[total]];
    if (a === undefined || b === undefined || sum === undefined || sum === a + sign * b) return [];
    return [found('blocks', code, [total, first, second], [a + sign * b, sum])];
  });
}

const limitChecks = (values: UpdateValues): Check[] =>
  limits.flatMap(([part, whole]) => {
    const [less, more] = [values[part], values[whole]];
    return less === undefined || more === undefined || less <= more
      ? []
      : [found('blocks', 'more-than', [part, whole], [more, less])];
  });

const isMuch = (now: number, then: number): boolean => then > 0 && (now > then * muchFactor || now * muchFactor < then);

function looks({ values, known, former, provisional, yearIsOver }: Checking): Check[] {
  const changed = compared.flatMap((field) => {
    const [now, then] = [values[field], former[field]];
    return now === undefined || then === undefined || !isMuch(now, then)
      ? []
      : [found('warns', 'changed-much', [field], [then, now])];
  });
  const differs = registered.flatMap((field) => {
    const [told, there] = [values[field], known[field]];
    return told === undefined || there === undefined || told === there
      ? []
      : [found('warns', 'differs-from-register', [field], [there, told])];
  });
  const [revenue, sales] = [values.revenueVnd, known.linkedSalesVnd];
  const below =
    revenue !== undefined && sales !== undefined && revenue < sales
      ? [found('warns', 'below-linked-sales', ['revenueVnd'], [sales, revenue])]
      : [];
  return [
    ...changed,
    ...differs,
    ...below,
    ...(yearIsOver ? [] : [found('warns', 'year-still-running', [], [null, null])]),
    ...(provisional.length === 0 ? [] : [found('warns', 'provisional-figures', provisional, [null, null])]),
  ];
}

/** Everything worth saying about an update as it stands, what forbids handing it in first. */
export function checksOf(checking: Checking): Check[] {
  const { form, values } = checking;
  const own = fieldsOf(form);
  const blanks = own.filter((field) => shapeOf(field).required === true && values[field] === undefined);
  const unsplit = own.filter((field) => split.includes(field) && values[field] === undefined);
  return [
    ...blanks.map((field) => found('blocks', 'blank', [field], [null, null])),
    ...termChecks(values, sums, 'sum-differs', 1),
    ...termChecks(values, differences, 'difference-differs', -1),
    ...limitChecks(values),
    ...(unsplit.length === 0 ? [] : [found('warns', 'split-blank', unsplit, [null, null])]),
    ...looks(checking),
  ];
}

export const blocks = (checks: readonly Check[]): Check[] => checks.filter(({ severity }) => severity === 'blocks');
