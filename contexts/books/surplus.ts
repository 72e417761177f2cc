import { hasUnvaluedLabour, useBy, type MeasuredUse, type UseBasis } from './member-use.ts';

/** Parts of a surplus, in the order they are taken. */
export const surplusKinds = ['tax', 'losses', 'undivided-fund', 'fund', 'patronage', 'capital'] as const;
export type SurplusKind = (typeof surplusKinds)[number];

export interface Weight {
  readonly member: string;
  readonly patronageVnd: number;
  readonly capitalVnd: number;
}

/** What is known of a member: use by statements and as entered, and paid capital. */
export interface Measured extends MeasuredUse {
  readonly member: string;
  readonly capitalVnd: number;
}

export const weightsBy = (basis: UseBasis, rows: readonly Measured[]): Weight[] =>
  rows.map((row) => ({ member: row.member, patronageVnd: useBy(basis, row), capitalVnd: row.capitalVnd }));

/** A sharing by one measure of use; by labour only where each day has a value. */
export function shareSurplusBy(
  basis: UseBasis,
  rules: SurplusRules,
  inputs: SurplusInputs,
  rows: readonly Measured[],
): Shared {
  const shared = shareSurplus(rules, inputs, weightsBy(basis, rows));
  if (inputs.patronageBp === 0 || !hasUnvaluedLabour(basis, rows)) return shared;
  return { ...shared, lines: [], obstacles: [...shared.obstacles, 'labour-not-valued'] };
}

/** Funds there are words for; others have the name the organisation gives them. */
export const fundKeys = ['undivided', 'development', 'reserve'] as const;
export type FundKey = (typeof fundKeys)[number];

export interface FundShare {
  readonly key?: FundKey | undefined;
  readonly name: string;
  /** The common undivided fund has a least rate by law; the others are the charter's. */
  readonly isUndivided: boolean;
  /** Of what is left after tax and losses, in basis points. */
  readonly shareBp: number;
}

export interface SurplusRules {
  /** The least share of the undivided fund, in basis points; null where no number is known. */
  readonly undividedLeastBp: number | null;
  readonly undividedVerified: boolean;
  /** The least part of the members' share that goes by patronage ("chiefly"); null where no number is known. */
  readonly patronageLeastBp: number | null;
  readonly patronageVerified: boolean;
}

export interface SurplusInputs {
  readonly profitVnd: number;
  readonly taxVnd: number;
  readonly lossesVnd: number;
  readonly funds: readonly FundShare[];
  /** Of the members' share, by patronage; the rest by capital. */
  readonly patronageBp: number;
}

export interface SurplusLine {
  readonly kind: SurplusKind;
  readonly name: string | null;
  readonly fund: FundKey | null;
  readonly member: string | null;
  readonly weightVnd: number | null;
  readonly amountVnd: number;
}

export type SurplusObstacle =
  | 'no-surplus'
  | 'taken-exceeds-profit'
  | 'funds-exceed-the-whole'
  | 'fund-twice'
  | 'no-patronage-known'
  | 'labour-not-valued'
  | 'no-capital-known'
  | 'undivided-fund-below-least'
  | 'patronage-below-least';
/** Against a number nobody has read in the law: said, not forbidden. */
export type SurplusWarning = 'undivided-fund-below-unverified' | 'patronage-below-unverified' | 'least-not-established';

export interface Shared {
  readonly lines: readonly SurplusLine[];
  readonly obstacles: readonly SurplusObstacle[];
  readonly warnings: readonly SurplusWarning[];
  readonly membersVnd: number;
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * An amount by weights, to the đồng: each gets the whole part of the share, what is left goes to the largest remainders,
 * one đồng each. The same weights give the same parts in whatever order they come.
 */
export function byWeights(
  amountVnd: number,
  weights: readonly { readonly id: string; readonly weight: number }[],
): Map<string, number> {
  const sum = weights.reduce((all, { weight }) => all + BigInt(weight), 0n);
  if (sum === 0n) return new Map();
  const amount = BigInt(amountVnd);
  const parts = weights.map(({ id, weight }) => {
    const product = amount * BigInt(weight);
    return { id, part: product / sum, remainder: product % sum };
  });
  const given = parts.reduce((all, { part }) => all + part, 0n);
  const first = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? byId(a.id, b.id) : a.remainder > b.remainder ? -1 : 1,
  );
  const more = new Set(first.slice(0, Number(amount - given)).map(({ id }) => id));
  return new Map(parts.map(({ id, part }) => [id, Number(part) + (more.has(id) ? 1 : 0)]));
}

