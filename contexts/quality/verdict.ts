import type { Day } from '#kernel/day.ts';
import type {
  AnalyteResult,
  Component,
  ComponentFound,
  DefaultRule,
  LimitInForce,
  LimitSet,
  ListedLimit,
  MarketVerdict,
  OrganicVerdict,
  ResidueDefinition,
  ResidueVerdict,
  VerdictNote,
} from './residue.ts';

/** Below its LOQ a number is no result: it counts as "< LOQ". */
const isQuantified = (result: AnalyteResult): boolean =>
  result.kind === 'value' && result.valueNgPerKg !== null && result.valueNgPerKg >= result.loqNgPerKg;

const foundOf = (component: Component, result: AnalyteResult | undefined): ComponentFound => {
  if (result === undefined) return { ...component, kind: 'not-tested', valueNgPerKg: null, loqNgPerKg: null };
  const quantified = isQuantified(result);
  const kind = result.kind === 'value' && !quantified ? 'below-loq' : result.kind;
  return {
    ...component,
    kind,
    valueNgPerKg: quantified ? result.valueNgPerKg : null,
    loqNgPerKg: result.loqNgPerKg,
  };
};

/** In 10^-12 mg/kg, so that a molar factor loses nothing. */
interface Measured {
  readonly sum: bigint;
  /** The square of twice the uncertainty. */
  readonly doubledUncertaintySquared: bigint;
  readonly stated: boolean;
}

const weighed = (ngPerKg: number, factorMillionths: number): bigint => BigInt(ngPerKg) * BigInt(factorMillionths);
const square = (number: bigint): bigint => number * number;

/**
 * Stated uncertainties of the components add in quadrature; unless every one is stated, half of the sum is taken.
 * Squares are compared, so no root is ever rounded.
 */
function measured(components: readonly Component[], results: ReadonlyMap<string, AnalyteResult>): Measured {
  let sum = 0n;
  let squares = 0n;
  let stated = true;
  for (const { analyte, factorMillionths } of components) {
    const result = results.get(analyte);
    if (result === undefined || !isQuantified(result)) continue;
    sum += weighed(result.valueNgPerKg!, factorMillionths);
    if (result.uncertaintyNgPerKg === null) stated = false;
    else squares += square(weighed(result.uncertaintyNgPerKg, factorMillionths));
  }
  return { sum, doubledUncertaintySquared: stated ? 4n * squares : square(sum), stated };
}

/** x − U > limit */
const exceedsBeyondDoubt = ({ sum, doubledUncertaintySquared }: Measured, limit: bigint): boolean => {
  const over = 2n * (sum - limit);
  return over > 0n && square(over) > doubledUncertaintySquared;
};

/** x + U ≤ limit */
const staysBelowBeyondDoubt = ({ sum, doubledUncertaintySquared }: Measured, limit: bigint): boolean => {
  const room = 2n * (limit - sum);
  return room >= 0n && square(room) >= doubledUncertaintySquared;
};

type Judged = Pick<ResidueVerdict, 'enforcement' | 'release' | 'notes'>;
const unjudged = (verdict: 'no-limit' | 'not-tested'): Judged => ({
  enforcement: verdict,
  release: verdict,
  notes: [],
});

/** Why a result that is not above the limit still does not show that the limit is kept. */
function doubts(components: readonly ComponentFound[], limit: bigint, sum: bigint): VerdictNote[] {
  const notes: VerdictNote[] = [];
  if (components.some(({ kind }) => kind === 'not-tested')) notes.push('component-missing');
  const hidden = components
    .filter(({ kind }) => kind === 'nd' || kind === 'below-loq')
    .map(({ loqNgPerKg, factorMillionths }) => weighed(loqNgPerKg!, factorMillionths));
  if (hidden.some((loq) => loq > limit)) notes.push('loq-above-limit');
  else if (hidden.reduce((total, loq) => total + loq, sum) > limit) notes.push('loqs-add-up-above-limit');
  return notes;
}

const inconclusiveNotes: readonly VerdictNote[] = ['component-missing', 'loq-above-limit'];

function againstValue(components: readonly ComponentFound[], of: Measured, limitNgPerKg: number): Judged {
  const limit = weighed(limitNgPerKg, 1_000_000);
  const notes = doubts(components, limit, of.sum);
  const isDoubtful = notes.some((note) => inconclusiveNotes.includes(note));
  const exceeds = exceedsBeyondDoubt(of, limit);
  const stays = staysBelowBeyondDoubt(of, limit);
  if (of.sum > limit) notes.unshift('above-limit');
  if (!exceeds && !stays) notes.push('limit-within-uncertainty');
  const otherwise = isDoubtful ? 'inconclusive' : undefined;
  return {
    enforcement: exceeds ? 'not-compliant' : (otherwise ?? 'compliant'),
    release: stays ? (otherwise ?? 'pass') : 'fail',
    notes,
  };
}

/** Not allowed at all: any amount is too much, a mere trace leaves it open, and only "not detected" will do. */
function againstNothing(components: readonly ComponentFound[]): Judged {
  const kinds = components.map(({ kind }) => kind);
  if (kinds.includes('value'))
    return { enforcement: 'not-compliant', release: 'fail', notes: ['not-allowed-at-all', 'above-limit'] };
  if (kinds.includes('not-tested'))
    return { enforcement: 'inconclusive', release: 'inconclusive', notes: ['not-allowed-at-all', 'component-missing'] };
  if (kinds.includes('below-loq'))
    return { enforcement: 'inconclusive', release: 'inconclusive', notes: ['not-allowed-at-all', 'loq-above-limit'] };
  return { enforcement: 'compliant', release: 'pass', notes: ['not-allowed-at-all'] };
}

function judged(components: readonly ComponentFound[], of: Measured, limit: LimitInForce): Judged {
  if (components.every(({ kind }) => kind === 'not-tested')) return unjudged('not-tested');
  if (limit.kind === 'value') return againstValue(components, of, limit.ngPerKg);
  return limit.kind === 'not-allowed' ? againstNothing(components) : unjudged('no-limit');
}

const nearest = (sum: bigint): number => Number((sum + 500_000n) / 1_000_000n);

function residueVerdict(
  { residue, components }: ResidueDefinition,
  limit: LimitInForce,
  results: ReadonlyMap<string, AnalyteResult>,
): ResidueVerdict {
  const found = components.map((component) => foundOf(component, results.get(component.analyte)));
  const of = measured(components, results);
  const isFound = of.sum > 0n;
  return {
    residue,
    limit,
    components: found,
    foundNgPerKg: isFound ? nearest(of.sum) : null,
    uncertainty: isFound ? (of.stated ? 'stated' : 'half-of-value') : null,
    ...judged(found, of, limit),
  };
}

function limitInForce(listed: ListedLimit | undefined, defaultRule: DefaultRule): LimitInForce {
  if (listed?.rule === 'exempt') return { kind: 'exempt' };
  if (listed?.rule === 'limit')
    return { kind: 'value', ngPerKg: listed.ngPerKg!, listed: true, verified: listed.verified };
  return defaultRule.kind === 'value' ? { ...defaultRule, listed: false } : { kind: defaultRule.kind };
}

const worst = <Verdict extends string>(verdicts: readonly Verdict[], order: readonly Verdict[]): Verdict | undefined =>
  order.find((verdict) => verdicts.includes(verdict));

/** A sum of which not one component was tested is not judged; it is said to be untested. */
const isTested = ({ enforcement }: ResidueVerdict): boolean => enforcement !== 'not-tested';

/** The two verdicts of a lot in a market, under one version of its limits, on a day. */
export function marketVerdict(results: readonly AnalyteResult[], set: LimitSet, on: Day): MarketVerdict {
  const byAnalyte = new Map(results.map((result) => [result.analyte, result]));
  const listed = new Map(set.listed.map((limit) => [limit.residue, limit]));
  const inSums = new Set(set.sums.flatMap(({ components }) => components.map(({ analyte }) => analyte)));
  const single = (analyte: string): ResidueDefinition => ({
    residue: analyte,
    components: [{ analyte, factorMillionths: 1_000_000 }],
  });
  const sumNames = new Set(set.sums.map(({ residue }) => residue));
  const singles = new Set(results.map(({ analyte }) => analyte).filter((analyte) => !inSums.has(analyte)));
  // A limit for a component by itself stands beside the sum's.
  for (const { residue, rule } of set.listed) if (rule === 'limit' && !sumNames.has(residue)) singles.add(residue);

  const all = [...set.sums, ...[...singles].map(single)].map((definition) =>
    residueVerdict(definition, limitInForce(listed.get(definition.residue), set.defaultRule), byAnalyte),
  );
  const residues = all.filter(isTested);
  return {
    market: set.market,
    limitSet: set.id,
    version: set.version,
    commodity: set.commodity,
    on,
    enforcement:
      worst(
        residues.map(({ enforcement }) => enforcement),
        ['not-compliant', 'inconclusive', 'compliant', 'no-limit'],
      ) ?? 'not-tested',
    release:
      worst(
        residues.map(({ release }) => release),
        ['fail', 'inconclusive', 'pass', 'no-limit'],
      ) ?? 'not-tested',
    analytes: byAnalyte.size,
    residues,
    notTested: all
      .filter((verdict) => !isTested(verdict) && verdict.limit.kind !== 'none' && verdict.limit.kind !== 'exempt')
      .map(({ residue, limit }) => ({ residue, limit })),
  };
}

export function organicVerdict(
  results: readonly AnalyteResult[],
  isSynthetic: (analyte: string) => boolean,
): OrganicVerdict {
  const synthetic = results.filter(({ analyte }) => isSynthetic(analyte));
  return {
    breaches: synthetic.filter(isQuantified).map(({ analyte }) => analyte),
    traces: synthetic.filter((result) => result.kind !== 'nd' && !isQuantified(result)).map(({ analyte }) => analyte),
  };
}