const shareBp = (amountVnd: number, bp: number): number => Number((BigInt(amountVnd) * BigInt(bp)) / 10_000n);

const memberLines = (kind: 'patronage' | 'capital', amountVnd: number, weights: readonly Weight[]): SurplusLine[] => {
  const of = ({ patronageVnd, capitalVnd }: Weight): number => (kind === 'patronage' ? patronageVnd : capitalVnd);
  const parts = byWeights(
    amountVnd,
    weights.map((one) => ({ id: one.member, weight: of(one) })),
  );
  return weights.flatMap((one) => {
    const part = parts.get(one.member) ?? 0;
    return part === 0
      ? []
      : [{ kind, name: null, fund: null, member: one.member, weightVnd: of(one), amountVnd: part }];
  });
};

const whole = 10_000;

function leastOf(rules: SurplusRules, { funds, patronageBp }: SurplusInputs) {
  const obstacles: SurplusObstacle[] = [];
  const warnings: SurplusWarning[] = [];
  const undivided = funds.filter(({ isUndivided }) => isUndivided).reduce((all, fund) => all + fund.shareBp, 0);
  if (rules.undividedLeastBp === null || rules.patronageLeastBp === null) warnings.push('least-not-established');
  if (rules.undividedLeastBp !== null && undivided < rules.undividedLeastBp) {
    if (rules.undividedVerified) obstacles.push('undivided-fund-below-least');
    else warnings.push('undivided-fund-below-unverified');
  }
  if (rules.patronageLeastBp !== null && patronageBp < rules.patronageLeastBp) {
    if (rules.patronageVerified) obstacles.push('patronage-below-least');
    else warnings.push('patronage-below-unverified');
  }
  return { obstacles, warnings };
}

/**
 * Tax and obligations, then earlier losses, then funds, then members: chiefly by what they did with the cooperative, the
 * rest by capital. The parts sum to the profit, to the đồng.
 */
export function shareSurplus(rules: SurplusRules, inputs: SurplusInputs, weights: readonly Weight[]): Shared {
  const { profitVnd, taxVnd, lossesVnd, funds, patronageBp } = inputs;
  const { obstacles, warnings } = leastOf(rules, inputs);
  const left = profitVnd - taxVnd - lossesVnd;
  if (profitVnd <= 0) obstacles.push('no-surplus');
  else if (left < 0) obstacles.push('taken-exceeds-profit');
  if (funds.reduce((all, fund) => all + fund.shareBp, 0) > whole) obstacles.push('funds-exceed-the-whole');
  if (new Set(funds.map(({ name }) => name)).size < funds.length) obstacles.push('fund-twice');
  const none = { lines: [], warnings, membersVnd: 0 };
  if (obstacles.length > 0) return { ...none, obstacles };

  const fundLines = funds.map(({ key, name, isUndivided, shareBp: bp }) => ({
    kind: isUndivided ? ('undivided-fund' as const) : ('fund' as const),
    name,
    fund: key ?? null,
    member: null,
    weightVnd: null,
    amountVnd: shareBp(left, bp),
  }));
  const membersVnd = left - fundLines.reduce((all, { amountVnd }) => all + amountVnd, 0);
  const byPatronage = shareBp(membersVnd, patronageBp);
  if (byPatronage > 0 && weights.every(({ patronageVnd }) => patronageVnd === 0)) obstacles.push('no-patronage-known');
  if (membersVnd > byPatronage && weights.every(({ capitalVnd }) => capitalVnd === 0))
    obstacles.push('no-capital-known');
  if (obstacles.length > 0) return { ...none, obstacles, membersVnd };
  const taken = (kind: 'tax' | 'losses', amountVnd: number): SurplusLine[] =>
    amountVnd === 0 ? [] : [{ kind, name: null, fund: null, member: null, weightVnd: null, amountVnd }];
  const lines = [
    ...taken('tax', taxVnd),
    ...taken('losses', lossesVnd),
    ...fundLines.filter(({ amountVnd }) => amountVnd > 0),
    ...memberLines('patronage', byPatronage, weights),
    ...memberLines('capital', membersVnd - byPatronage, weights),
  ];
  return { lines, obstacles, warnings, membersVnd };
}
